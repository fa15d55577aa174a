import { intervalFlags } from '../formula/interval-registers.ts'
import type { Box, IntervalLoss } from './interval-loss.ts'

/** Pieces of an edge are halved this many times before the attempt is given up. */
const mostHalvings = 30
const mostPieces = 200_000

/**
 * How often the gradient turns around on the way once around the box, counterclockwise: by Poincaré and Hopf the number of minima and
 * maxima inside less that of saddles, degenerate points counting their index. Certain: on every piece of the way interval arithmetic
 * shows the gradient to stay on one side of a line through 0; where the way crosses a kink, the gradients of both sides and all between
 * them. Undefined where that cannot be shown, as where the gradient vanishes on the way.
 */
export function windingNumber(loss: IntervalLoss, { xl, xh, yl, yh }: Box): number | undefined {
  const corners = [
    [xl, yl],
    [xh, yl],
    [xh, yh],
    [xl, yh],
    [xl, yl],
  ]
  const walk: number[][] = []
  for (let k = 3; k >= 0; k--) walk.push([...corners[k], ...corners[k + 1], 0])
  let turns = 0
  let pieces = 0
  let [ux, uy] = at(loss, xl, yl)
  for (let piece = walk.pop(); piece !== undefined; piece = walk.pop()) {
    const [x0, y0, x1, y1, halvings] = piece
    if (++pieces > mostPieces) return undefined
    const flags = loss.gradient(Math.min(x0, x1), Math.max(x0, x1), Math.min(y0, y1), Math.max(y0, y1))
    const [g1l, g1h, g2l, g2h] = loss.g
    const sound = flags === 0 || (loss.continuous && flags === intervalFlags.rough)
    const clear = sound && (g1l > 0 || g1h < 0 || g2l > 0 || g2h < 0)
    if (!clear) {
      if (halvings === mostHalvings) return undefined
      const [x, y] = [x0 + (x1 - x0) / 2, y0 + (y1 - y0) / 2]
      walk.push([x, y, x1, y1, halvings + 1], [x0, y0, x, y, halvings + 1])
      continue
    }
    const [vx, vy] = at(loss, x1, y1)
    turns += crossing(ux, uy, vx, vy)
    ux = vx
    uy = vy
  }
  return turns
}

/** ±1 where the straight way from u to v, which does not touch 0, crosses the half-line to the right; counted upward. */
function crossing(ux: number, uy: number, vx: number, vy: number): number {
  if (uy < 0 === vy < 0) return 0
  const cross = ux * vy - uy * vx
  return uy < 0 ? (cross > 0 ? 1 : 0) : cross < 0 ? -1 : 0
}

function at(loss: IntervalLoss, x: number, y: number): [number, number] {
  loss.gradient(x, x, y, y)
  const { g } = loss
  return [(g[0] + g[1]) / 2, (g[2] + g[3]) / 2]
}
