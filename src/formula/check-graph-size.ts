import { FormulaError } from './formula-error.ts'
import type { Graph } from './graph.ts'
import type { Span } from './syntax.ts'

/** Most nodes a set-up may have; far above what any shelf needs, far below what would make the page wait. */
const largestGraph = 60_000

/** @throws FormulaError where formula and derivatives together have become too many operations */
export function checkGraphSize(graph: Graph, place: Span): void {
  if (graph.nodes.length > largestGraph)
    throw new FormulaError('This is too large: its derivatives have more than 60 000 operations.', place)
}
