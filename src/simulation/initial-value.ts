import { FormulaError } from '../formula/formula-error.ts'
import { lower } from '../formula/lower.ts'
import { parseExpression } from '../formula/parse.ts'
import type { Scope } from '../formula/scope.ts'
import type { Value } from '../formula/value.ts'

/**
 * What a state starts at.
 * @throws FormulaError that names the state, because its place is in this text and not in the program's
 */
export function lowerInitialValue(state: string, text: string, scope: Scope): Value {
  try {
    return lower(parseExpression(text), scope)
  } catch (error) {
    if (error instanceof FormulaError) error.state ??= state
    throw error
  }
}
