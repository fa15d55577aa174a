import type { Landscape } from '../declare/landscape.ts'
import { FormulaError } from '../formula/formula-error.ts'
import type { Run, Setting } from '../simulation/experiment.ts'
import { stepProgram } from '../simulation/step-program.ts'

/**
 * What is wrong with the programs of a run on a landscape; undefined when nothing is. Where only one of them can be wrong (the others
 * stand on a shelf), the place is in its text, or in the initial value of the state that the error names.
 */
export function checkProgram(run: Run, landscape: Setting<Landscape>): FormulaError | undefined {
  try {
    stepProgram(landscape, run)
    return undefined
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}
