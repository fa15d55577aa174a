import type { BigFloat } from './big-float.ts'
import { exactly, exponentOf, fixed, minus, negated, over, plus, precision, times } from './big-float.ts'

// Elementary functions to more than 45 digits in integer arithmetic: series on reduced arguments, nothing shared with the product.

/** Fraction bits of the series; reduced sines keep `precision` bits even 2^−61 away from a multiple of π/2. */
const bits = 320
const unit = 1n << BigInt(bits)
const one = exactly(1)
const two = exactly(2)

function inverseTangentOf(n: bigint): bigint {
  let sum = 0n
  let power = unit / n
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += k % 4n === 1n ? power / k : -power / k
    power /= n * n
  }
  return sum
}

// Machin's formula, and ln 2 = 2·artanh(1/3).
export const piFixed = 4n * (4n * inverseTangentOf(5n) - inverseTangentOf(239n))
const halfPi = piFixed >> 1n
const ln2Fixed = (2n * unit * seriesOfAtanh(unit / 9n)) / (3n * unit)

/** 1 + z/3 + z²/5 + … in fixed point: artanh(s)/s for z = s². */
function seriesOfAtanh(z: bigint): bigint {
  let sum = 0n
  let power = unit
  for (let k = 1n; power !== 0n; k += 2n) {
    sum += power / k
    power = (power * z) >> BigInt(bits)
  }
  return sum
}

/** Σ of z^n / ((first + step·n)!/first!) in fixed point, where each term divides by the next `step` integers. */
function factorialSeries(z: bigint, first: bigint, step: 1n | 2n): bigint {
  let sum = 0n
  let term = unit
  for (let k = first; term !== 0n && term !== -1n; k += step) {
    sum += term
    term = ((term * z) >> BigInt(bits)) / (step === 1n ? k + 1n : (k + 1n) * (k + 2n))
  }
  return sum
}

function roundedQuotient(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b) - ((2n * a + b) % (2n * b) < 0n ? 1n : 0n)
}

const fromFixed = (mantissa: bigint): BigFloat => ({ mantissa, exponent: -bits })
const isTiny = (a: BigFloat, exponent: number) => a.mantissa === 0n || exponentOf(a) < exponent

export function expOf(a: BigFloat): BigFloat {
  const x = fixed(a, bits)
  const k = roundedQuotient(x, ln2Fixed)
  return times({ mantissa: factorialSeries(x - k * ln2Fixed, 0n, 1n), exponent: Number(k) - bits }, one)
}

export function expm1Of(a: BigFloat): BigFloat {
  if (isTiny(a, -2)) return times(a, fromFixed(factorialSeries(fixed(a, bits), 1n, 1n)))
  return minus(expOf(a), one)
}

function logOfRatio(s: BigFloat): BigFloat {
  return times(times(two, s), fromFixed(seriesOfAtanh(fixed(times(s, s), bits))))
}

export function logOf(a: BigFloat): BigFloat {
  const floor = exponentOf(a)
  const significand = { ...a, exponent: a.exponent - floor }
  const large = minus(significand, exactly(1.5)).mantissa > 0n
  const k = large ? floor + 1 : floor
  const y = large ? over(significand, two) : significand
  const main = logOfRatio(over(minus(y, one), plus(y, one)))
  return k === 0 ? main : plus(main, times(exactly(k), fromFixed(ln2Fixed)))
}

export function log1pOf(a: BigFloat): BigFloat {
  return isTiny(a, -2) ? logOfRatio(over(a, plus(two, a))) : logOf(plus(one, a))
}

/** Sine and cosine of a up to 2^30 in size. */
export function sineAndCosine(a: BigFloat): { sine: BigFloat; cosine: BigFloat } {
  const x = fixed(a, bits)
  const k = roundedQuotient(x, halfPi)
  const r = k === 0n ? a : fromFixed(x - k * halfPi)
  const square = -fixed(times(r, r), bits)
  const sine = times(r, fromFixed(factorialSeries(square, 1n, 2n)))
  const cosine = times(fromFixed(factorialSeries(square, 0n, 2n)), one)
  const quarter = Number(((k % 4n) + 4n) % 4n)
  const sines = [sine, cosine, negated(sine), negated(cosine)]
  return { sine: sines[quarter], cosine: sines[(quarter + 1) % 4] }
}

/** The nearest double to k·π/2. */
export function nearestToHalfPi(k: number): number {
  const product = BigInt(k) * halfPi
  return Number(product >> BigInt(bits - precision)) / 2 ** precision
}

export const tanOf = (a: BigFloat): BigFloat => {
  const { sine, cosine } = sineAndCosine(a)
  return over(sine, cosine)
}
export const tanhOf = (a: BigFloat): BigFloat => {
  const shrunk = expm1Of(times(two, a))
  return over(shrunk, plus(shrunk, two))
}
export const sigmoidOf = (a: BigFloat): BigFloat => over(one, plus(one, expOf(negated(a))))
export const softplusOf = (a: BigFloat): BigFloat => log1pOf(expOf(a))
/** a^b for a > 0. */
export const powOf = (a: BigFloat, b: BigFloat): BigFloat => expOf(times(b, logOf(a)))
/** log Σ e^args[k], relative to the greatest argument, which comes first. */
export const logsumexpOf = ([greatest, ...lesser]: readonly BigFloat[]): BigFloat =>
  plus(greatest, log1pOf(lesser.map((a) => expOf(minus(a, greatest))).reduce(plus)))
export const shareOf = (args: readonly BigFloat[]): BigFloat => over(expOf(args[0]), args.map(expOf).reduce(plus))
