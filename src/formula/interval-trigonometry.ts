import { intervalPointFunction } from './interval-point-functions.ts'
import type { IntervalStep } from './interval-monotone.ts'
import { intervalFlags, storeAll, storeExact, storeWidened, type IntervalRegisters } from './interval-registers.ts'
import { elementaryErrors } from './operations.ts'

/** Beyond it our sine, cosine and tangent are NaN. */
const greatestAngle = 1e7
const turnsPerRadian = 1 / (2 * Math.PI)
const units = 2 * elementaryErrors.sin

export function intervalSin(r: IntervalRegisters, out: number, a: number): IntervalStep {
  const sin = intervalPointFunction('sin')
  return () => {
    const low = r.low[a]
    const high = r.high[a]
    if (!withinReach(r, out, a)) return
    const atLow = sin(low)
    storeWave(r, out, low, high, atLow, low === high ? atLow : sin(high), 0.25)
  }
}

export function intervalCos(r: IntervalRegisters, out: number, a: number): IntervalStep {
  const cos = intervalPointFunction('cos')
  return () => {
    const low = r.low[a]
    const high = r.high[a]
    if (!withinReach(r, out, a)) return
    const atLow = cos(low)
    storeWave(r, out, low, high, atLow, low === high ? atLow : cos(high), 0)
  }
}

/** Sets the flags; false, with the widest result written, where the angle is out of reach or turns once around. */
function withinReach(r: IntervalRegisters, out: number, a: number): boolean {
  const low = r.low[a]
  const high = r.high[a]
  const reached = low >= -greatestAngle && high <= greatestAngle
  r.flags[out] = reached ? r.flags[a] : r.flags[a] | intervalFlags.partial
  if (reached && high - low < 2 * Math.PI) return true
  storeExact(r, out, -1, 1)
  return false
}

/**
 * The hull of a wave's values between two angles less than a turn apart; its greatest values lie at `top` turns and whole turns on.
 * Whether one of them lies between is told to 10^−9 of a radian at the largest angles; the wave is 1 to the last bit that near to it.
 */
function storeWave(
  r: IntervalRegisters,
  out: number,
  low: number,
  high: number,
  atLow: number,
  atHigh: number,
  top: number,
): void {
  const from = low * turnsPerRadian - top
  const to = high * turnsPerRadian - top
  const least = Math.floor(to + 0.5) > Math.floor(from + 0.5) ? -1 : atLow < atHigh ? atLow : atHigh
  const most = Math.floor(to) > Math.floor(from) ? 1 : atLow < atHigh ? atHigh : atLow
  storeWidened(r, out, least, most, units, -1, 1)
}

/** Between two poles the tangent rises; across one it is unbounded and has a value nowhere at the pole. */
export function intervalTan(r: IntervalRegisters, out: number, a: number): IntervalStep {
  const tan = intervalPointFunction('tan')
  return () => {
    const low = r.low[a]
    const high = r.high[a]
    const margin = 1e-15 * (1 + Math.abs(low) + Math.abs(high))
    const from = low / Math.PI - 0.5 - margin
    const to = high / Math.PI - 0.5 + margin
    const reached = low >= -greatestAngle && high <= greatestAngle
    if (!reached || Math.floor(from) < Math.floor(to)) {
      storeAll(r, out)
      r.flags[out] = r.flags[a] | intervalFlags.partial
      return
    }
    storeWidened(r, out, tan(low), tan(high), 2 * elementaryErrors.tan)
    r.flags[out] = r.flags[a]
  }
}
