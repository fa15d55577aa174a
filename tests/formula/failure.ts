import { FormulaError } from '../../src/formula/formula-error.ts'

/** The error with which a text is refused. */
export function failure(read: () => unknown): FormulaError {
  try {
    read()
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
  throw new Error('nothing was refused')
}
