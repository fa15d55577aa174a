import type { Expression } from '../formula/syntax.ts'

/** The formula with some of its names written as the numbers that they are. */
export function withNumbers(expression: Expression, numbers: ReadonlyMap<string, number>): Expression {
  const of = (inner: Expression) => withNumbers(inner, numbers)
  const { span } = expression
  switch (expression.kind) {
    case 'number':
      return expression
    case 'name': {
      const value = numbers.get(expression.name)
      if (value === undefined) return expression
      if (value >= 0) return { kind: 'number', value, span }
      return { kind: 'negate', operand: { kind: 'number', value: -value, span }, span }
    }
    case 'negate':
    case 'not':
      return { ...expression, operand: of(expression.operand) }
    case 'binary':
      return { ...expression, left: of(expression.left), right: of(expression.right) }
    case 'call':
      return { ...expression, args: expression.args.map(of) }
  }
}
