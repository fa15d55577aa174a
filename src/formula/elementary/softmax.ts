import type { Lane } from '../lane.ts'
import { exp } from './exponential.ts'
import { log1p } from './logarithm.ts'

/**
 * log(e^a + e^b + …) as m + log(1 + Σ e^(lesser − m)), m the greatest argument, summed in the order of the arguments;
 * no overflow. m and the logarithm may cancel where m < 0, so the error is bounded relative to the larger of |result|
 * and |m|. Of one argument it is that argument; NaN if any argument is NaN.
 */
export function logsumexp<V, M>(lane: Lane<V, M>, args: readonly V[]): V {
  if (args.length === 1) return args[0]
  let greatest = args[0]
  const lesser: V[] = []
  for (const arg of args.slice(1)) {
    lesser.push(lane.min(greatest, arg))
    greatest = lane.max(greatest, arg)
  }
  const powers = lesser.map((a) => powerOfDifference(lane, a, greatest))
  return lane.add(
    greatest,
    log1p(
      lane,
      powers.reduce((a, b) => lane.add(a, b)),
    ),
  )
}

/**
 * e^args[0] / Σ e^args[k], 0 where it would be subnormal; no overflow. Infinite arguments equal to the greatest share
 * equally.
 */
export function share<V, M>(lane: Lane<V, M>, args: readonly V[]): V {
  const greatest = args.reduce((a, b) => lane.max(a, b))
  const powers = args.map((a) => powerOfDifference(lane, a, greatest))
  return lane.div(
    powers[0],
    powers.reduce((a, b) => lane.add(a, b)),
  )
}

/**
 * e^(a − b) for a ≤ b, with the rounding error of the difference made good: at a difference of 700 half a last bit
 * would be 512 last bits of the power.
 */
function powerOfDifference<V, M>(lane: Lane<V, M>, a: V, b: V): V {
  const difference = lane.sub(a, b)
  const back = lane.sub(difference, a)
  // (a − b) − difference, exactly (Knuth)
  const lost = lane.sub(lane.sub(a, lane.sub(difference, back)), lane.add(b, back))
  const power = exp(lane, difference)
  const exact = lane.add(power, lane.mul(power, lost))
  // Flushed differences and infinite arguments, for which `lost` is NaN, do not need it.
  const flushed = lane.select(lane.equal(power, lane.constant(0)), power, exact)
  return lane.select(lane.equal(a, b), lane.constant(1), flushed)
}
