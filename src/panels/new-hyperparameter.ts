import { catalogue } from '../catalogue/catalogue.ts'

/** What a name that becomes a hyperparameter is at first: what the shelf has it at, where it has it and not at 0, else 1. */
export function newHyperparameter(name: string): number {
  for (const { hyperparameters } of [...catalogue.optimizers, ...catalogue.modifiers, ...catalogue.schedules]) {
    const declared = Object.hasOwn(hyperparameters, name) ? hyperparameters[name] : undefined
    if (declared?.kind === 'number' && typeof declared.default === 'number' && declared.default !== 0)
      return declared.default
  }
  return /^(beta|mu|decay|rho)/u.test(name) ? 0.9 : 1
}
