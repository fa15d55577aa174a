import type { Lane } from '../lane.ts'
import { splitPolynomial } from './polynomial.ts'

// ln 2 in two parts; the first has 32 bits, so its product with any exponent is exact.
export const ln2High = 0.6931471806019545
export const ln2Low = -4.2009150726810846e-11
const log2e = 1.4426950408889634

/** The smallest normal number, 2^−1022: smaller results are flushed to zero. */
export const smallestNormal = 2.2250738585072014e-308
/** −1022·ln 2: below it e^x is less than the smallest normal number. */
const leastArgument = -708.3964185322641
/** Anything from 709.79 on overflows; clamping here keeps 2^k in reach and lets the overflow happen by itself. */
const greatestArgument = 710

// (e^r − 1 − r) / r² for |r| ≤ ln(2)/2, fitted by least squares at Chebyshev points with the first coefficient held
// at 1/2; the error is below 2^−57 of e^r.
const even = [0.5, 0.04166666666660196, 0.001388888892752114, 2.4801507848738403e-5, 2.762549456751392e-7]
const odd = [
  0.16666666666666244, 0.008333333333610958, 0.00019841269241924696, 2.7557830605778144e-6, 2.4920930742209523e-8,
]

/** e^r − 1 − r for |r| ≤ ln(2)/2. */
export function exponentialRemainder<V, M>(lane: Lane<V, M>, r: V): V {
  const square = lane.mul(r, r)
  return lane.mul(square, splitPolynomial(lane, r, square, even, odd))
}

/** a · 2^k for an integer k in [−1022, 1024]: 2^1024 is no double, so the last doubling is a product of its own. */
export function scale<V, M>(lane: Lane<V, M>, a: V, k: V): V {
  const one = lane.constant(1)
  const beyond = lane.select(lane.less(lane.constant(1023), k), one, lane.constant(0))
  return lane.mul(lane.mul(a, lane.powerOfTwo(lane.sub(k, beyond))), lane.add(one, beyond))
}

/** e^x: 0 below −708.396 (where it would be subnormal), ∞ above 709.782712893384. */
export function exp<V, M>(lane: Lane<V, M>, x: V): V {
  const greatest = lane.constant(greatestArgument)
  const clamped = lane.select(lane.less(greatest, x), greatest, x)
  const k = lane.nearest(lane.mul(clamped, lane.constant(log2e)))
  const r = lane.sub(lane.sub(clamped, lane.mul(k, lane.constant(ln2High))), lane.mul(k, lane.constant(ln2Low)))
  const power = lane.add(lane.constant(1), lane.add(r, exponentialRemainder(lane, r)))
  return lane.select(lane.less(x, lane.constant(leastArgument)), lane.constant(0), scale(lane, power, k))
}

/** e^x − 1 without cancellation near 0; ±0 stays ±0, −∞ gives −1. */
export function expm1<V, M>(lane: Lane<V, M>, x: V): V {
  const one = lane.constant(1)
  const least = lane.constant(-50) // e^−50 is far below the last bit of 1
  const greatest = lane.constant(greatestArgument)
  const bounded = lane.select(lane.less(greatest, x), greatest, x)
  const clamped = lane.select(lane.less(x, least), least, bounded)
  const k = lane.nearest(lane.mul(clamped, lane.constant(log2e)))
  const upper = lane.sub(clamped, lane.mul(k, lane.constant(ln2High)))
  const lower = lane.mul(k, lane.constant(ln2Low))
  const r = lane.sub(upper, lower)
  const lost = lane.sub(lane.sub(upper, r), lower) // what rounding took from r

  // e^x − 1 = ((2^k − 1) + 2^k·r) + 2^k·(e^r − 1 − r), halved throughout when k is 1024.
  const beyond = lane.select(lane.less(lane.constant(1023), k), one, lane.constant(0))
  const power = lane.powerOfTwo(lane.sub(k, beyond))
  const main = lane.add(lane.sub(power, one), lane.mul(power, r))
  const rest = lane.mul(power, lane.add(lost, exponentialRemainder(lane, r)))
  const result = lane.mul(lane.add(main, rest), lane.add(one, beyond))
  return lane.select(lane.equal(x, lane.constant(0)), x, result)
}
