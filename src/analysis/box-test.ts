import { intervalFlags } from '../formula/interval-registers.ts'
import type { Box, IntervalLoss } from './interval-loss.ts'

/** What is known of a box. */
export const verdicts = {
  /** The gradient is zero nowhere in it. */
  empty: 0,
  /** Exactly one critical point lies in it or in a narrow margin about it, and no eigenvalue is zero there. */
  proven: 1,
  /** Nothing yet; the box may have become smaller. */
  open: 2,
  /** The same, and the formula has a kink, a jump or a hole in it. */
  rough: 3,
  /** The formula is defined at no point of it. */
  nowhere: 4,
  /** The gradient is exactly zero on all of it. */
  flat: 5,
  /** The gradient is too near zero on all of it for numbers to tell. */
  faint: 6,
} as const

/** The box is looked at with a margin of this share: a point on the common side of two boxes would otherwise be proven in neither. */
const margin = 0.1
/** A box much narrower than this share of its length (a point on its edge made it so) is looked at as if it were as wide. */
const slimmest = 0.2
/** A box is looked at again at once as long as it shrinks at least to this share. */
const shrinking = 0.5
const mostRounds = 20
/** Gradients this small are what underflow leaves. */
const faintest = 1e-290
/** What the few roundings of the test itself may add, relatively: more than a hundred times what they do. */
const roundings = 1e-13

/**
 * Tests boxes for critical points: the gradient's range, its mean-value form, and Krawczyk's operator preconditioned by the Hessian
 * at the middle. Source: R. Krawczyk, Newton-Algorithmen zur Bestimmung von Nullstellen mit Fehlerschranken (1969);
 * R. E. Moore, J. B. Kioustelidis, A simple test for accuracy of approximate solutions to nonlinear (or linear) systems (1980).
 */
export class BoxTest implements Box {
  /** The box under test; after `run` what is left of it. */
  xl = 0
  xh = 0
  yl = 0
  yh = 0
  /** After `proven`: the box in which the critical point is the only one. */
  readonly around: Box = { xl: 0, xh: 0, yl: 0, yh: 0 }
  /** After `proven`: near the critical point. */
  nearX = 0
  nearY = 0
  /** After `proven`: numbers of positive eigenvalues, the same everywhere in `around`. */
  positive = 0
  private readonly loss: IntervalLoss
  private readonly aspect: number

  /** `aspect`: the domain's width over its height. */
  constructor(loss: IntervalLoss, aspect: number) {
    this.loss = loss
    this.aspect = aspect
  }

  run(): number {
    for (let round = 0; ; round++) {
      const { loss, xl, xh, yl, yh } = this
      const flags = loss.gradient(xl, xh, yl, yh)
      const { g } = loss
      const g1l = g[0]
      const g1h = g[1]
      const g2l = g[2]
      const g2h = g[3]
      if (flags & intervalFlags.nowhere) return verdicts.nowhere
      if (g1l > 0 || g1h < 0 || g2l > 0 || g2h < 0) return verdicts.empty
      if (flags !== 0) return verdicts.rough
      if (g1l === 0 && g1h === 0 && g2l === 0 && g2h === 0) return verdicts.flat
      if (-g1l < faintest && g1h < faintest && -g2l < faintest && g2h < faintest) return verdicts.faint
      const verdict = this.krawczyk()
      if (verdict !== verdicts.open) return verdict
      const before = (xh - xl) * (yh - yl)
      if ((this.xh - this.xl) * (this.yh - this.yl) > shrinking * before || round === mostRounds) return verdicts.open
    }
  }

  /** Mean-value form and Krawczyk's operator; shrinks the box to what is left. */
  private krawczyk(): number {
    const { loss, aspect, xl, xh, yl, yh, around } = this
    const { g, h } = loss
    const ex = Math.max(xh - xl, slimmest * aspect * (yh - yl)) * margin
    const ey = Math.max(yh - yl, (slimmest / aspect) * (xh - xl)) * margin
    const left = xl - ex
    const right = xh + ex
    const lower = yl - ey
    const upper = yh + ey
    if (loss.hessian(left, right, lower, upper) !== 0) return verdicts.open
    const cx = xl + (xh - xl) / 2
    const cy = yl + (yh - yl) / 2
    if (loss.gradient(cx, cx, cy, cy) !== 0) return verdicts.open

    // Middle and radius of the Hessian's entries and of the gradient at the middle, in the unit of the Hessian's size.
    const unit =
      2 /
      (h[1] - h[0] + h[3] - h[2] + h[5] - h[4] + Math.abs(h[1] + h[0]) + Math.abs(h[3] + h[2]) + Math.abs(h[5] + h[4]))
    if (!(unit > 0 && unit < Infinity)) return verdicts.open
    const m11 = ((h[0] + h[1]) / 2) * unit
    const m12 = ((h[2] + h[3]) / 2) * unit
    const m22 = ((h[4] + h[5]) / 2) * unit
    const up = 1 + roundings
    const r11 = ((h[1] - h[0]) / 2) * unit * up
    const r12 = ((h[3] - h[2]) / 2) * unit * up
    const r22 = ((h[5] - h[4]) / 2) * unit * up
    const g1 = ((g[0] + g[1]) / 2) * unit
    const g2 = ((g[2] + g[3]) / 2) * unit
    const d1 = (g[1] - g[0]) * unit * up
    const d2 = (g[3] - g[2]) * unit * up
    if (!(d1 + d2 < Infinity)) return verdicts.open

    // The gradient anywhere in the box differs from that at the middle by no more than Hessian times distance.
    const halfX = ((xh - xl) / 2) * up
    const halfY = ((yh - yl) / 2) * up
    const a11 = Math.abs(m11) + r11
    const a12 = Math.abs(m12) + r12
    const a22 = Math.abs(m22) + r22
    if (Math.abs(g1) > (d1 + a11 * halfX + a12 * halfY) * up) return verdicts.empty
    if (Math.abs(g2) > (d2 + a12 * halfX + a22 * halfY) * up) return verdicts.empty

    const det = m11 * m22 - m12 * m12
    if (!(Math.abs(det) > 1e-12 * (Math.abs(m11 * m22) + m12 * m12)) || !Number.isFinite(1 / det)) return verdicts.open
    // Y = inverse of the middle matrix.
    const y11 = m22 / det
    const y12 = -m12 / det
    const y22 = m11 / det
    const b11 = Math.abs(y11)
    const b12 = Math.abs(y12)
    const b22 = Math.abs(y22)
    const kx = cx - (y11 * g1 + y12 * g2)
    const ky = cy - (y12 * g1 + y22 * g2)
    // |I − Y·H| entry by entry: the radii, and what rounding leaves of I − Y·M.
    const lost =
      roundings * (1 + (b11 + b12) * (Math.abs(m11) + Math.abs(m12)) + (b12 + b22) * (Math.abs(m12) + Math.abs(m22)))
    const e11 = (b11 * r11 + b12 * r12) * up + lost
    const e12 = (b11 * r12 + b12 * r22) * up + lost
    const e21 = (b12 * r11 + b22 * r12) * up + lost
    const e22 = (b12 * r12 + b22 * r22) * up + lost
    const rx = (right - cx) * up
    const ry = (upper - cy) * up
    const size = Math.abs(cx) + Math.abs(cy) + Math.abs(kx) + Math.abs(ky)
    const slackX = roundings * (b11 * Math.abs(g1) + b12 * Math.abs(g2)) + 1e-15 * size
    const slackY = roundings * (b12 * Math.abs(g1) + b22 * Math.abs(g2)) + 1e-15 * size
    const dx = (e11 * rx + e12 * ry + b11 * d1 + b12 * d2 + slackX) * up
    const dy = (e21 * rx + e22 * ry + b12 * d1 + b22 * d2 + slackY) * up

    if (kx + dx < xl || kx - dx > xh || ky + dy < yl || ky - dy > yh) return verdicts.empty
    if (kx - dx > left && kx + dx < right && ky - dy > lower && ky + dy < upper) {
      around.xl = left
      around.xh = right
      around.yl = lower
      around.yh = upper
      this.nearX = kx
      this.nearY = ky
      // All symmetric matrices within the Hessian's range are regular, so their eigenvalues keep the middle one's signs.
      this.positive = det < 0 ? 1 : m11 > 0 ? 2 : 0
      return verdicts.proven
    }
    this.xl = Math.max(xl, kx - dx)
    this.xh = Math.min(xh, kx + dx)
    this.yl = Math.max(yl, ky - dy)
    this.yh = Math.min(yh, ky + dy)
    return verdicts.open
  }
}
