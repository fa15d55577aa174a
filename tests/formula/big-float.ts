/** mantissa · 2^exponent, trimmed to `precision` bits after every operation: some 60 decimal digits. */
export interface BigFloat {
  mantissa: bigint
  exponent: number
}

export const precision = 200

export function bitLength(a: bigint): number {
  const digits = (a < 0n ? -a : a).toString(16)
  return 4 * (digits.length - 1) + (32 - Math.clz32(parseInt(digits[0], 16)))
}

function trimmed(mantissa: bigint, exponent: number): BigFloat {
  const excess = bitLength(mantissa) - precision
  return excess > 0 ? { mantissa: mantissa >> BigInt(excess), exponent: exponent + excess } : { mantissa, exponent }
}

/** The number exactly. */
export function exactly(x: number): BigFloat {
  if (!Number.isFinite(x)) throw new RangeError(`not finite: ${x}`)
  const view = new DataView(new ArrayBuffer(8))
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n
  return { mantissa: bits >> 63n ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 }
}

export function negated(a: BigFloat): BigFloat {
  return { mantissa: -a.mantissa, exponent: a.exponent }
}

export function plus(a: BigFloat, b: BigFloat): BigFloat {
  if (a.mantissa === 0n) return b
  if (b.mantissa === 0n) return a
  const [high, low] = a.exponent >= b.exponent ? [a, b] : [b, a]
  const gap = high.exponent - low.exponent
  if (gap > 4 * precision) return high
  return trimmed((high.mantissa << BigInt(gap)) + low.mantissa, low.exponent)
}

export function minus(a: BigFloat, b: BigFloat): BigFloat {
  return plus(a, negated(b))
}

export function times(a: BigFloat, b: BigFloat): BigFloat {
  return trimmed(a.mantissa * b.mantissa, a.exponent + b.exponent)
}

export function over(a: BigFloat, b: BigFloat): BigFloat {
  const shift = Math.max(0, precision + bitLength(b.mantissa) - bitLength(a.mantissa))
  return trimmed((a.mantissa << BigInt(shift)) / b.mantissa, a.exponent - shift - b.exponent)
}

/** floor(log2(|a|)), for a ≠ 0. */
export function exponentOf(a: BigFloat): number {
  return bitLength(a.mantissa) - 1 + a.exponent
}

/** floor(a · 2^bits): a in fixed point. */
export function fixed(a: BigFloat, bits: number): bigint {
  const shift = a.exponent + bits
  return shift >= 0 ? a.mantissa << BigInt(shift) : a.mantissa >> BigInt(-shift)
}

/** Distance of a computed number from the truth, in units in the last place of the larger of |truth| and |scale|. */
export function ulpsBetween(computed: number, truth: BigFloat, scale: BigFloat = truth): number {
  if (!Number.isFinite(computed)) return Infinity
  const difference = minus(exactly(computed), truth)
  if (difference.mantissa === 0n) return 0
  const sizes = [truth, scale].filter((a) => a.mantissa !== 0n).map(exponentOf)
  const unit = Math.max(-1022, ...sizes) - 52
  const size = fixed({ mantissa: difference.mantissa, exponent: difference.exponent - unit }, 40)
  return Number(size < 0n ? -size : size) / 2 ** 40
}
