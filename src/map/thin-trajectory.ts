import type { Trajectory } from '../simulation/trajectory.ts'
import { pixelsPerUnit, type MapFrame } from './map-frame.ts'

/** A trajectory in pixels: only points that can be told apart on the screen. */
export interface ThinTrajectory {
  /** x, y, x, y, … */
  points: Float32Array
  /** Step of each point, ascending. */
  steps: Int32Array
}

/** Points nearer than this to the last one kept are left out, in pixels. */
const nearest = 0.6

/**
 * The trajectory's first two parameters in pixels, thinned: a run that creeps or has come to rest costs a few points, not
 * thousands. Ends where θ is not finite. A jump far out of the box is cut short in its own direction: canvases draw badly
 * at coordinates of millions.
 */
export function thinTrajectory(
  { theta, size, steps }: Pick<Trajectory, 'theta' | 'size' | 'steps'>,
  frame: MapFrame,
): ThinTrajectory {
  const points = new Float32Array(2 * (steps + 1))
  const kept = new Int32Array(steps + 1)
  const far = 20 * Math.max(frame.width, frame.height)
  // toPixel by hand: a pair for each of a hundred thousand steps would be garbage.
  const [[left], [, top]] = frame.domain
  const [acrossX, acrossY] = pixelsPerUnit(frame)
  let count = 0
  let lastX = Infinity
  let lastY = Infinity
  for (let k = 0; k <= steps; k++) {
    let x = (theta[k * size] - left) * acrossX
    let y = (top - theta[k * size + 1]) * acrossY
    if (!Number.isFinite(x) || !Number.isFinite(y)) break
    const reach = Math.max(Math.abs(x - lastX), Math.abs(y - lastY))
    if (reach < nearest && k < steps) continue
    if (count > 0 && reach > far) {
      x = lastX + ((x - lastX) / reach) * far
      y = lastY + ((y - lastY) / reach) * far
    }
    points[2 * count] = x
    points[2 * count + 1] = y
    kept[count++] = k
    lastX = x
    lastY = y
  }
  return { points: points.slice(0, 2 * count), steps: kept.slice(0, count) }
}

/** How many of the points are at or before a step. */
export function pointsUpTo({ steps }: ThinTrajectory, step: number): number {
  let low = 0
  let high = steps.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (steps[middle] <= step) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the ball stands at a step with a fraction: between two rows of θ; past the end, at the last finite row. */
export function ballAt({ theta, size, steps }: Trajectory, step: number): [number, number] | undefined {
  let row = Math.min(Math.floor(step), steps)
  while (row > 0 && !(Number.isFinite(theta[row * size]) && Number.isFinite(theta[row * size + 1]))) row--
  const x = theta[row * size]
  const y = theta[row * size + 1]
  if (!Number.isFinite(x) || !Number.isFinite(y)) return undefined
  const nextX = theta[(row + 1) * size]
  const nextY = theta[(row + 1) * size + 1]
  const share = step - row
  if (row >= steps || share >= 1 || !Number.isFinite(nextX) || !Number.isFinite(nextY)) return [x, y]
  return [x + share * (nextX - x), y + share * (nextY - y)]
}
