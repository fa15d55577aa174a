import type { Lane } from '../lane.ts'
import { ln2High, ln2Low, smallestNormal } from './exponential.ts'
import { polynomial } from './polynomial.ts'

// The method and these coefficients are those of fdlibm's e_log.c and s_log1p.c (Sun Microsystems, 1993):
// log(1 + f) = f − f²/2 + s·(f²/2 + R(s²)), s = f / (2 + f); error of R below 2^−58.45.
const odd = [0.6666666666666735, 0.2857142874366239, 0.1818357216161805, 0.14798198605116586]
const even = [0.3999999999940942, 0.22222198432149784, 0.15313837699209373]

/**
 * x = significand · 2^exponent with the significand in [√½, √2), for x > 0. A subnormal x is first scaled up by 2^54.
 * Any other x gives numbers without meaning.
 */
function split<V, M>(lane: Lane<V, M>, x: V): { exponent: V; significand: V } {
  const subnormal = lane.less(x, lane.constant(smallestNormal))
  const normal = lane.select(subnormal, lane.mul(x, lane.constant(18014398509481984)), x)
  const mantissa = lane.mantissa(normal)
  const large = lane.less(lane.constant(Math.SQRT2), mantissa)
  const shift = lane.select(subnormal, lane.constant(-54), lane.constant(0))
  return {
    exponent: lane.add(lane.exponent(normal), lane.select(large, lane.add(shift, lane.constant(1)), shift)),
    significand: lane.select(large, lane.mul(mantissa, lane.constant(0.5)), mantissa),
  }
}

/** k·ln 2 + log(1 + f) + correction, for 1 + f in [√½, √2] and a correction far below f or k·ln 2. */
function assemble<V, M>(lane: Lane<V, M>, k: V, f: V, correction?: V): V {
  const s = lane.div(f, lane.add(lane.constant(2), f))
  const z = lane.mul(s, s)
  const w = lane.mul(z, z)
  const r = lane.add(lane.mul(z, polynomial(lane, w, odd)), lane.mul(w, polynomial(lane, w, even)))
  const half = lane.mul(lane.mul(lane.constant(0.5), f), f)
  const low = lane.mul(k, lane.constant(ln2Low))
  const tail = correction === undefined ? low : lane.add(low, correction)
  const small = lane.sub(half, lane.add(lane.mul(s, lane.add(half, r)), tail))
  return lane.sub(lane.mul(k, lane.constant(ln2High)), lane.sub(small, f))
}

/** `inside` where least < x < ∞; at the ends −∞ and ∞; NaN below. */
function bounded<V, M>(lane: Lane<V, M>, x: V, least: number, inside: V): V {
  const bound = lane.constant(least)
  const below = lane.select(lane.equal(x, bound), lane.constant(-Infinity), lane.constant(NaN))
  const above = lane.select(lane.less(x, lane.constant(Infinity)), inside, x)
  return lane.select(lane.less(bound, x), above, below)
}

/** Natural logarithm; log(±0) = −∞, of a negative number NaN; right for subnormal numbers too. */
export function log<V, M>(lane: Lane<V, M>, x: V): V {
  const { exponent, significand } = split(lane, x)
  return bounded(lane, x, 0, assemble(lane, exponent, lane.sub(significand, lane.constant(1))))
}

/** log(1 + x) without cancellation near 0; ±0 stays ±0, log1p(−1) = −∞, below it NaN. */
export function log1p<V, M>(lane: Lane<V, M>, x: V): V {
  const one = lane.constant(1)
  const u = lane.add(one, x)
  const fromOne = lane.sub(u, one)
  const lost = lane.add(lane.sub(one, lane.sub(u, fromOne)), lane.sub(x, fromOne)) // (1 + x) − u, exactly (Knuth)
  const mantissa = lane.mantissa(u)
  const large = lane.less(lane.constant(Math.SQRT2), mantissa)
  const k = lane.add(lane.exponent(u), lane.select(large, one, lane.constant(0)))
  const significand = lane.select(large, lane.mul(mantissa, lane.constant(0.5)), mantissa)
  // Where 1 + x needs no scaling, x itself is the exact f and nothing was lost.
  const unscaled = lane.equal(k, lane.constant(0))
  const f = lane.select(unscaled, x, lane.sub(significand, one))
  const correction = lane.select(unscaled, lane.constant(0), lane.div(lost, u))
  const inside = bounded(lane, x, -1, assemble(lane, k, f, correction))
  return lane.select(lane.equal(x, lane.constant(0)), x, inside)
}
