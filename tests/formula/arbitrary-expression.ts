import fc from 'fast-check'
import { functions } from '../../src/formula/functions.ts'
import type { BinaryOperator, Expression, Program } from '../../src/formula/syntax.ts'

const span = { start: 0, end: 0 }

/** Number literals: small integers, decimals, and any finite double that is not negative. */
export const arbitraryNumber: fc.Arbitrary<Expression> = fc
  .oneof(
    fc.nat(20),
    fc.constantFrom(0.5, 0.001, 1e-8, 1e6, 1e21, 5e-324),
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }),
  )
  .map((value) => ({ kind: 'number', value, span }))

const names = [
  'x',
  'y',
  'w1',
  'w12',
  'beta1',
  'theta',
  'mHat',
  'learningRate',
  'loss',
  'pi',
  'e',
  'infinity',
  'e3',
  '_a',
  'lambda_max',
  '權重',
  'orange',
  'nota',
]

export const arbitraryName: fc.Arbitrary<Expression> = fc
  .constantFrom(...names)
  .map((name) => ({ kind: 'name', name, span }))

const operators: BinaryOperator[] = ['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', 'and', 'or']

/** Syntax trees such as the parser makes, with all spans 0. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    arbitraryName,
    arbitraryNumber,
    tie('expression').map((operand): Expression => ({ kind: 'negate', operand, span })),
    tie('expression').map((operand): Expression => ({ kind: 'not', operand, span })),
    ...[0, 1, 2].map(() =>
      fc
        .tuple(fc.constantFrom(...operators), tie('expression'), tie('expression'))
        .map(([operator, left, right]): Expression => ({ kind: 'binary', operator, left, right, span })),
    ),
    fc
      .constantFrom(...functions.values())
      .chain(({ name, arity }) =>
        fc
          .array(tie('expression'), { minLength: arity.least, maxLength: Math.min(arity.most, arity.least + 2) })
          .map((args): Expression => ({ kind: 'call', name, args, span })),
      ),
  ),
})).expression

export const arbitraryProgram: fc.Arbitrary<Program> = fc
  .array(
    fc.record({
      name: fc.constantFrom('x', 'theta', 'mHat', 'loss', '斜率'),
      nameSpan: fc.constant(span),
      value: arbitraryExpression,
    }),
    {
      maxLength: 4,
    },
  )
  .map((assignments) => ({ assignments }))

/** The same tree with all spans 0, to compare trees by what they say. */
export function withoutSpans(expression: Expression): Expression {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return { ...expression, span }
    case 'negate':
    case 'not':
      return { ...expression, operand: withoutSpans(expression.operand), span }
    case 'binary':
      return { ...expression, left: withoutSpans(expression.left), right: withoutSpans(expression.right), span }
    case 'call':
      return { ...expression, args: expression.args.map(withoutSpans), span }
  }
}

export function programWithoutSpans(program: Program): Program {
  return {
    assignments: program.assignments.map(({ name, value }) => ({ name, nameSpan: span, value: withoutSpans(value) })),
  }
}
