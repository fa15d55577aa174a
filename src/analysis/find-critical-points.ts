import type { Domain, Landscape } from '../declare/landscape.ts'
import type { Setting } from '../simulation/experiment.ts'
import { analyzeCriticalPoints } from './analyze-critical-points.ts'
import { isolatedPoints } from './certificate.ts'
import type { CriticalPoint } from './critical-point.ts'

/**
 * The isolated critical points of the domain, degenerate ones included, by ascending loss. Which are proven, curves, regions, and
 * whether these are all is in the certificate of `analyzeCriticalPoints`.
 * @throws FormulaError
 */
export function findCriticalPoints(landscape: Setting<Landscape>, domain: Domain): CriticalPoint[] {
  return isolatedPoints(analyzeCriticalPoints(landscape, domain))
}
