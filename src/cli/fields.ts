import { shownValue, unknownName } from '../declare/check-value.ts'
import { QuestionError } from './question-error.ts'

/** An object of a question, as JSON gives it. */
export type Fields = Readonly<Record<string, unknown>>

/** A field, null being the same as absent. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined
}

/** Reads an object that has no other fields than these. @throws QuestionError */
export function fieldsOf(given: unknown, what: string, example: string, known?: readonly string[]): Fields {
  if (given === undefined) throw new QuestionError(`“${what}” is missing; it is an object such as ${example}.`)
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new QuestionError(`“${what}” must be an object such as ${example}, not ${shownValue(given)}.`)
  if (known) onlyKnown(given as Fields, `“${what}”`, known)
  return given as Fields
}

/** @throws QuestionError naming the first field that is not known */
export function onlyKnown(fields: Fields, what: string, known: readonly string[]): void {
  const unknown = Object.keys(fields).find((key) => !known.includes(key))
  if (unknown !== undefined) throw new QuestionError(unknownName(`${what} has no field`, unknown, known))
}

/** Reads a list. @throws QuestionError */
export function listOf(given: unknown, what: string, of: string): unknown[] {
  if (Array.isArray(given)) return given
  throw new QuestionError(`“${what}” must be a list of ${of}, not ${shownValue(given)}.`)
}

/** Reads a text. @throws QuestionError */
export function textOf(given: unknown, what: string, example: string): string {
  if (typeof given === 'string') return given
  throw new QuestionError(`“${what}” must be a text such as ${example}, not ${shownValue(given)}.`)
}

/** Reads true or false; absent is false. @throws QuestionError */
export function truthOf(given: unknown, what: string): boolean {
  if (given === undefined || typeof given === 'boolean') return given ?? false
  throw new QuestionError(`“${what}” must be true or false, not ${shownValue(given)}.`)
}

/** Reads n finite numbers. @throws QuestionError */
export function pointOf(given: unknown, size: number, what: string): number[] {
  if (Array.isArray(given) && given.length === size && given.every((x) => Number.isFinite(x))) return given as number[]
  throw new QuestionError(
    `“${what}” must be a list of ${size} finite numbers, one a parameter, not ${shownValue(given)}.`,
  )
}

/** Reads a whole number from 0 on; absent is the default. @throws QuestionError */
export function wholeOf(given: unknown, what: string, otherwise: number, most: number): number {
  if (given === undefined) return otherwise
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= most) return given
  throw new QuestionError(`“${what}” must be a whole number from 0 to ${most}, not ${shownValue(given)}.`)
}
