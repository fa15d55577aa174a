import { exp, expm1 } from './elementary/exponential.ts'
import { log, log1p } from './elementary/logarithm.ts'
import { integerPower, pow } from './elementary/power.ts'
import { sigmoid, softplus, tanh } from './elementary/sigmoidal.ts'
import { logsumexp, share } from './elementary/softmax.ts'
import { cos, sin, tan } from './elementary/trigonometry.ts'
import type { BinaryOp, UnaryOp } from './graph.ts'
import type { Lane } from './lane.ts'

export { integerPower, logsumexp, share }

export type UnaryOperation = <V, M>(lane: Lane<V, M>, a: V) => V
export type BinaryOperation = <V, M>(lane: Lane<V, M>, a: V, b: V) => V
/** Operations that answer yes or no. `not` takes one operand. */
export type ConditionOp = 'less' | 'lessOrEqual' | 'equal' | 'and' | 'or' | 'not'

/** Whether the value counts as true: neither 0 nor NaN. */
export function isTrue<V, M>(lane: Lane<V, M>, a: V): M {
  return lane.less(lane.constant(0), lane.abs(a))
}

/** A condition as a value: 1 or 0. */
export function truthValue<V, M>(lane: Lane<V, M>, condition: M): V {
  return lane.select(condition, lane.constant(1), lane.constant(0))
}

/** b where the condition's value is true, else c. Both are computed. */
export function where<V, M>(lane: Lane<V, M>, condition: V, b: V, c: V): V {
  return lane.select(isTrue(lane, condition), b, c)
}

/**
 * The operations that answer yes or no, as conditions. `truthValue` of one is exactly the value form below, and
 * `isTrue` of that value the condition again, so a reader may leave out the way through the value.
 */
export const conditionOperations = {
  less: <V, M>(lane: Lane<V, M>, a: V, b: V): M => lane.less(a, b),
  lessOrEqual: <V, M>(lane: Lane<V, M>, a: V, b: V): M => lane.lessOrEqual(a, b),
  equal: <V, M>(lane: Lane<V, M>, a: V, b: V): M => lane.equal(a, b),
  and: <V, M>(lane: Lane<V, M>, a: V, b: V): M => lane.both(isTrue(lane, a), isTrue(lane, b)),
  or: <V, M>(lane: Lane<V, M>, a: V, b: V): M => lane.either(isTrue(lane, a), isTrue(lane, b)),
  not: <V, M>(lane: Lane<V, M>, a: V): M => lane.opposite(isTrue(lane, a)),
} satisfies Record<ConditionOp, unknown>

/** Every operation of one value. */
export const unaryOperations: Record<UnaryOp, UnaryOperation> = {
  neg: (lane, a) => lane.neg(a),
  abs: (lane, a) => lane.abs(a),
  sign,
  floor: (lane, a) => lane.floor(a),
  sqrt: (lane, a) => lane.sqrt(a),
  exp,
  log,
  expm1,
  log1p,
  sin,
  cos,
  tan,
  tanh,
  sigmoid,
  softplus,
  relu: (lane, a) => lane.max(a, lane.constant(0)),
  not: (lane, a) => truthValue(lane, conditionOperations.not(lane, a)),
}

/** Every operation of two values. */
export const binaryOperations: Record<BinaryOp, BinaryOperation> = {
  add: (lane, a, b) => lane.add(a, b),
  sub: (lane, a, b) => lane.sub(a, b),
  mul: (lane, a, b) => lane.mul(a, b),
  div: (lane, a, b) => lane.div(a, b),
  pow,
  min: (lane, a, b) => lane.min(a, b),
  max: (lane, a, b) => lane.max(a, b),
  mod,
  less: (lane, a, b) => truthValue(lane, conditionOperations.less(lane, a, b)),
  lessOrEqual: (lane, a, b) => truthValue(lane, conditionOperations.lessOrEqual(lane, a, b)),
  equal: (lane, a, b) => truthValue(lane, conditionOperations.equal(lane, a, b)),
  and: (lane, a, b) => truthValue(lane, conditionOperations.and(lane, a, b)),
  or: (lane, a, b) => truthValue(lane, conditionOperations.or(lane, a, b)),
}

/**
 * Bounds on the error of the approximated functions, in units in the last place of the true result. All other
 * operations are rounded exactly or, like `mod`, made of such. Where the true result is below 2^−1022 in size the
 * value may be 0 instead. `logsumexp` counts in units of the larger of |result| and |greatest argument|. It and
 * `share` keep their bounds for up to four arguments; each further one adds up to a unit, so whoever needs proof
 * encloses them through `exp`, sum and `log1p`. The worst errors met in some 10^5 arguments of each kind that is hard
 * for a function: exp and pow 0.93, log 0.86, log1p 0.80, expm1 1.3, sin and cos 2.2, tan 1.9, tanh 2.5, sigmoid 2.1,
 * softplus 1.6, share 3.2, logsumexp 3.6.
 */
export const elementaryErrors = {
  exp: 2.5,
  log: 2.5,
  expm1: 2.5,
  log1p: 2.5,
  sin: 2.5,
  cos: 2.5,
  pow: 2.5,
  tan: 4,
  tanh: 4,
  sigmoid: 4,
  softplus: 4,
  logsumexp: 4,
  share: 4,
} as const satisfies Partial<Record<UnaryOp | BinaryOp | 'logsumexp' | 'share', number>>

/** −1, 1, or the value itself where it is ±0 or NaN. */
function sign<V, M>(lane: Lane<V, M>, a: V): V {
  const zero = lane.constant(0)
  const negative = lane.select(lane.less(a, zero), lane.constant(-1), a)
  return lane.select(lane.less(zero, a), lane.constant(1), negative)
}

/** a − b·floor(a/b): has the sign of b where nothing rounds. */
function mod<V, M>(lane: Lane<V, M>, a: V, b: V): V {
  return lane.sub(a, lane.mul(b, lane.floor(lane.div(a, b))))
}
