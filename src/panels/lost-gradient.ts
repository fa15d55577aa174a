import type { Trajectory } from '../simulation/trajectory.ts'

/** A loss beyond this is on its way to infinity, and so is its gradient. */
const farUp = 1e100

/**
 * Whether a run ended because its gradient is not a number, or infinite, at an ordinary loss: at √0 or log 0, say, and not because the run
 * climbed without end.
 */
export function lostGradient({ size, steps, loss, gradient, stop }: Trajectory): boolean {
  if (stop.reason !== 'diverged' || steps === 0) return false
  // The last row is where the run already is not finite; the one before it led there.
  const row = steps - 1
  if (!(Math.abs(loss[row]) < farUp)) return false
  return !gradient.subarray(row * size, (row + 1) * size).every(Number.isFinite)
}
