import { element, mi, mn, mo, row, type MathElement } from './mathml-element.ts'
import { precedence } from './precedence.ts'

/** What stands at the border of a part; it decides whether two factors may touch. */
export type Edge = 'number' | 'symbol' | 'word' | 'parenthesis' | 'bar' | 'fraction' | 'function' | 'sign'

/** A typeset part of a formula. */
export interface Box {
  items: MathElement[]
  /** How tightly the part holds together to the eye, as in `precedence`; 0 for cases, which swallow what follows. */
  level: number
  starts: Edge
  ends: Edge
  /** The part reaches as far to the right as it can (a sum sign, a slash): a factor after it would seem to belong to it. */
  openEnded?: boolean
}

export function box(items: MathElement | MathElement[], level: number, starts: Edge, ends: Edge = starts): Box {
  return { items: Array.isArray(items) ? items : [items], level, starts, ends }
}

export function atom(items: MathElement | MathElement[], starts: Edge, ends: Edge = starts): Box {
  return box(items, precedence.atom, starts, ends)
}

export function fenced(open: string, items: MathElement[], close: string): MathElement {
  return element('mrow', [
    mo(open, { form: 'prefix', fence: 'true' }),
    ...items,
    mo(close, { form: 'postfix', fence: 'true' }),
  ])
}

export function inParentheses(inner: Box): Box {
  return atom(fenced('(', inner.items, ')'), 'parenthesis')
}

/** The part, in parentheses if it holds less tightly than needed. */
export function holding(part: Box, level: number): Box {
  return part.level < level ? inParentheses(part) : part
}

/** As `holding`, for places where a leading sign would stand behind another operator. */
export function holdingUnsigned(part: Box, level: number): Box {
  return part.level < level || part.starts === 'sign' ? inParentheses(part) : part
}

/** A number as printed: `-` as a minus, `1.5e-8` as a power of ten. */
export function numberBox(printed: string): Box {
  if (printed.startsWith('-')) {
    const positive = numberBox(printed.slice(1))
    return {
      ...positive,
      items: [minus(), ...positive.items],
      level: Math.min(positive.level, precedence.sign),
      starts: 'sign',
    }
  }
  const [digits, exponent] = printed.split(/e\+?/i)
  if (exponent === undefined) return atom(printed === 'Infinity' ? mi('∞') : mn(printed), 'number')
  const power = element('msup', [mn('10'), row(numberBox(exponent).items)])
  if (digits === '1') return box(power, precedence.power, 'number')
  return box([mn(digits), mo('×'), power], precedence.product, 'number')
}

export function minus(): MathElement {
  return mo('−', { form: 'prefix' })
}

export function product(left: Box, right: Box): Box {
  const a = left.openEnded ? inParentheses(left) : holding(left, precedence.product)
  const b = right.openEnded && right.level >= precedence.product ? right : holdingUnsigned(right, precedence.sign)
  return {
    items: [...a.items, ...between(a.ends, b.starts), ...b.items],
    level: precedence.product,
    starts: a.starts,
    ends: b.ends,
    openEnded: b.openEnded,
  }
}

/** What shows that two neighbours are multiplied: nothing, a little room, or a dot where anything else would mislead. */
function between(left: Edge, right: Edge): MathElement[] {
  const misleading =
    right === 'number' || // two numbers would run together
    left === 'word' ||
    right === 'word' ||
    (right === 'parenthesis' && left === 'symbol') || // would look like a function
    (right === 'bar' && left !== 'number') ||
    (left === 'bar' && right !== 'fraction') ||
    (right === 'fraction' && left === 'number') // would look like a mixed number
  if (misleading) return [mo('·')]
  const touching = right !== 'function' && (left === 'number' || left === 'parenthesis')
  return [touching ? mo('\u2062') : timesWithRoom()]
}

/** Multiplication that shows as a thin space. */
export function timesWithRoom(): MathElement {
  return mo('\u2062', { lspace: '0.0833em', rspace: '0.0833em' })
}
