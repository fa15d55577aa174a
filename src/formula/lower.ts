import { FormulaError } from './formula-error.ts'
import type { BinaryOp } from './graph.ts'
import { lowerCall } from './lower-call.ts'
import { elementwise } from './elementwise.ts'
import { nearName } from './near-name.ts'
import { functions } from './functions.ts'
import type { Scope } from './scope.ts'
import type { BinaryOperator, Expression } from './syntax.ts'
import { scalar, type Value } from './value.ts'

/** `^` with a whole number written out, up to this size, multiplies; beyond it is `pow`. */
const largestWrittenPower = 64

/**
 * Turns a formula into nodes of the scope's graph, finding out which values are scalars, vectors and columns.
 * @throws FormulaError for an unknown name, a function where it has no meaning, or kinds that do not go together
 */
export function lower(expression: Expression, scope: Scope): Value {
  const { build } = scope
  const of = (inner: Expression): Value => lower(inner, scope)
  switch (expression.kind) {
    case 'number':
      return scalar(build.number(expression.value))
    case 'name':
      return lowerName(expression, scope)
    case 'negate':
      return elementwise(scope, expression, [of(expression.operand)], ([a]) => build.neg(a))
    case 'not':
      return elementwise(scope, expression, [of(expression.operand)], ([a]) => build.unary('not', a))
    case 'binary': {
      const exponent = expression.operator === '^' ? writtenInteger(expression.right) : undefined
      if (exponent !== undefined)
        return elementwise(scope, expression, [of(expression.left)], ([a]) => build.power(a, exponent))
      const [op, swapped] = operations[expression.operator]
      return elementwise(scope, expression, [of(expression.left), of(expression.right)], ([a, b]) =>
        swapped ? build.binary(op, b, a) : build.binary(op, a, b),
      )
    }
    case 'call':
      return lowerCall(expression, scope, of)
  }
}

const operations: Record<BinaryOperator, readonly [op: BinaryOp, swapped: boolean]> = {
  '+': ['add', false],
  '-': ['sub', false],
  '*': ['mul', false],
  '/': ['div', false],
  '^': ['pow', false],
  '<': ['less', false],
  '<=': ['lessOrEqual', false],
  '>': ['less', true],
  '>=': ['lessOrEqual', true],
  '==': ['equal', false],
  and: ['and', false],
  or: ['or', false],
}

function writtenInteger(expression: Expression): number | undefined {
  if (expression.kind === 'negate') {
    const positive = writtenInteger(expression.operand)
    return positive === undefined ? undefined : -positive
  }
  if (expression.kind !== 'number' || !Number.isInteger(expression.value)) return undefined
  return expression.value <= largestWrittenPower ? expression.value : undefined
}

const constants: Readonly<Record<string, number>> = { pi: Math.PI, e: Math.E, infinity: Infinity }

function lowerName(expression: Expression & { kind: 'name' }, scope: Scope): Value {
  const { name, span } = expression
  if (Object.hasOwn(constants, name)) return scalar(scope.build.number(constants[name]))
  const value = scope.read(name)
  if (value) return value
  if (scope.list(name) !== undefined) throw new FormulaError(`“${name}” is a list: write count(${name}, …).`, span)
  if (functions.has(name)) throw new FormulaError(`“${name}” is a function: write ${functions.get(name)?.usage}.`, span)
  const near = nearName(name, [...scope.names(), ...Object.keys(constants)])
  throw new FormulaError(
    `“${name}” is not defined here.${near ? '' : ` Known: ${[...scope.names()].join(', ')}.`}`,
    span,
    near,
  )
}
