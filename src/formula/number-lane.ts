import type { Lane } from './lane.ts'

const value = new Float64Array(1)
const words = new Int32Array(value.buffer)

// Typed arrays have the machine's byte order; the word of −0 that is not zero is the one with sign and exponent.
value[0] = -0
const high = words[0] === 0 ? 1 : 0
const low = 1 - high

/** 1.5 · 2^52: doubles of this size are 1 apart, so adding it rounds to the nearest integer. */
const roundingOffset = 6755399441055744

/**
 * The lane of JavaScript numbers. `nearest` holds for |a| ≤ 2^51 and turns zero results into +0, whatever the sign of
 * a. Nothing throws on arguments outside the contract of `Lane` (NaN included); the result is then some number
 * without meaning.
 */
export const numberLane: Lane<number, boolean> = {
  constant: (a) => a,
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  abs: (a) => Math.abs(a),
  sqrt: (a) => Math.sqrt(a),
  floor: (a) => Math.floor(a),
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  nearest: (a) => a + roundingOffset - roundingOffset,
  less: (a, b) => a < b,
  lessOrEqual: (a, b) => a <= b,
  equal: (a, b) => a === b,
  both: (p, q) => p && q,
  either: (p, q) => p || q,
  opposite: (p) => !p,
  select: (p, a, b) => (p ? a : b),
  powerOfTwo: (n) => {
    words[low] = 0
    words[high] = (n + 1023) << 20
    return value[0]
  },
  exponent: (a) => {
    value[0] = a
    return ((words[high] >>> 20) & 0x7ff) - 1023
  },
  mantissa: (a) => {
    value[0] = a
    words[high] = (words[high] & 0xfffff) | 0x3ff00000
    return value[0]
  },
}
