import { FormulaError } from './formula-error.ts'
import { formulaLimits } from './limits.ts'
import {
  canonicalName,
  canonicalOperator,
  halfWidth,
  namePattern,
  operatorPattern,
  superscriptPattern,
} from './spelling.ts'
import type { Span } from './syntax.ts'

export type Token =
  | { kind: 'number'; value: number; span: Span }
  /** `name` is canonical. */
  | { kind: 'name'; name: string; span: Span }
  /** An operator, a parenthesis, a comma, `=`, or one of `and or not`, in its canonical spelling. */
  | { kind: 'symbol'; text: string; span: Span }
  /** A raised sign and digits, or one raised letter. */
  | { kind: 'superscript'; negative: boolean; base: number | string; span: Span }
  /** A newline or `;` between two lines of a program, or the end of the text. */
  | { kind: 'end'; span: Span }

const patterns: readonly [
  kind: 'space' | 'line' | 'number' | 'superscript' | 'name' | 'infinity' | 'symbol',
  pattern: RegExp,
][] = [
  ['space', /[ \t\f\v\u00a0\u2000-\u200b\u202f\u205f\u2060\u2061\ufeff]+/y],
  ['line', /\r\n|[\n\r\u2028\u2029]/y],
  ['number', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y],
  ['superscript', new RegExp(superscriptPattern, 'uy')],
  ['name', new RegExp(namePattern, 'uy')],
  ['infinity', /∞/y],
  ['symbol', new RegExp(operatorPattern, 'uy')],
]

/** What to write instead of what other languages write. */
const insteadOf = new Map([
  ['%', 'Write mod(a, b) for the remainder.'],
  ['&', 'Write “and”.'],
  ['|', 'Write “or” between conditions and abs(a) for an absolute value.'],
  ['!', 'Write “not”.'],
  ['?', 'Write where(condition, a, b).'],
  [':', 'Write where(condition, a, b).'],
  ['[', 'Write parentheses “( )”.'],
  [']', 'Write parentheses “( )”.'],
  ['{', 'Write parentheses “( )”.'],
  ['}', 'Write parentheses “( )”.'],
  ['‖', 'Write norm(a) for the length of a vector.'],
  ['∇', 'Write grad(v) for the gradient at the point v.'],
  ['∑', 'Write sum(a).'],
])

/**
 * Splits a text into tokens; the last one is `end`. With `lines`, every newline and `;` is an `end` too; without, a newline is a space.
 * @throws FormulaError at the first character that means nothing
 */
export function tokenize(text: string, lines: boolean): Token[] {
  if (text.length > formulaLimits.characters) {
    const limit = formulaLimits.characters
    throw new FormulaError(`This text is too long: at most ${limit} characters are read.`, {
      start: limit,
      end: text.length,
    })
  }
  const source = halfWidth(text)
  const tokens: Token[] = []
  for (let at = 0; at < source.length;) {
    const [kind, typed] = nextPiece(source, at) ?? refuse(text, at)
    const span = { start: at, end: at + typed.length }
    at = span.end
    if (kind === 'number') tokens.push({ kind, value: finite(Number(typed), span), span })
    else if (kind === 'superscript') tokens.push(superscript(typed, span))
    else if (kind === 'name') tokens.push(nameOrWord(canonicalName(typed), span))
    else if (kind === 'infinity') tokens.push({ kind: 'name', name: 'infinity', span })
    else if (lines && (kind === 'line' || typed === ';')) tokens.push({ kind: 'end', span })
    else if (kind === 'symbol') tokens.push({ kind, text: canonicalOperator(typed), span })
  }
  tokens.push({ kind: 'end', span: { start: text.length, end: text.length } })
  return tokens
}

function nextPiece(source: string, at: number) {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) return [kind, match[0]] as const
  }
  return undefined
}

function refuse(text: string, at: number): never {
  const character = String.fromCodePoint(text.codePointAt(at)!)
  const hint = insteadOf.get(halfWidth(character))
  throw new FormulaError(`“${character}” is not understood here.${hint ? ` ${hint}` : ''}`, {
    start: at,
    end: at + character.length,
  })
}

function finite(value: number, span: Span): number {
  if (value === Infinity) throw new FormulaError('This number is too large: write “infinity” if that is meant.', span)
  return value
}

function superscript(typed: string, span: Span): Token {
  const plain = typed.replace(/[⁺⁻]/, '').normalize('NFKC')
  const base = /^\d/.test(plain) ? finite(Number(plain), span) : plain
  return { kind: 'superscript', negative: typed.startsWith('⁻'), base, span }
}

function nameOrWord(name: string, span: Span): Token {
  if (name === 'and' || name === 'or' || name === 'not') return { kind: 'symbol', text: name, span }
  if (name.length > formulaLimits.nameLength)
    throw new FormulaError(`This name is too long: at most ${formulaLimits.nameLength} characters.`, span)
  return { kind: 'name', name, span }
}
