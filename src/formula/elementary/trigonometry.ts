import type { Lane } from '../lane.ts'
import { polynomial, splitPolynomial } from './polynomial.ts'

// π and π/2 in four parts. The first three have 30 bits: multiplied by a count of up to 23 bits they are exact, which
// |x| ≤ 10^7 keeps. The double nearest to a multiple of π/2 in that range is 6·10^−19 away from it; four parts see it
// to the last bit.
const piParts = [3.1415926553308964, -1.7411031384001463e-9, -7.006868793909636e-19, -2.2702237215044403e-28] as const
const halfPiParts = [
  1.5707963276654482, -8.705515692000731e-10, -3.503434396954818e-19, -1.1351118607522202e-28,
] as const
const oneOverPi = 0.3183098861837907
const twoOverPi = 0.6366197723675814
/** Beyond it sin, cos and tan are NaN: the reduction would no longer be exact. */
const greatestAngle = 1e7

// (sin(√s)/√s − 1)/s for √s ≤ π/2, minimax (Remez), rounded one coefficient after the other: relative error of the
// sine 2^−61.4.
const sineEven = [-0.16666666666666666, -0.0001984126984121248, -2.5052106904424054e-8, -7.643019358476261e-13]
const sineOdd = [0.008333333333333207, 2.7557319211569486e-6, 1.605894100224061e-10, 2.72141922142401e-15]

// The same for √s ≤ π/4 (relative error 2^−57.9), and (cos(√s) − 1 + s/2)/s² (error 2^−64), for the tangent.
const shortSine = [
  -0.1666666666666663, 0.00833333333332184, -0.00019841269829358528, 2.7557313538514717e-6, -2.5050734389467627e-8,
  1.5895433311759178e-10,
]
const shortCosine = [
  0.0416666666666666, -0.0013888888888874474, 2.4801587289671537e-5, -2.755731440103062e-7, 2.087572928124647e-9,
  -1.1359934244981485e-11,
]

/**
 * sin(r), for |r| ≤ π/2, where r = x − count·π; its sign is turned where the integer n is odd. Never above 1 in size.
 * The polynomial's own roundings reach 2.3 ulp near |r| = π/2 and fade below; r is rounded once, which weighs most
 * where r is small.
 */
function reducedSine<V, M>(lane: Lane<V, M>, x: V, count: V, n: V): V {
  const part = (i: number) => lane.mul(count, lane.constant(piParts[i]))
  const second = part(1)
  const first = lane.sub(x, part(0)) // exact
  const main = lane.sub(first, second)
  const lost = lane.sub(lane.sub(first, main), second) // what rounding took from main; 0 where main is small
  const r = lane.sub(lane.sub(main, lane.sub(part(2), lost)), part(3))

  const s = lane.mul(r, r)
  const factor = splitPolynomial(lane, s, lane.mul(s, s), sineEven, sineOdd)
  const sine = lane.add(r, lane.mul(lane.mul(r, s), factor))
  const one = lane.constant(1)
  const minusOne = lane.constant(-1)
  const capped = lane.select(lane.less(one, sine), one, sine)
  const bounded = lane.select(lane.less(capped, minusOne), minusOne, capped)
  return lane.select(isOdd(lane, n), lane.neg(bounded), bounded)
}

function isOdd<V, M>(lane: Lane<V, M>, n: V): M {
  const half = lane.mul(n, lane.constant(0.5))
  return lane.less(lane.floor(half), half)
}

function withinReach<V, M>(lane: Lane<V, M>, size: V, result: V): V {
  return lane.select(lane.lessOrEqual(size, lane.constant(greatestAngle)), result, lane.constant(NaN))
}

/** Sine for |x| ≤ 10^7, NaN beyond; sin(−x) = −sin(x) to the bit. */
export function sin<V, M>(lane: Lane<V, M>, x: V): V {
  const count = lane.nearest(lane.mul(x, lane.constant(oneOverPi)))
  const sine = withinReach(lane, lane.abs(x), reducedSine(lane, x, count, count))
  return lane.select(lane.equal(x, lane.constant(0)), x, sine) // keeps −0
}

/** Cosine for |x| ≤ 10^7, NaN beyond; cos(−x) = cos(x) to the bit. */
export function cos<V, M>(lane: Lane<V, M>, x: V): V {
  const size = lane.abs(x)
  const half = lane.constant(0.5)
  const n = lane.nearest(lane.sub(lane.mul(size, lane.constant(oneOverPi)), half))
  const count = lane.add(n, half)
  return withinReach(lane, size, lane.neg(reducedSine(lane, size, count, n)))
}

/**
 * Tangent for |x| ≤ 10^7, NaN beyond: the quotient of sine and cosine of x less a multiple of π/2, with the low part
 * of that difference kept (after fdlibm's k_sin.c and k_cos.c), since errors of both add up here.
 */
export function tan<V, M>(lane: Lane<V, M>, x: V): V {
  const one = lane.constant(1)
  const count = lane.nearest(lane.mul(x, lane.constant(twoOverPi)))
  const part = (i: number) => lane.mul(count, lane.constant(halfPiParts[i]))
  const second = part(1)
  const third = part(2)
  const first = lane.sub(x, part(0)) // exact
  const main = lane.sub(first, second)
  const mainLost = lane.sub(lane.sub(first, main), second)
  const finer = lane.sub(main, third)
  const finerLost = lane.sub(lane.sub(main, finer), third)
  const rest = lane.add(lane.sub(finerLost, part(3)), mainLost)
  const r = lane.add(finer, rest)
  const tail = lane.sub(rest, lane.sub(r, finer))

  const s = lane.mul(r, r)
  const sine = lane.add(r, lane.add(lane.mul(lane.mul(r, s), polynomial(lane, s, shortSine)), tail))
  const half = lane.mul(s, lane.constant(0.5))
  const lessHalf = lane.sub(one, half)
  const halfLost = lane.sub(lane.sub(one, lessHalf), half)
  const fourth = lane.mul(lane.mul(s, s), polynomial(lane, s, shortCosine))
  const cosine = lane.add(lessHalf, lane.add(halfLost, lane.sub(fourth, lane.mul(r, tail))))

  const odd = isOdd(lane, count)
  const tangent = lane.div(lane.select(odd, lane.neg(cosine), sine), lane.select(odd, sine, cosine))
  return lane.select(lane.equal(x, lane.constant(0)), x, withinReach(lane, lane.abs(x), tangent))
}
