import type { Lane } from '../lane.ts'
import { exp, expm1 } from './exponential.ts'
import { log1p } from './logarithm.ts'

/** Hyperbolic tangent as t / (t + 2) with t = e^(2|x|) − 1, which damps the error of t; ±0 stays ±0. */
export function tanh<V, M>(lane: Lane<V, M>, x: V): V {
  const zero = lane.constant(0)
  const greatest = lane.constant(25) // from 20 on the result is 1; bounded, t cannot overflow
  const distance = lane.abs(x)
  const bounded = lane.select(lane.less(greatest, distance), greatest, distance)
  const t = expm1(lane, lane.add(bounded, bounded))
  const size = lane.div(t, lane.add(t, lane.constant(2)))
  const result = lane.select(lane.less(x, zero), lane.neg(size), size)
  return lane.select(lane.equal(x, zero), x, result)
}

/** 1 / (1 + e^−x), 0 where it would be subnormal. */
export function sigmoid<V, M>(lane: Lane<V, M>, x: V): V {
  const one = lane.constant(1)
  const power = exp(lane, lane.neg(lane.abs(x)))
  return lane.div(lane.select(lane.less(x, lane.constant(0)), power, one), lane.add(one, power))
}

/** log(1 + e^x), 0 where it would be subnormal. */
export function softplus<V, M>(lane: Lane<V, M>, x: V): V {
  return lane.add(lane.max(x, lane.constant(0)), log1p(lane, exp(lane, lane.neg(lane.abs(x)))))
}
