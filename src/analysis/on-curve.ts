import { outward } from '../formula/interval-registers.ts'
import type { Box, IntervalLoss } from './interval-loss.ts'

/** A point of a curve on which the gradient vanishes. */
export interface CurvePoint {
  x: number
  y: number
  /** The eigenvalue across the curve; the one along it is zero. */
  across: number
  /** Unit vector across. */
  vx: number
  vy: number
}

const mostSteps = 12
/** The eigenvalue along a curve of critical points is zero but for rounding. */
const zeroShare = 1e-7

/**
 * The point of a critical curve that lies nearest across: Newton's method along the eigenvector of the larger eigenvalue alone.
 * Nothing where it leaves `reach` (a distance), where the gradient does not vanish to rounding, or where neither eigenvalue does.
 */
export function curvePoint(loss: IntervalLoss, fromX: number, fromY: number, reach: number): CurvePoint | undefined {
  const { g, h } = loss
  let [x, y] = [fromX, fromY]
  let last = Infinity
  for (let k = 0; k < mostSteps; k++) {
    if (loss.hessian(x, x, y, y) !== 0 || loss.gradient(x, x, y, y) !== 0) return undefined
    const a = (h[0] + h[1]) / 2
    const b = (h[2] + h[3]) / 2
    const c = (h[4] + h[5]) / 2
    const g1 = (g[0] + g[1]) / 2
    const g2 = (g[2] + g[3]) / 2
    const half = (a - c) / 2
    const root = Math.sqrt(half * half + b * b)
    const mean = (a + c) / 2
    const across = mean < 0 ? mean - root : mean + root
    const along = mean < 0 ? mean + root : mean - root
    if (!(Math.abs(along) <= 0.5 * Math.abs(across))) return undefined
    // Eigenvector of `across`: the longer of two columns of H − along·I.
    const [p, q] = Math.abs(a - along) > Math.abs(c - along) ? [a - along, b] : [b, c - along]
    const length = Math.sqrt(p * p + q * q)
    const [vx, vy] = [p / length, q / length]
    const step = (g1 * vx + g2 * vy) / across
    const size = Math.abs(step)
    const rounding = outward * (Math.abs(x) + Math.abs(y))
    if (size <= rounding || !(size < last / 2)) {
      // Across, the gradient vanishes by what was just done; along the curve it must do so by itself, to its own rounding.
      const arrived = size <= 1e-9 * reach || size <= 64 * rounding
      const rest = Math.abs(g2 * vx - g1 * vy)
      const known =
        4 * ((g[1] - g[0]) * Math.abs(vy) + (g[3] - g[2]) * Math.abs(vx)) + 64 * outward * size * Math.abs(across)
      return arrived && rest <= known && Math.abs(along) <= zeroShare * Math.abs(across)
        ? { x, y, across, vx, vy }
        : undefined
    }
    x -= step * vx
    y -= step * vy
    if (!(Math.abs(x - fromX) + Math.abs(y - fromY) <= reach)) return undefined
    last = size
  }
  return undefined
}

/**
 * Whether a curve of critical points passes through the box or beside it, and nothing else is hidden there: the gradient's component
 * across vanishes on one curve alone if its derivative, vᵀHv, is zero nowhere in the box. A curve goes on at least `shortest` to one
 * side: about a point where only rounding makes the gradient vanish it does not.
 */
export function onCurve(loss: IntervalLoss, { xl, xh, yl, yh }: Box, shortest: number): boolean {
  const size = xh - xl + yh - yl
  const point = curvePoint(loss, (xl + xh) / 2, (yl + yh) / 2, 1.5 * size)
  if (!point) return false
  const { x, y, vx, vy } = point
  const length = Math.max(size, shortest)
  if (
    !curvePoint(loss, x - length * vy, y + length * vx, length) &&
    !curvePoint(loss, x + length * vy, y - length * vx, length)
  )
    return false
  if (loss.hessian(Math.min(xl, x), Math.max(xh, x), Math.min(yl, y), Math.max(yh, y)) !== 0) return false
  const [h11l, h11h, h12l, h12h, h22l, h22h] = loss.h
  const [pp, pq, qq] = [vx * vx, 2 * vx * vy, vy * vy]
  const slack = 1e-12 * Math.max(-h11l, h11h, -h12l, h12h, -h22l, h22h)
  const low = pp * h11l + (pq < 0 ? pq * h12h : pq * h12l) + qq * h22l
  const high = pp * h11h + (pq < 0 ? pq * h12l : pq * h12h) + qq * h22h
  return low > slack || high < -slack
}
