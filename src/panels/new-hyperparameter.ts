import { catalogue } from '../catalogue/catalogue.ts'

/** What a name that becomes a hyperparameter is at first: what most of the shelf has it at (0 does not count), else 1. */
export function newHyperparameter(name: string): number {
  const counts = new Map<number, number>()
  for (const { hyperparameters } of [...catalogue.optimizers, ...catalogue.modifiers, ...catalogue.schedules]) {
    const declared = Object.hasOwn(hyperparameters, name) ? hyperparameters[name] : undefined
    if (declared?.kind !== 'number' || typeof declared.default !== 'number' || declared.default === 0) continue
    counts.set(declared.default, (counts.get(declared.default) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? (/^(beta|mu|decay|rho)/u.test(name) ? 0.9 : 1)
}
