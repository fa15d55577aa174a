import type { IntervalStep } from './interval-monotone.ts'
import { intervalPointFunction } from './interval-point-functions.ts'
import {
  outward,
  stepDown,
  stepUp,
  storeAll,
  storeExact,
  storeWidened,
  underflow,
  type IntervalRegisters,
} from './interval-registers.ts'
import { elementaryErrors } from './operations.ts'

/** Beyond four arguments each may add a unit to the error of the computed value. */
const unitsFor = (name: 'share' | 'logsumexp', count: number): number => elementaryErrors[name] + Math.max(0, count - 4)

/** What the exponential of a rounded difference may be off, relative to itself: by its own error and the difference's. */
const powerError = (difference: number): number => (Math.abs(difference) + elementaryErrors.exp + 1) * outward

/** 1 / (1 + Σ e^(aₖ − a₀)): it rises with its first argument and falls with the others. An argument that stands again counts 1. */
export function intervalShare(r: IntervalRegisters, out: number, args: readonly number[]): IntervalStep {
  const exp = intervalPointFunction('exp')
  const [first] = args
  const others = args.slice(1).filter((a) => a !== first)
  const same = args.length - others.length
  const units = unitsFor('share', args.length) + 1
  return () => {
    let flags = r.flags[first]
    let [most, least] = [same, same]
    for (const a of others) {
      flags |= r.flags[a]
      const nearest = stepUp(r.high[a] - r.low[first])
      const high = exp(nearest)
      most = stepUp(most + (high > 0 && nearest < Infinity ? high + high * powerError(nearest) : high) + underflow)
      const farthest = stepDown(r.low[a] - r.high[first])
      const low = exp(farthest)
      least = stepDown(
        least + (low > 0 && low < Infinity ? low - low * powerError(farthest) : low < Infinity ? 0 : Number.MAX_VALUE),
      )
    }
    r.flags[out] = flags
    storeWidened(r, out, 1 / most, 1 / least, units, 0, 1)
  }
}

/** log(Σ e^aₖ) rises with every argument. */
export function intervalLogsumexp(r: IntervalRegisters, out: number, args: readonly number[]): IntervalStep {
  const exp = intervalPointFunction('exp')
  const log1p = intervalPointFunction('log1p')
  const units = unitsFor('logsumexp', args.length) + 2
  // Each power is below 1 and its error below 8 units of that; what they add up to enters the result at most unchanged.
  const powersError = 8 * args.length * outward

  function ofEnds(ends: Float64Array): number {
    let greatest = 0
    for (let k = 1; k < args.length; k++) if (ends[args[k]] > ends[args[greatest]]) greatest = k
    const m = ends[args[greatest]]
    let sum = 0
    for (let k = 0; k < args.length; k++) if (k !== greatest) sum += exp(ends[args[k]] - m)
    const result = m + log1p(sum)
    slack = powersError + units * outward * (Math.abs(m) + Math.abs(result)) + underflow
    return result
  }
  let slack = 0

  return () => {
    let flags = 0
    for (const a of args) flags |= r.flags[a]
    r.flags[out] = flags
    const low = ofEnds(r.low) - slack
    const high = ofEnds(r.high) + slack
    storeExact(r, out, low, high)
    // Unbounded arguments: an end that is no number bounds nothing.
    if (!(high - low < Infinity)) {
      storeAll(r, out)
      for (const a of args) if (r.low[a] > r.low[out]) r.low[out] = r.low[a]
    }
  }
}
