import { nearName } from '../formula/near-name.ts'
import type { Hyperparameter, Hyperparameters, HyperparameterValue, Valid, Values } from './hyperparameter.ts'

/** Whether a value lies in what is accepted; numbers that are not finite never do. */
export function accepts({ least, most, openLeast, openMost }: Valid, value: number): boolean {
  if (!Number.isFinite(value)) return false
  if (least !== undefined && (openLeast ? value <= least : value < least)) return false
  return most === undefined || (openMost ? value < most : value <= most)
}

/** One sentence that says what is wrong with a value and what is accepted; undefined where nothing is. */
export function valueProblem(name: string, hyperparameter: Hyperparameter, value: HyperparameterValue): string | undefined {
  switch (hyperparameter.kind) {
    case 'choice': {
      const ids = hyperparameter.choices.map((entry) => entry.id)
      if (typeof value === 'string' && ids.includes(value)) return undefined
      return `${name} is one of ${ids.join(', ')}, not “${shown(value)}”.`
    }
    case 'list':
      return typeof value === 'object' && value.every((entry) => accepts(hyperparameter.valid, entry))
        ? undefined
        : `${name} is a list of numbers (${bounds(hyperparameter.valid)}), not “${shown(value)}”.`
    case 'number':
      if (typeof value !== 'number') return `${name} is a number (${bounds(hyperparameter.valid)}), not “${shown(value)}”.`
      if (!accepts(hyperparameter.valid, value)) return `${name} must be ${bounds(hyperparameter.valid)}; ${value} is not.`
      return hyperparameter.integer && !Number.isInteger(value) ? `${name} must be a whole number; ${value} is not.` : undefined
  }
}

/** What is wrong with the values of a thing: a sentence for each, naming the nearest name where one is unknown. */
export function valueProblems(thing: string, hyperparameters: Hyperparameters, values: Values): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (Object.hasOwn(hyperparameters, name)) return valueProblem(`${thing}’s ${name}`, hyperparameters[name], value) ?? []
    return unknownName(`${thing} has no hyperparameter`, name, Object.keys(hyperparameters))
  })
}

/** `… “name”. Did you mean “near”?`, or what there is. */
export function unknownName(before: string, name: string, known: readonly string[]): string {
  const near = nearName(name, known)
  return `${before} “${name}”.${near ? ` Did you mean “${near}”?` : known.length > 0 ? ` There is: ${known.join(', ')}.` : ''}`
}

function bounds({ least, most, openLeast, openMost }: Valid): string {
  const low = least === undefined ? undefined : `${openLeast ? 'above' : 'at least'} ${least}`
  const high = most === undefined ? undefined : `${openMost ? 'below' : 'at most'} ${most}`
  return low && high ? `${low} and ${high}` : (low ?? high ?? 'finite')
}

function shown(value: HyperparameterValue): string {
  return typeof value === 'object' ? value.join(';') : String(value)
}
