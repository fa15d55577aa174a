import {
  atom,
  box,
  holding,
  holdingUnsigned,
  inParentheses,
  minus,
  numberBox,
  product,
  type Box,
} from './mathml-box.ts'
import { powerOfFunction, typesetCall, type Surroundings } from './mathml-call.ts'
import { element, mo, row, type MathElement } from './mathml-element.ts'
import { mathSymbol } from './math-symbol.ts'
import { precedence, precedenceOfOperator } from './precedence.ts'
import { printNumber } from './print.ts'
import type { Assignment, BinaryOperator, Expression, Program } from './syntax.ts'

export { serializeMathml, type MathElement } from './mathml-element.ts'

export interface MathmlOptions {
  /** What to show in place of a name on the right: a printed number (`-1.5e-8`) or any text; undefined keeps the name. */
  values?: (name: string) => string | undefined
  /** The symbol of a name, such as `β₁` for `momentum`; without it, the name is typeset as it reads. */
  symbols?: Readonly<Record<string, string>>
  /** The words of a case distinction. */
  words?: { if: string; otherwise: string }
  /** `block` (the default) sets fractions and sums at full size, `inline` fits them into a line of text. */
  display?: 'block' | 'inline'
}

/**
 * One `<math>`. What stands for a name carries it as `data-name`, on one element a mention; a table of cases has the class `cases`
 * (its cells are centred unless a style sheet aligns them).
 */
export function mathmlOfExpression(expression: Expression, options: MathmlOptions = {}): MathElement {
  return math(new Typesetter(options, namesIn(expression)).typeset(expression).items, options)
}

/** One `<math>`: `name = value`, or `name ← value` where the value reads the name's old value. */
export function mathmlOfAssignment(assignment: Assignment, options: MathmlOptions = {}): MathElement {
  return line(assignment, options, namesIn(assignment.value).add(assignment.name))
}

/** One `<math>` a line. */
export function mathmlOfProgram({ assignments }: Program, options: MathmlOptions = {}): MathElement[] {
  const names = new Set<string>()
  for (const { name, value } of assignments) namesIn(value, names).add(name)
  return assignments.map((assignment) => line(assignment, options, names))
}

function line({ name, value }: Assignment, options: MathmlOptions, names: ReadonlySet<string>): MathElement {
  const typesetter = new Typesetter(options, names)
  const arrow = mo(namesIn(value).has(name) ? '←' : '=')
  return math([typesetter.symbol(name).element, arrow, ...typesetter.typeset(value).items], options)
}

function math(items: MathElement[], { display = 'block' }: MathmlOptions): MathElement {
  return element('math', items, { xmlns: 'http://www.w3.org/1998/Math/MathML', display })
}

function namesIn(expression: Expression, names = new Set<string>()): Set<string> {
  switch (expression.kind) {
    case 'number':
      break
    case 'name':
      names.add(expression.name)
      break
    case 'negate':
    case 'not':
      namesIn(expression.operand, names)
      break
    case 'binary':
      namesIn(expression.left, names)
      namesIn(expression.right, names)
      break
    case 'call':
      for (const arg of expression.args) namesIn(arg, names)
  }
  return names
}

const shownOperators: Partial<Record<BinaryOperator, string>> = {
  '-': '−',
  '<=': '≤',
  '>=': '≥',
  '==': '=',
  and: '∧',
  or: '∨',
}

class Typesetter implements Surroundings {
  readonly words: { if: string; otherwise: string }
  private readonly options: MathmlOptions
  private readonly names: ReadonlySet<string>
  small: boolean
  private inExponent = false

  constructor(options: MathmlOptions, names: ReadonlySet<string>) {
    this.options = options
    this.names = names
    this.small = options.display === 'inline'
    this.words = options.words ?? { if: 'if', otherwise: 'otherwise' }
    this.typeset = this.typeset.bind(this)
  }

  taken(name: string): boolean {
    return this.names.has(name)
  }

  symbol(name: string) {
    return mathSymbol(name, this.options.symbols ?? {}, this.names)
  }

  typeset(expression: Expression): Box {
    switch (expression.kind) {
      case 'number':
        return numberBox(printNumber(expression.value))
      case 'name':
        return this.name(expression.name)
      case 'negate': {
        const operand = holdingUnsigned(this.typeset(expression.operand), precedence.product)
        return { ...operand, items: [minus(), ...operand.items], level: precedence.sign, starts: 'sign' }
      }
      case 'not': {
        const operand = holding(this.typeset(expression.operand), precedence.comparison + 1)
        return box([mo('¬', { form: 'prefix' }), ...operand.items], precedence.not, 'function', operand.ends)
      }
      case 'binary':
        return this.binary(expression.operator, expression.left, expression.right)
      case 'call':
        return typesetCall(expression.name, expression.args, this)
    }
  }

  typesetSmall(expression: Expression): Box {
    const { small, inExponent } = this
    this.small = this.inExponent = true
    const result = this.typeset(expression)
    Object.assign(this, { small, inExponent })
    return result
  }

  raise(base: Box, exponent: Expression): Box {
    const below = holding(base, precedence.atom)
    const above = this.typesetSmall(exponent)
    return box(raised(row(below.items), row(above.items)), precedence.power, below.starts, below.ends)
  }

  private name(name: string): Box {
    const value = this.options.values?.(name)
    if (value === undefined) {
      const { element: symbol, isWord } = this.symbol(name)
      return atom(symbol, isWord ? 'word' : 'symbol')
    }
    const attributes = { 'data-name': name }
    if (!/^-?(\d+\.?\d*(e[-+]?\d+)?|Infinity)$/i.test(value))
      return atom(element('mtext', [value], attributes), 'number')
    const shown = numberBox(value)
    return { ...shown, items: [row(shown.items, attributes)] }
  }

  private binary(operator: BinaryOperator, left: Expression, right: Expression): Box {
    if (operator === '^') return powerOfFunction(left, right, this) ?? this.raise(this.typeset(left), right)
    if (operator === '/' && !this.inExponent) {
      const parts = [left, right].map((part) => row(this.typeset(part).items))
      return box(element('mfrac', parts), precedence.power, 'fraction')
    }
    const a = this.typeset(left)
    const b = this.typeset(right)
    if (operator === '*') return product(a, b)
    if (operator === '/') return slash(a, b)
    const own = precedenceOfOperator(operator)
    const first = holding(a, own === precedence.comparison ? own + 1 : own)
    const second = holdingUnsigned(b, own + 1)
    return box(
      [...first.items, mo(shownOperators[operator] ?? operator), ...second.items],
      own,
      first.starts,
      second.ends,
    )
  }
}

function slash(left: Box, right: Box): Box {
  const a = left.openEnded ? inParentheses(left) : holding(left, precedence.product)
  const b = holdingUnsigned(right, precedence.sign)
  return {
    ...box([...a.items, mo('/', { lspace: '0', rspace: '0' }), ...b.items], precedence.product, a.starts, b.ends),
    openEnded: true,
  }
}

/** A power; the exponent of a name with an index stands over the index. */
function raised(base: MathElement, exponent: MathElement): MathElement {
  if (base.tag !== 'msub') return element('msup', [base, exponent])
  const [letter, index] = base.children as MathElement[]
  return element('msubsup', [row([letter], base.attributes), index, exponent])
}
