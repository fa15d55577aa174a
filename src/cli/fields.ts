import { shownValue, unknownName } from '../declare/check-value.ts'
import { QuestionError } from './question-error.ts'

/** An object of a question, as JSON gives it. */
export type Fields = Readonly<Record<string, unknown>>

/** A field, null being the same as absent. */
export function field(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? (fields[name] ?? undefined) : undefined
}

/** Reads an object. @throws QuestionError */
export function fieldsOf(given: unknown, what: string, example: string): Fields {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw wrong(what, `an object such as ${example}`, given)
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
  throw wrong(what, `a list of ${of}`, given)
}

/** Reads a text. @throws QuestionError */
export function textOf(given: unknown, what: string, example: string): string {
  if (typeof given === 'string') return given
  throw wrong(what, `a text such as ${example}`, given)
}

/** Reads true or false; absent is false. @throws QuestionError */
export function truthOf(given: unknown, what: string): boolean {
  if (given === undefined || typeof given === 'boolean') return given ?? false
  throw wrong(what, 'true or false', given)
}

/** Reads n finite numbers. @throws QuestionError */
export function pointOf(given: unknown, size: number, what: string): number[] {
  if (Array.isArray(given) && given.length === size && given.every((x) => Number.isFinite(x))) return given as number[]
  throw wrong(what, `a list of ${size} finite numbers, one a parameter`, given)
}

/** Reads a whole number from 0 on; absent is the default. @throws QuestionError */
export function wholeOf(given: unknown, what: string, otherwise: number, most: number): number {
  if (given === undefined) return otherwise
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= most) return given
  throw wrong(what, `a whole number from 0 to ${most}`, given)
}

function wrong(what: string, accepted: string, given: unknown): QuestionError {
  return new QuestionError(
    given === undefined
      ? `“${what}” is missing; it must be ${accepted}.`
      : `“${what}” must be ${accepted}, not ${shownValue(given)}.`,
  )
}
