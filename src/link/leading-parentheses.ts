import { mayBeHyperparameter } from '../catalogue/program-names.ts'
import { legible, quoted } from '../declare/check-value.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { parseExpression } from '../formula/parse.ts'
import { printExpression } from '../formula/print.ts'
import { nameIn } from '../formula/spelling.ts'
import { experimentLimits } from './limits.ts'
import { numberText, readNumber } from './number-text.ts'

/** What may stand in parentheses before a formula: `(beta:0.9,m=theta)`. */
export interface Preamble {
  /** `beta:0.9`: hyperparameters with their defaults. */
  constants: Record<string, number>
  /** `m=theta`: initial values of states. */
  initials: Record<string, number | string>
}

/**
 * Splits `(…)rest` where the parentheses close. Undefined where the text begins with none, or they never close.
 * @param text may begin with spaces
 */
export function splitParentheses(text: string): { inside: string; rest: string } | undefined {
  const begins = /^\s*\(/.exec(text)
  if (!begins) return undefined
  let depth = 1
  for (let at = begins[0].length; at < text.length; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth--
    if (depth === 0) return { inside: text.slice(begins[0].length, at), rest: text.slice(at + 1) }
  }
  return undefined
}

/** Reads what stands inside the parentheses; a sentence where any of it is not understood. */
export function readPreamble(inside: string): Preamble | { problem: string } {
  const constants = new Map<string, number>()
  const initials = new Map<string, number | string>()
  for (const piece of splitAtCommas(inside)) {
    if (piece.trim() === '') continue
    const [, typed, sign, value] = /^([^:=]*)([:=]?)(.*)$/su.exec(piece) as RegExpExecArray
    const name = nameIn(typed.trim())
    if (sign === '' || name === undefined)
      return { problem: `${quoted(piece)} is neither name:number nor name=expression.` }
    if (constants.has(name) || initials.has(name)) return { problem: `${quoted(name)} is given twice.` }
    const read = sign === ':' ? readConstant(name, value) : readInitial(name, value)
    if (typeof read === 'object') return read
    if (sign === ':') constants.set(name, read as number)
    else initials.set(name, read)
  }
  if (constants.size > experimentLimits.constants)
    return { problem: `A formula has at most ${experimentLimits.constants} hyperparameters of its own.` }
  return { constants: Object.fromEntries(constants), initials: Object.fromEntries(initials) }
}

/** The parentheses, with what is inside them; initial values of 0 are left out. */
export function preambleText({ constants, initials }: Preamble): string {
  const parts = [
    ...Object.entries(constants).map(([name, value]) => `${name}:${numberText(value)}`),
    ...Object.entries(initials).flatMap(([name, value]) =>
      Object.is(value, 0) ? [] : [`${name}=${typeof value === 'number' ? numberText(value) : compact(value)}`],
    ),
  ]
  return `(${parts.join(',')})`
}

/** An initial value as it is kept: a number where it is one. Throws a FormulaError where the text cannot be read. */
export function initialValue(text: string): number | string {
  const printed = readNumber(text) === undefined ? printExpression(parseExpression(text)) : text
  return readNumber(printed) ?? printed
}

function readConstant(name: string, text: string): number | { problem: string } {
  const value = readNumber(text)
  if (!mayBeHyperparameter(name)) return { problem: `${quoted(name)} cannot be the name of a hyperparameter.` }
  if (value !== undefined && Number.isFinite(value)) return value
  return { problem: `${name} must be a number, not ${quoted(text)}.` }
}

function readInitial(name: string, text: string): number | string | { problem: string } {
  try {
    return initialValue(text)
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error
    return { problem: `The initial value of ${name} could not be read: ${legible(error.message)}` }
  }
}

function compact(text: string): string {
  return printExpression(parseExpression(text), { spaces: false })
}

function splitAtCommas(text: string): string[] {
  const pieces = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === ',' && depth === 0) pieces.push('')
    else pieces[pieces.length - 1] += character
  }
  return pieces
}
