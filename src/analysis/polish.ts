import type { Box, IntervalLoss } from './interval-loss.ts'

/** Newton's method on the gradient from near a critical point that is alone in its box; stays there. */
export function polish(loss: IntervalLoss, nearX: number, nearY: number, { xl, xh, yl, yh }: Box): [number, number] {
  const { g, h } = loss
  let [x, y] = [nearX, nearY]
  let last = Infinity
  for (let k = 0; k < 12; k++) {
    loss.gradient(x, x, y, y)
    loss.hessian(x, x, y, y)
    const g1 = (g[0] + g[1]) / 2
    const g2 = (g[2] + g[3]) / 2
    const a = (h[0] + h[1]) / 2
    const b = (h[2] + h[3]) / 2
    const c = (h[4] + h[5]) / 2
    const det = a * c - b * b
    const nextX = x - (c * g1 - b * g2) / det
    const nextY = y - (a * g2 - b * g1) / det
    if (!(nextX >= xl && nextX <= xh && nextY >= yl && nextY <= yh)) break
    const moved = Math.abs(nextX - x) + Math.abs(nextY - y)
    // Steps that no longer shrink are rounding.
    if (!(moved < last / 2)) break
    x = nextX
    y = nextY
    if (moved <= 1e-16 * (Math.abs(x) + Math.abs(y))) break
    last = moved
  }
  return [x, y]
}
