import type { Domain } from '../declare/landscape.ts'
import type { Box, IntervalLoss } from './interval-loss.ts'
import { curvePoint, type CurvePoint } from './on-curve.ts'

export interface TracedCurve {
  points: CurvePoint[]
  closed: boolean
}

/** Points of a curve are this share of the domain apart, or less. */
const spacing = 1 / 256
const mostPoints = 4000
const mostHalvings = 6

/** The curves that pass through the boxes, each followed from one end to the other. */
export function traceCurves(loss: IntervalLoss, boxes: readonly Box[], domain: Domain): TracedCurve[] {
  const tracer = new Tracer(loss, domain)
  const curves: TracedCurve[] = []
  for (const { xl, xh, yl, yh } of boxes) {
    const start = curvePoint(loss, (xl + xh) / 2, (yl + yh) / 2, 1.5 * (xh - xl + yh - yl))
    if (!start || !tracer.inside(start.x, start.y) || curves.some((curve) => tracer.covers(curve, start))) continue
    curves.push(tracer.whole(start))
  }
  return curves
}

class Tracer {
  private readonly loss: IntervalLoss
  private readonly domain: Domain
  private readonly width: number
  private readonly height: number

  constructor(loss: IntervalLoss, domain: Domain) {
    this.loss = loss
    this.domain = domain
    this.width = domain[0][1] - domain[0][0]
    this.height = domain[1][1] - domain[1][0]
  }

  inside(x: number, y: number): boolean {
    const [[xl, xh], [yl, yh]] = this.domain
    return x >= xl && x <= xh && y >= yl && y <= yh
  }

  whole(start: CurvePoint): TracedCurve {
    const forth = this.follow(start, 1)
    if (forth.closed) return { points: [start, ...forth.points], closed: true }
    const back = this.follow(start, -1)
    return { points: [...back.points.reverse(), start, ...forth.points], closed: false }
  }

  /** Whether the point lies on the polyline, give or take its sagging between two points. */
  covers(curve: TracedCurve, { x, y }: CurvePoint): boolean {
    return curve.points.some((p) => {
      const dx = x - p.x
      const dy = y - p.y
      if (Math.abs(dx) > 1.5 * spacing * this.width || Math.abs(dy) > 1.5 * spacing * this.height) return false
      return (
        Math.abs(dx * p.vx + dy * p.vy) <= 0.25 * spacing * (Math.abs(p.vx) * this.width + Math.abs(p.vy) * this.height)
      )
    })
  }

  private follow(start: CurvePoint, sign: number): TracedCurve {
    const points: CurvePoint[] = []
    let at = start
    let [tx, ty] = [-sign * start.vy, sign * start.vx]
    for (let k = 0; k < mostPoints; k++) {
      // Straight on: the vector across is known up to its sign.
      if (-at.vy * tx + at.vx * ty > 0) [tx, ty] = [-at.vy, at.vx]
      else [tx, ty] = [at.vy, -at.vx]
      const next = this.next(at, tx, ty)
      if (!next) break
      if (!this.inside(next.x, next.y)) {
        const last = this.lastInside(at, tx, ty)
        if (last) points.push(last)
        break
      }
      if (k > 2 && this.between(at, next, start)) return { points, closed: true }
      points.push(next)
      at = next
    }
    return { points, closed: false }
  }

  private length(tx: number, ty: number): number {
    return spacing / Math.max(Math.abs(tx) / this.width, Math.abs(ty) / this.height)
  }

  private next(at: CurvePoint, tx: number, ty: number): CurvePoint | undefined {
    let length = this.length(tx, ty)
    for (let k = 0; k < mostHalvings; k++) {
      const found = curvePoint(this.loss, at.x + length * tx, at.y + length * ty, length)
      // Where it bends more than 45° the step was too long, or it is another curve.
      if (found && (found.x - at.x) * tx + (found.y - at.y) * ty > 0.7 * length) return found
      length /= 2
    }
    return undefined
  }

  /** The last point of the curve inside the domain, by halving the step that leaves it. */
  private lastInside(at: CurvePoint, tx: number, ty: number): CurvePoint | undefined {
    let [near, far] = [0, this.length(tx, ty)]
    let best: CurvePoint | undefined
    for (let k = 0; k < 40; k++) {
      const length = (near + far) / 2
      const found = curvePoint(this.loss, at.x + length * tx, at.y + length * ty, far)
      if (found && this.inside(found.x, found.y)) {
        near = length
        best = found
      } else far = length
    }
    return best
  }

  /** Whether the step from a to b passes the point. */
  private between(a: CurvePoint, b: CurvePoint, p: CurvePoint): boolean {
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const share = ((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy)
    const [ox, oy] = [p.x - a.x - share * dx, p.y - a.y - share * dy]
    return share >= 0 && share <= 1.01 && ox * ox + oy * oy <= 0.1 * (dx * dx + dy * dy)
  }
}
