import type { CriticalPoint } from '../analysis/critical-point.ts'
import type { PointReading } from '../analysis/point-reading.ts'
import type { SurfaceGrid } from '../analysis/surface-grid.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import type { StepReading } from '../simulation/step-reading.ts'
import type { ContourLine } from '../worker/protocol.ts'

/** Everything derived from the experiment. The last good answer stays until a newer one arrives. */
export interface Results {
  grid: SurfaceGrid | undefined
  contours: readonly ContourLine[]
  /** One a run, in order; an error is a sentence. */
  trajectories: readonly (Trajectory | { error: string })[]
  criticalPoints: readonly CriticalPoint[]
  /** Where the selected run's ball stands, or at the chosen critical point. */
  point: PointReading | undefined
  step: StepReading | undefined
  /** What the last simulation took in the worker. */
  milliseconds: number
}
