import type { Domain, Landscape } from '../declare/landscape.ts'
import type { Setting } from '../simulation/experiment.ts'
import { LossEvaluator } from './loss-evaluator.ts'
import type { SurfaceGrid } from './surface-grid.ts'

/**
 * The loss on a square lattice over the first two parameters; further parameters stand at their start.
 * @throws FormulaError
 */
export function sampleSurface(landscape: Setting<Landscape>, domain: Domain, resolution: number): SurfaceGrid {
  const evaluator = new LossEvaluator(landscape)
  const { size } = evaluator
  const rest = landscape.thing.starts[0].slice(2)
  const points = new Float64Array(resolution * resolution * size)
  for (let j = 0; j < resolution; j++)
    for (let i = 0; i < resolution; i++) {
      const at = (j * resolution + i) * size
      points[at] = along(domain[0], i / (resolution - 1))
      points[at + 1] = along(domain[1], j / (resolution - 1))
      points.set(rest, at + 2)
    }
  const loss = evaluator.loss(points)
  const finite = loss.filter(Number.isFinite).sort()
  const last = finite.length - 1
  return {
    domain,
    resolution,
    loss,
    least: finite[0] ?? 0,
    greatest: finite[last] ?? 0,
    cap: Math.max(finite[Math.round((landscape.thing.heightCap / 100) * last)] ?? 1, highestPeak(loss, resolution)),
  }
}

/** The highest point of the lattice's inside that stands above all its neighbours: a hilltop is no wall and is not cut. */
function highestPeak(loss: Float64Array, resolution: number): number {
  let highest = -Infinity
  for (let j = 1; j < resolution - 1; j++)
    for (let i = 1; i < resolution - 1; i++) {
      const at = j * resolution + i
      const value = loss[at]
      if (!(value > highest) || value === Infinity) continue
      const around = [-1, 1, -resolution, resolution, -resolution - 1, 1 - resolution, resolution - 1, resolution + 1]
      if (around.every((step) => loss[at + step] < value)) highest = value
    }
  return highest
}

/** The point of an interval at a share from 0 to 1, its ends exactly. */
function along([low, high]: readonly [number, number], share: number): number {
  return share === 1 ? high : low + (high - low) * share
}
