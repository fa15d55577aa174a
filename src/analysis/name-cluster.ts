import type { Domain } from '../declare/landscape.ts'
import { overlap } from './box-groups.ts'
import type { ProvenPoint } from './box-search.ts'
import type { Box, IntervalLoss } from './interval-loss.ts'
import { windingNumber } from './winding-number.ts'

/** A small place that is not an ordinary critical point. */
export interface NamedCluster {
  x: number
  y: number
  index: number
  box: Box
}

/** Wider than this share of the domain it is no point. */
const widest = 1 / 1024
/** The way around it is tried at these multiples of its size. */
const ways = [1, 8, 64, 512, 4096]

/**
 * What a group of undecided boxes is, by the gradient's winding number around it; undefined where that cannot be told, or where it is 0
 * and the gradient does not vanish inside either.
 */
export function nameCluster(
  loss: IntervalLoss,
  box: Box,
  others: readonly Box[],
  points: readonly ProvenPoint[],
  [[xl, xh], [yl, yh]]: Domain,
  differentiable: boolean,
): NamedCluster | undefined {
  const width = xh - xl
  const height = yh - yl
  if (box.xh - box.xl > widest * width || box.yh - box.yl > widest * height) return undefined
  const dx = Math.max(box.xh - box.xl, width / (1 << 26))
  const dy = Math.max(box.yh - box.yl, height / (1 << 26))
  for (const factor of ways) {
    const around = {
      xl: box.xl - factor * dx,
      xh: box.xh + factor * dx,
      yl: box.yl - factor * dy,
      yh: box.yh + factor * dy,
    }
    if (others.some((other) => other !== box && overlap(other, around))) return undefined
    const turns = windingNumber(loss, around)
    if (turns === undefined) continue
    const inside = points.filter((p) => p.x > around.xl && p.x < around.xh && p.y > around.yl && p.y < around.yh)
    const index = turns - inside.reduce((sum, p) => sum + (p.positive === 1 ? -1 : 1), 0)
    const middle: [number, number] = [(box.xl + box.xh) / 2, (box.yl + box.yh) / 2]
    // Degenerate points of written formulas lie at 0 more often than anywhere else.
    const [u, v] = differentiable ? flattest(loss, box, dx, dy) : middle
    const hair = differentiable ? 1e-9 : widest
    const candidates = [
      [tidy(u, box.xl, box.xh, hair * width), tidy(v, box.yl, box.yh, hair * height)],
      [tidy(u, box.xl, box.xh, width), tidy(v, box.yl, box.yh, height)],
    ]
    const found =
      index === 0 ? candidates.find(([x, y]) => differentiable && vanishes(loss, x, y, around)) : candidates[0]
    return found && { x: found[0], y: found[1], index, box }
  }
  return undefined
}

/** Newton's method, which approaches a degenerate point by a constant factor a step. */
function flattest(loss: IntervalLoss, box: Box, dx: number, dy: number): [number, number] {
  const { g, h } = loss
  const middle: [number, number] = [(box.xl + box.xh) / 2, (box.yl + box.yh) / 2]
  let [x, y] = middle
  for (let k = 0; k < 150; k++) {
    loss.gradient(x, x, y, y)
    loss.hessian(x, x, y, y)
    const a = (h[0] + h[1]) / 2
    const b = (h[2] + h[3]) / 2
    const c = (h[4] + h[5]) / 2
    const g1 = (g[0] + g[1]) / 2
    const g2 = (g[2] + g[3]) / 2
    const det = a * c - b * b
    const nextX = x - (c * g1 - b * g2) / det
    const nextY = y - (a * g2 - b * g1) / det
    if (!(nextX >= box.xl - dx && nextX <= box.xh + dx && nextY >= box.yl - dy && nextY <= box.yh + dy)) break
    if (nextX === x && nextY === y) break
    x = nextX
    y = nextY
  }
  return x >= box.xl && x <= box.xh && y >= box.yl && y <= box.yh ? [x, y] : middle
}

/** Whether the gradient at the point is nothing beside what it is around it. */
function vanishes(loss: IntervalLoss, x: number, y: number, { xl, xh, yl, yh }: Box): boolean {
  const { g } = loss
  loss.gradient(xl, xh, yl, yh)
  const around = Math.max(-g[0], g[1], -g[2], g[3])
  loss.gradient(x, x, y, y)
  const rounding = g[1] - g[0] + g[3] - g[2]
  return (
    rounding <= 1e-3 * around &&
    Math.max(Math.abs(g[0] + g[1]), Math.abs(g[2] + g[3])) / 2 <= 1e-6 * around + 4 * rounding
  )
}

/** 0 for a number that is a hair from it, if 0 is as possible. */
function tidy(value: number, low: number, high: number, hair: number): number {
  return low <= 0 && high >= 0 && Math.abs(value) < hair ? 0 : value
}
