import { FormulaError } from './formula-error.ts'
import { formulaLimits } from './limits.ts'
import { chains } from './precedence.ts'
import { printNumber } from './print.ts'
import type { BinaryOperator, Expression, Span } from './syntax.ts'
import type { Token } from './tokens.ts'

interface Measure {
  depth: number
  nesting: number
}

/** Makes the nodes of the trees of one text and refuses what grows beyond `formulaLimits`. */
export class TreeBuilder {
  private nodes = 0
  private characters = 0
  private readonly measures = new WeakMap<Expression, Measure>()

  /** Counts the left side of an assignment. */
  line(name: string, span: Span): void {
    this.count(name.length + 4, span)
  }

  number(value: number, span: Span): Expression {
    return this.made({ kind: 'number', value, span }, { depth: 1, nesting: 1 })
  }

  name(name: string, span: Span): Expression {
    return this.made({ kind: 'name', name, span }, { depth: 1, nesting: 1 })
  }

  negate(operand: Expression, start: number): Expression {
    return this.around({ kind: 'negate', operand, span: { start, end: operand.span.end } }, [operand])
  }

  not(operand: Expression, start: number): Expression {
    return this.around({ kind: 'not', operand, span: { start, end: operand.span.end } }, [operand])
  }

  binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
    const span = { start: left.span.start, end: right.span.end }
    const node: Expression = { kind: 'binary', operator, left, right, span }
    const a = this.measures.get(left)!
    const b = this.measures.get(right)!
    const continued = left.kind === 'binary' && chains(left.operator, operator)
    return this.made(node, {
      depth: Math.max(a.depth, b.depth) + 1,
      nesting: Math.max(a.nesting + (continued ? 0 : 1), b.nesting + 1),
    })
  }

  call(name: string, args: Expression[], span: Span): Expression {
    return this.around({ kind: 'call', name, args, span }, args)
  }

  /** The exponent that a raised text means. */
  superscript({ negative, base, span }: Extract<Token, { kind: 'superscript' }>): Expression {
    const value = typeof base === 'number' ? this.number(base, span) : this.name(base, span)
    return negative ? this.negate(value, span.start) : value
  }

  private around(node: Expression, children: Expression[]): Expression {
    let depth = 0
    let nesting = 0
    for (const child of children) {
      const measure = this.measures.get(child)!
      depth = Math.max(depth, measure.depth)
      nesting = Math.max(nesting, measure.nesting)
    }
    return this.made(node, { depth: depth + 1, nesting: nesting + 1 })
  }

  private made(node: Expression, measure: Measure): Expression {
    const { nodes, depth, nesting } = formulaLimits
    this.count(printedLength(node), node.span)
    if (++this.nodes > nodes)
      throw new FormulaError(`This is too long: at most ${nodes} numbers, names and operations are read.`, node.span)
    if (measure.nesting > nesting)
      throw new FormulaError(`This is nested too deeply: at most ${nesting} levels.`, node.span)
    if (measure.depth > depth)
      throw new FormulaError(
        `This chain of operators is too long: at most ${depth} levels; use parentheses.`,
        node.span,
      )
    this.measures.set(node, measure)
    return node
  }

  private count(characters: number, span: Span): void {
    this.characters += characters
    if (this.characters > formulaLimits.characters)
      throw new FormulaError(
        `This is too long: printed it may have at most ${formulaLimits.characters} characters.`,
        span,
      )
  }
}

/** The most characters that a node adds to any canonical text, its own parentheses included. */
function printedLength(node: Expression): number {
  switch (node.kind) {
    case 'number':
      return printNumber(node.value).length
    case 'name':
      return node.name.length
    case 'negate':
      return 3
    case 'not':
      return 8
    case 'call':
      return node.name.length + 2 + 2 * node.args.length
    case 'binary':
      return node.operator.length + (node.operator === 'and' || node.operator === 'or' ? 8 : 4)
  }
}
