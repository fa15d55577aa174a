import { nearName } from '../formula/near-name.ts'
import type { Hyperparameter, Hyperparameters, HyperparameterValue, Valid } from './hyperparameter.ts'

/** Whether a value lies in what is accepted; numbers that are not finite never do. */
export function accepts({ least, most, openLeast, openMost }: Valid, value: number): boolean {
  if (!Number.isFinite(value)) return false
  if (least !== undefined && (openLeast ? value <= least : value < least)) return false
  return most === undefined || (openMost ? value < most : value <= most)
}

/**
 * One sentence that says what is wrong with a value and what is accepted; undefined where nothing is.
 * @param value anything: it may come from a link or from a file
 */
export function valueProblem(name: string, hyperparameter: Hyperparameter, value: unknown): string | undefined {
  return isValueOf(hyperparameter, value)
    ? undefined
    : `${name} must be ${accepted(hyperparameter)}, not ${shownValue(value)}.`
}

function isValueOf(hyperparameter: Hyperparameter, value: unknown): value is HyperparameterValue {
  switch (hyperparameter.kind) {
    case 'choice':
      return hyperparameter.choices.some((entry) => entry.id === value)
    case 'list':
      return Array.isArray(value) && value.every((entry) => isNumberIn(hyperparameter.valid, entry))
    case 'number':
      return isNumberIn(hyperparameter.valid, value) && (!hyperparameter.integer || Number.isInteger(value))
  }
}

function isNumberIn(valid: Valid, value: unknown): value is number {
  return typeof value === 'number' && accepts(valid, value)
}

/** What is wrong with the values of a thing: a sentence for each, naming the nearest name where one is unknown. */
export function valueProblems(
  thing: string,
  hyperparameters: Hyperparameters,
  values: Readonly<Record<string, unknown>>,
): string[] {
  return Object.entries(values).flatMap(([name, value]) => {
    if (Object.hasOwn(hyperparameters, name))
      return valueProblem(`${thing}’s ${name}`, hyperparameters[name], value) ?? []
    return unknownName(`${thing} has no hyperparameter`, name, Object.keys(hyperparameters))
  })
}

/** `… “name”. Did you mean “near”?`, or what there is. */
export function unknownName(before: string, name: string, known: readonly string[]): string {
  const near = nearName(name, known)
  return `${before} ${quoted(name)}.${near ? ` Did you mean “${near}”?` : known.length > 0 ? ` There is: ${known.join(', ')}.` : ''}`
}

/** A text as sentences show it: in quotation marks, cut short, and without characters that would garble the sentence. */
export function quoted(text: string): string {
  const start = Array.from(text.slice(0, 2 * longestShown + 2))
  const shown = start.slice(0, longestShown).join('')
  return `“${legible(shown)}${start.length > longestShown ? '…' : ''}”`
}

/** The text with a replacement character for each that is invisible or reverses what stands beside it. */
export function legible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')
}
const longestShown = 60

/** Any value as sentences show it. */
export function shownValue(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value))
    return value.every((entry) => typeof entry === 'number') ? quoted(value.join(';')) : 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}

function accepted(hyperparameter: Hyperparameter): string {
  switch (hyperparameter.kind) {
    case 'choice': {
      const ids = hyperparameter.choices.map((entry) => entry.id)
      return [ids.slice(0, -1).join(', '), ids.at(-1)].filter(Boolean).join(' or ')
    }
    case 'list':
      return `a list of numbers${bounds(hyperparameter.valid, ', each')}`
    case 'number':
      return `a ${hyperparameter.integer ? 'whole ' : ''}number${bounds(hyperparameter.valid, '')}`
  }
}

function bounds({ least, most, openLeast, openMost }: Valid, each: string): string {
  const low = least === undefined ? [] : [`${openLeast ? 'above' : 'of at least'} ${least}`]
  const high = most === undefined ? [] : [`${openMost ? 'below' : 'of at most'} ${most}`]
  const both = [...low, ...high].join(' and ')
  return both && `${each} ${both}`
}
