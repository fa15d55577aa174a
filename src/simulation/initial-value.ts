import { FormulaError } from '../formula/formula-error.ts'
import { lower } from '../formula/lower.ts'
import { parseExpression } from '../formula/parse.ts'
import type { Scope } from '../formula/scope.ts'
import type { Expression } from '../formula/syntax.ts'
import type { Value } from '../formula/value.ts'

/**
 * What a state starts at.
 * @throws FormulaError that names the state, because its place is in this text and not in the program's
 */
export function lowerInitialValue(state: string, text: string, scope: Scope): Value {
  try {
    const expression = parseExpression(text)
    refuseChance(expression)
    return lower(expression, scope)
  } catch (error) {
    if (error instanceof FormulaError) error.state ??= state
    throw error
  }
}

/** Chance belongs to steps, and before the first there is none. */
function refuseChance(expression: Expression): void {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return
    case 'negate':
    case 'not':
      return refuseChance(expression.operand)
    case 'binary':
      refuseChance(expression.left)
      return refuseChance(expression.right)
    case 'call':
      if (expression.name === 'normal' || expression.name === 'bernoulli')
        throw new FormulaError('Before the first step there is no chance.', expression.span)
      expression.args.forEach(refuseChance)
  }
}
