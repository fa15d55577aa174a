import type { Landscape } from '../declare/landscape.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { lossGraph } from '../simulation/loss-graph.ts'

/** What is wrong with the formula of a landscape; undefined when nothing is. */
export function checkLandscape(landscape: Landscape): FormulaError | undefined {
  try {
    lossGraph({ thing: landscape, values: {} })
    return undefined
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
}
