import type { CriticalPointKind, Domain, Landscape } from '../declare/landscape.ts'
import type { Setting } from '../simulation/experiment.ts'
import { asDomain, fewer, hull, joined, nearGroups } from './box-groups.ts'
import { BoxSearch, type ProvenPoint } from './box-search.ts'
import {
  certificateSentence,
  type CriticalCluster,
  type CriticalCurve,
  type CriticalPointCertificate,
} from './certificate.ts'
import type { CriticalPoint } from './critical-point.ts'
import { IntervalLoss, type Box } from './interval-loss.ts'
import { LossEvaluator } from './loss-evaluator.ts'
import { multiStart } from './multi-start.ts'
import { nameCluster, type NamedCluster } from './name-cluster.ts'
import { readPoints } from './read-point.ts'
import { traceCurves, type TracedCurve } from './trace-curve.ts'

/** Boxes that are examined before a search is given up. */
export const mostBoxes = 400_000

/**
 * The search for all critical points of a loss of two parameters, in steps: a worker takes one, shows the points, and takes the next.
 */
export class CriticalPointSearch {
  private readonly landscape: Setting<Landscape>
  private readonly evaluator: LossEvaluator
  private readonly loss: IntervalLoss
  private readonly domain: Domain
  private readonly search: BoxSearch
  private readonly budget: number
  private readonly found: CriticalPoint[] = []

  /** @throws FormulaError */
  constructor(landscape: Setting<Landscape>, domain: Domain, budget = mostBoxes) {
    this.landscape = landscape
    this.evaluator = new LossEvaluator(landscape)
    this.loss = new IntervalLoss(this.evaluator)
    this.domain = domain
    this.search = new BoxSearch(this.loss, domain)
    this.budget = budget
  }

  /** Examines up to so many boxes (some 1 000 take a few milliseconds); true when there is nothing left to do. */
  step(boxes: number): boolean {
    const left = this.budget - this.search.boxes
    return this.search.step(Math.min(boxes, left)) || this.search.boxes >= this.budget
  }

  /** Proven points found so far, in the order of finding. */
  points(): readonly CriticalPoint[] {
    const fresh = this.search.points.slice(this.found.length)
    readPoints(
      this.evaluator,
      fresh.map(({ x, y }) => [x, y]),
    ).forEach(({ theta, loss, eigenpairs }, k) => {
      this.found.push({ theta, loss, kind: kindOf(fresh[k]), eigenpairs })
    })
    return this.found
  }

  /** What is known now. A search that is not done is said to be cancelled, or at the end of its budget. */
  certificate(): CriticalPointCertificate {
    const { search, domain } = this
    const { done } = search
    const curves = traceCurves(this.loss, search.curveBoxes, domain)
    const small = done ? this.small(curves) : { clusters: [], kinks: [], open: search.rest(), rough: [] }
    const undecided = fewer([...small.open, ...search.faint], domain)
    const undefinedBoxes = fewer([...search.nowhere, ...small.rough, ...small.kinks.map((kink) => kink.box)], domain)
    const clusters = this.clusters(small.clusters, true)
    const counted = {
      complete: done && undecided.length === 0 && small.rough.length === 0,
      points: [...this.points()].sort((a, b) => a.loss - b.loss || a.theta[0] - b.theta[0]),
      clusters: [...clusters, ...this.clusters(small.kinks, false)],
      unproven: done || search.boxes >= this.budget ? this.unproven(small.open, clusters) : [],
      curves: curves.map((curve) => this.curve(curve)),
      regions: joined(search.flat).map(asDomain),
      undecided: undecided.map(asDomain),
      undefined: undefinedBoxes.map(asDomain),
      boxes: search.boxes,
      ...(done ? {} : { reason: search.boxes >= this.budget ? ('budget' as const) : ('cancelled' as const) }),
    }
    return { ...counted, summary: certificateSentence(counted) }
  }

  /** Sorts out the small boxes that are left. */
  private small(curves: readonly TracedCurve[]) {
    const { search, loss, domain } = this
    const rough = new Set(search.rough)
    const groups = nearGroups([...search.open, ...search.rough], domain)
    const hulls = groups.map(hull)
    const result = {
      clusters: [] as NamedCluster[],
      kinks: [] as NamedCluster[],
      open: [] as Box[],
      rough: [] as Box[],
    }
    groups.forEach((group, k) => {
      const isRough = group.some((box) => rough.has(box))
      if (!isRough && curves.some((curve) => meets(curve, hulls[k]))) return
      const named = nameCluster(loss, hulls[k], hulls, search.points, domain, !isRough)
      if (named) (isRough ? result.kinks : result.clusters).push(named)
      else for (const box of group) (rough.has(box) ? result.rough : result.open).push(box)
    })
    return result
  }

  /** What Newton's method finds in boxes that the proof left undecided. */
  private unproven(open: readonly Box[], clusters: readonly CriticalCluster[]): CriticalPoint[] {
    if (open.length === 0) return []
    const near = this.domain.map(([low, high]) => 1e-6 * (high - low))
    const known = [...this.points(), ...clusters]
    return multiStart(this.landscape, this.domain).filter(
      ({ theta: [x, y] }) =>
        open.some(
          (box) => x >= box.xl - near[0] && x <= box.xh + near[0] && y >= box.yl - near[1] && y <= box.yh + near[1],
        ) && !known.some(({ theta }) => Math.abs(theta[0] - x) <= near[0] && Math.abs(theta[1] - y) <= near[1]),
    )
  }

  private clusters(named: readonly NamedCluster[], differentiable: boolean): CriticalCluster[] {
    return readPoints(
      this.evaluator,
      named.map(({ x, y }) => [x, y]),
    ).map(({ theta, loss, eigenpairs }, k) => ({
      theta,
      loss,
      kind: 'degenerate',
      eigenpairs,
      box: asDomain(named[k].box),
      index: named[k].index,
      differentiable,
    }))
  }

  private curve({ points, closed }: TracedCurve): CriticalCurve {
    const across = points.map((point) => point.across)
    const signs = new Set(across.map((value) => value > 0))
    return {
      points: points.map(({ x, y }) => [x, y]),
      closed,
      kind: signs.size > 1 ? 'degenerate' : across[0] > 0 ? 'minimum' : 'maximum',
      across,
      loss: this.evaluator.loss(Float64Array.of(points[0].x, points[0].y))[0],
    }
  }
}

function kindOf({ positive }: ProvenPoint): CriticalPointKind {
  return positive === 2 ? 'minimum' : positive === 0 ? 'maximum' : 'saddle'
}

/** Whether a step of the curve passes through the box or a little beside it: there two curves cross, or one bends sharply. */
function meets({ points }: TracedCurve, { xl, xh, yl, yh }: Box): boolean {
  const [x, y] = [(xl + xh) / 2, (yl + yh) / 2]
  const size = xh - xl + yh - yl
  return points.some((a, k) => {
    const b = points[Math.min(k + 1, points.length - 1)]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const square = dx * dx + dy * dy
    if (square === 0) return false
    const share = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / square))
    const [ox, oy] = [x - a.x - share * dx, y - a.y - share * dy]
    return ox * ox + oy * oy <= size * size + 1e-4 * square
  })
}
