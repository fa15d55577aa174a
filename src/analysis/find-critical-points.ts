import type { Domain, Landscape } from '../declare/landscape.ts'
import type { Setting } from '../simulation/experiment.ts'
import { analyzeCriticalPoints } from './analyze-critical-points.ts'
import type { CriticalPoint } from './critical-point.ts'

/**
 * The isolated critical points of the domain, degenerate ones included, by ascending loss. Which are proven, curves, regions, and whether
 * these are all is in the certificate of `analyzeCriticalPoints`.
 * @throws FormulaError
 */
export function findCriticalPoints(landscape: Setting<Landscape>, domain: Domain): CriticalPoint[] {
  const { points, clusters, unproven } = analyzeCriticalPoints(landscape, domain)
  const degenerate = clusters.flatMap(({ theta, loss, kind, eigenpairs, differentiable }) =>
    differentiable ? [{ theta, loss, kind, eigenpairs }] : [],
  )
  return [...points, ...degenerate, ...unproven].sort((a, b) => a.loss - b.loss || a.theta[0] - b.theta[0])
}
