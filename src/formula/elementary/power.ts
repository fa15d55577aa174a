import type { Lane } from '../lane.ts'
import { exponentialRemainder, scale, smallestNormal } from './exponential.ts'
import { polynomial } from './polynomial.ts'

// The logarithm in double length follows fdlibm's e_pow.c (Sun Microsystems, 1993), whose constants these are.
// (log(b·(1+s)/(1−s)) − log b)·3/2 / s = 3 + s² + s⁴·(c0 + c1·s² + …), |s| ≤ 0.102.
const series = [
  0.5999999999999946, 0.4285714285785502, 0.33333332981837743, 0.272728123808534, 0.23066074577556175,
  0.20697501780033842,
]
// Two-part constants; the first parts have 24 bits, so their products with half a double are exact.
const logScaleHigh = 0.9617967009544373 // 2 / (3·ln 2)
const logScaleLow = -7.028461650952758e-9
const logScale = 0.9617966939259756
const log2Of1p5High = 0.5849624872207642 // log2(1.5)
const log2Of1p5Low = 1.350039202129749e-8
const ln2High = 0.6931471824645996
const ln2Low = -1.904654299957768e-9

/**
 * A value as the unevaluated sum of two doubles. The high part has at most 26 bits, so products of two high parts
 * are exact.
 */
interface Pair<V> {
  high: V
  low: V
}

/** a to 26 bits (Veltkamp), for |a| < 2^990. */
function upperHalf<V, M>(lane: Lane<V, M>, a: V): V {
  const shifted = lane.mul(a, lane.constant(134217729)) // 2^27 + 1
  return lane.sub(shifted, lane.sub(shifted, a))
}

/** log2(x) for x > 0 finite, with a relative error near 2^−68; any other x gives numbers without meaning. */
function logarithm<V, M>(lane: Lane<V, M>, x: V): Pair<V> {
  const zero = lane.constant(0)
  const one = lane.constant(1)
  const subnormal = lane.less(x, lane.constant(smallestNormal))
  const normal = lane.select(subnormal, lane.mul(x, lane.constant(18014398509481984)), x) // 2^54
  const mantissa = lane.mantissa(normal)
  const shift = lane.select(subnormal, lane.constant(-54), zero)

  // m in [√¾, √3), measured from 1 below √1.5 and from 1.5 above it.
  const large = lane.less(lane.constant(1.7320508075688772), mantissa)
  const m = lane.select(large, lane.mul(mantissa, lane.constant(0.5)), mantissa)
  const n = lane.add(lane.exponent(normal), lane.select(large, lane.add(shift, one), shift))
  const middle = lane.less(lane.constant(1.224744871391589), m)
  const base = lane.select(middle, lane.constant(1.5), one)
  const baseHigh = lane.select(middle, lane.constant(log2Of1p5High), zero)
  const baseLow = lane.select(middle, lane.constant(log2Of1p5Low), zero)

  // s = (m − base) / (m + base) in two parts
  const difference = lane.sub(m, base)
  const sum = lane.add(m, base)
  const inverse = lane.div(one, sum)
  const s = lane.mul(difference, inverse)
  const sHigh = upperHalf(lane, s)
  const sumHigh = upperHalf(lane, sum)
  const sumLow = lane.sub(m, lane.sub(sumHigh, base))
  const sLow = lane.mul(inverse, lane.sub(lane.sub(difference, lane.mul(sHigh, sumHigh)), lane.mul(sHigh, sumLow)))

  // 3 + s² + … in two parts
  const square = lane.mul(s, s)
  const rest = lane.add(
    lane.mul(lane.mul(square, square), polynomial(lane, square, series)),
    lane.mul(sLow, lane.add(sHigh, s)),
  )
  const three = lane.constant(3)
  const squareHigh = lane.mul(sHigh, sHigh)
  const factorHigh = upperHalf(lane, lane.add(lane.add(three, squareHigh), rest))
  const factorLow = lane.sub(rest, lane.sub(lane.sub(factorHigh, three), squareHigh))

  // their product, times 2 / (3·ln 2)
  const mainProduct = lane.mul(sHigh, factorHigh)
  const restProduct = lane.add(lane.mul(sLow, factorHigh), lane.mul(factorLow, s))
  const productHigh = upperHalf(lane, lane.add(mainProduct, restProduct))
  const productLow = lane.sub(restProduct, lane.sub(productHigh, mainProduct))
  const logHigh = lane.mul(lane.constant(logScaleHigh), productHigh)
  const logLow = lane.add(
    lane.add(lane.mul(lane.constant(logScaleLow), productHigh), lane.mul(productLow, lane.constant(logScale))),
    baseLow,
  )

  const high = upperHalf(lane, lane.add(lane.add(lane.add(logHigh, logLow), baseHigh), n))
  return { high, low: lane.sub(logLow, lane.sub(lane.sub(lane.sub(high, n), baseHigh), logHigh)) }
}

/** 2^(high + low) for low far below 1; 0 where the result would be subnormal. */
function powerOfTwo<V, M>(lane: Lane<V, M>, high: V, low: V): V {
  const zero = lane.constant(0)
  const total = lane.add(high, low)
  const n = lane.nearest(total)
  const fraction = lane.sub(high, n)
  const fractionHigh = upperHalf(lane, lane.add(fraction, low))
  const fractionLow = lane.sub(low, lane.sub(fractionHigh, fraction))
  const main = lane.mul(fractionHigh, lane.constant(ln2High))
  const rest = lane.add(lane.mul(fractionLow, lane.constant(Math.LN2)), lane.mul(fractionHigh, lane.constant(ln2Low)))
  const r = lane.add(main, rest)
  const lost = lane.sub(rest, lane.sub(r, main))
  const power = lane.add(lane.constant(1), lane.add(r, lane.add(lost, exponentialRemainder(lane, r))))
  const scaled = scale(lane, power, n)
  const normal = lane.select(lane.less(scaled, lane.constant(smallestNormal)), zero, scaled)
  // Out of these bounds n is beyond every exponent and `scaled` has no meaning; between them and the true ones it is
  // 0 or ∞ by itself.
  const bounded = lane.select(lane.less(total, lane.constant(-1022.5)), zero, normal)
  return lane.select(lane.less(lane.constant(1024.25), total), lane.constant(Infinity), bounded)
}

/**
 * x to the power y as IEEE 754-2019 `pow`: 1 where y = 0 or x = 1 whatever the other is, pow(−1, ±∞) = 1, a negative
 * base with an integer exponent has its sign, with any other exponent NaN. Results below 2^−1022 are 0 (with their
 * sign).
 */
export function pow<V, M>(lane: Lane<V, M>, x: V, y: V): V {
  const zero = lane.constant(0)
  const one = lane.constant(1)
  const infinity = lane.constant(Infinity)
  const size = lane.abs(x)
  const log2 = logarithm(lane, size)

  // Beyond 2^65 every y is an even integer and the result 0, 1 or ∞; halving y in two parts needs it bounded.
  const greatest = lane.constant(36893488147419103232)
  const least = lane.constant(-36893488147419103232)
  const bounded = lane.select(lane.less(greatest, y), greatest, lane.select(lane.less(y, least), least, y))
  const yHigh = upperHalf(lane, bounded)
  const low = lane.add(lane.mul(lane.sub(bounded, yHigh), log2.high), lane.mul(bounded, log2.low))
  const regular = powerOfTwo(lane, lane.mul(yHigh, log2.high), low)
  // 0 and ∞ have no logarithm: their powers are 0 or ∞, by the sign of y.
  const grows = lane.less(zero, y)
  const ofInfinity = lane.select(grows, infinity, zero)
  const ofZero = lane.select(grows, zero, infinity)
  const positive = lane.select(
    lane.equal(size, zero),
    ofZero,
    lane.select(lane.equal(size, infinity), ofInfinity, regular),
  )

  const whole = lane.equal(lane.floor(y), y)
  const half = lane.mul(y, lane.constant(0.5))
  const odd = lane.both(whole, lane.less(lane.floor(half), half))
  const negative = lane.less(x, zero)
  const minus = lane.either(negative, lane.less(lane.div(one, x), zero)) // −0 too
  const signed = lane.select(lane.both(minus, odd), lane.neg(positive), positive)

  const ordered = lane.both(lane.equal(x, x), lane.equal(y, y))
  const real = lane.either(whole, lane.opposite(lane.both(negative, lane.less(size, infinity))))
  const result = lane.select(lane.both(ordered, real), signed, lane.constant(NaN))
  return lane.select(lane.either(lane.equal(y, zero), lane.equal(x, one)), one, result)
}

/**
 * a to an integer power by repeated multiplication. From the exponent's leading bit down: square, then multiply by a
 * where the bit is 1. So a² = a·a, a³ = (a·a)·a, a⁴ = (a²)², a⁵ = (a²)²·a, a⁶ = ((a·a)·a)². a⁰ = 1, for NaN too; a^−n
 * = 1 / a^n.
 */
export function integerPower<V, M>(lane: Lane<V, M>, a: V, exponent: number): V {
  if (!Number.isSafeInteger(exponent)) throw new RangeError(`not an integer exponent: ${exponent}`)
  if (exponent === 0) return lane.constant(1)
  if (exponent < 0) return lane.div(lane.constant(1), integerPower(lane, a, -exponent))
  if (exponent === 1) return a
  const square = (root: V) => lane.mul(root, root)
  if (exponent % 2 === 0) return square(integerPower(lane, a, exponent / 2))
  return lane.mul(square(integerPower(lane, a, (exponent - 1) / 2)), a)
}
