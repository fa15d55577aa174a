import type { HeightField } from './height-field.ts'
import { tall, type ScenePoint } from './scene-box.ts'

/** Where a ray meets the surface: shares of the two parameters and the height there; `distance` in lengths of the direction. */
export interface RayHit {
  u: number
  v: number
  height: number
  distance: number
}

/**
 * The first point of the drawn surface (below the cap) on a ray of the scene, or undefined. Marches over the lattice's cells in the
 * order the ray crosses them; within a cell ray minus surface is straight on either side of the diagonal, so a change of sign is the
 * hit, exactly.
 */
export function rayHit(field: HeightField, origin: ScenePoint, direction: ScenePoint): RayHit | undefined {
  const last = field.resolution - 1
  // The ray in lattice units: x and y in cells, h in heights, all linear in t.
  const [x0, dx] = [((origin[0] + 1) / 2) * last, (direction[0] / 2) * last]
  const [y0, dy] = [((1 - origin[2]) / 2) * last, (-direction[2] / 2) * last]
  const [h0, dh] = [origin[1] / tall, direction[1] / tall]

  let enter = 0
  let leave = Infinity
  for (const [p, d, low, high] of [
    [x0, dx, 0, last],
    [y0, dy, 0, last],
    [h0, dh, -0.01, 1],
  ]) {
    if (d === 0) {
      if (p < low || p > high) return undefined
      continue
    }
    const [a, b] = [(low - p) / d, (high - p) / d]
    enter = Math.max(enter, Math.min(a, b))
    leave = Math.min(leave, Math.max(a, b))
  }
  if (!(enter <= leave) || leave === Infinity) return undefined

  const cell = (p: number) => Math.min(Math.max(Math.floor(p), 0), last - 1)
  let i = cell(x0 + (enter + 1e-9) * dx)
  let j = cell(y0 + (enter + 1e-9) * dy)
  const above = (t: number) => h0 + t * dh - field.inCell(i, j, x0 + t * dx - i, y0 + t * dy - j)

  for (let t = enter; t < leave;) {
    const alongX = dx === 0 ? Infinity : ((dx > 0 ? i + 1 : i) - x0) / dx
    const alongY = dy === 0 ? Infinity : ((dy > 0 ? j + 1 : j) - y0) / dy
    const end = Math.min(alongX, alongY, leave)
    const crossing = diagonalCrossing(x0 - i, dx, y0 - j, dy, (i + j) % 2 === 0)
    const middle = crossing > t && crossing < end ? crossing : end
    const hit = signChange(above, t, middle) ?? (middle < end ? signChange(above, middle, end) : undefined)
    if (hit !== undefined)
      return {
        u: Math.min(Math.max((x0 + hit * dx) / last, 0), 1),
        v: Math.min(Math.max((y0 + hit * dy) / last, 0), 1),
        height: h0 + hit * dh,
        distance: hit,
      }
    if (end >= leave) return undefined
    if (alongX <= alongY) i += Math.sign(dx)
    else j += Math.sign(dy)
    if (i < 0 || j < 0 || i >= last || j >= last) return undefined
    t = Math.max(end, t)
  }
  return undefined
}

/** Where the ray crosses the cell's diagonal, in its own lengths; NaN if it runs along it. */
function diagonalCrossing(x: number, dx: number, y: number, dy: number, upwards: boolean): number {
  return upwards ? (y - x) / (dx - dy) : (1 - x - y) / (dx + dy)
}

/** The zero of a function that is straight between a and b, if it has one; NaN (a hole) has none. */
function signChange(f: (t: number) => number, a: number, b: number): number | undefined {
  const [fa, fb] = [f(a), f(b)]
  if (fa === 0) return a
  if (!(fa * fb <= 0)) return undefined
  return a + ((b - a) * fa) / (fa - fb)
}
