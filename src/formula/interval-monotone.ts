import { intervalPointFunction, type PointFunction } from './interval-point-functions.ts'
import { intervalFlags, storeAll, storeWidened, type IntervalRegisters } from './interval-registers.ts'
import { elementaryErrors } from './operations.ts'

/** One operation of the evaluation: reads registers, writes one. */
export type IntervalStep = () => void

/** The rising functions with their least and greatest values, where they are defined everywhere. */
const bounds = {
  expm1: [-1, Infinity],
  tanh: [-1, 1],
  sigmoid: [0, 1],
  softplus: [0, Infinity],
} as const

export type RisingName = keyof typeof bounds

/**
 * Computed end points are this many units of their bound away from what holds for every number between: once for the end point's own
 * error, once for that of a value computed inside.
 */
const twice = 2

export function intervalExp(r: IntervalRegisters, out: number, a: number): IntervalStep {
  const exp = intervalPointFunction('exp')
  const units = twice * elementaryErrors.exp
  return () => {
    const low = exp(r.low[a])
    const high = r.low[a] === r.high[a] ? low : exp(r.high[a])
    storeWidened(r, out, low, high, units, 0)
    r.flags[out] = r.flags[a]
  }
}

export function intervalRising(r: IntervalRegisters, name: RisingName, out: number, a: number): IntervalStep {
  const f = intervalPointFunction(name)
  const units = twice * elementaryErrors[name]
  const [least, most] = bounds[name]
  return () => {
    const low = f(r.low[a])
    const high = r.low[a] === r.high[a] ? low : f(r.high[a])
    storeWidened(r, out, low, high, units, least, most)
    r.flags[out] = r.flags[a]
  }
}

/** log and log1p, which are −∞ at `edge` and undefined below it. */
export function intervalLogarithm(r: IntervalRegisters, name: 'log' | 'log1p', out: number, a: number): IntervalStep {
  const f: PointFunction = intervalPointFunction(name)
  const units = twice * elementaryErrors[name]
  const edge = name === 'log' ? 0 : -1
  return () => {
    const low = r.low[a]
    const high = r.high[a]
    if (high <= edge) {
      storeAll(r, out)
      r.flags[out] = r.flags[a] | intervalFlags.partial | intervalFlags.nowhere
      return
    }
    storeWidened(r, out, low > edge ? f(low) : -Infinity, f(high), units)
    r.flags[out] = low > edge ? r.flags[a] : r.flags[a] | intervalFlags.partial
  }
}

/** The square root has a kink at 0. Both ends are rounded to the nearest. */
export function intervalSqrt(r: IntervalRegisters, out: number, a: number): IntervalStep {
  return () => {
    const low = r.low[a]
    const high = r.high[a]
    if (high < 0) {
      storeAll(r, out)
      r.flags[out] = r.flags[a] | intervalFlags.partial | intervalFlags.nowhere
      return
    }
    storeWidened(r, out, low > 0 ? Math.sqrt(low) : 0, Math.sqrt(high), 1, 0)
    r.flags[out] =
      r.flags[a] | (low > 0 ? 0 : low === 0 ? intervalFlags.rough : intervalFlags.rough | intervalFlags.partial)
  }
}
