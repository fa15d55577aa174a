import type { Domain } from '../declare/landscape.ts'
import type { LossEvaluator } from './loss-evaluator.ts'

/** Cells along each side at first, and in every cell looked at again. */
const first = 96
const again = 8
/** Most cells that are carried on, so that a curve of zeros does not make endless work. */
const mostCells = 2000

type Cell = readonly [x: number, y: number]

/**
 * Centres of small cells of a two-dimensional domain in whose corners both components of the gradient change sign: where a critical
 * point may hide that Newton's method reaches only from very near, as on a knife-edge pass.
 */
export function signChangeCells(evaluator: LossEvaluator, domain: Domain): number[][] {
  let size: [number, number] = [(domain[0][1] - domain[0][0]) / first, (domain[1][1] - domain[1][0]) / first]
  let cells = changes(evaluator, [[domain[0][0], domain[1][0]]], size, first)
  for (let level = 0; level < 2; level++) {
    size = [size[0] / again, size[1] / again]
    cells = changes(evaluator, cells, size, again)
  }
  return cells.map(([x, y]) => [x + size[0] / 2, y + size[1] / 2])
}

/** Corners of the sub-cells (`count` along each side, of this size) of the given cells in which both components change sign. */
function changes(evaluator: LossEvaluator, cells: readonly Cell[], [dx, dy]: [number, number], count: number): Cell[] {
  const side = count + 1
  const found: Cell[] = []
  for (const [x, y] of cells) {
    const points = new Float64Array(2 * side * side)
    for (let k = 0; k < side * side; k++) points.set([x + (k % side) * dx, y + Math.floor(k / side) * dy], 2 * k)
    const gradient = evaluator.gradient(points)
    for (let j = 0; j < count; j++)
      for (let i = 0; i < count; i++) {
        const corners = [j * side + i, j * side + i + 1, (j + 1) * side + i, (j + 1) * side + i + 1]
        if (crosses(gradient, corners, 0) && crosses(gradient, corners, 1)) found.push([x + i * dx, y + j * dy])
      }
    if (found.length > mostCells) break
  }
  return found.slice(0, mostCells)
}

function crosses(gradient: Float64Array, corners: readonly number[], component: number): boolean {
  const values = corners.map((corner) => gradient[2 * corner + component])
  return values.some((value) => value <= 0) && values.some((value) => value >= 0)
}
