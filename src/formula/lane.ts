/**
 * The arithmetic in which every function of the language is written, once. One lane computes JavaScript numbers, another emits
 * WebAssembly; because both read the same text, interpreter and kernel agree to the bit. `V` is a value, `M` a condition.
 * Every operation is exactly rounded IEEE 754 binary64 (no fused multiply-add).
 */
export interface Lane<V, M> {
  constant: (value: number) => V
  add: (a: V, b: V) => V
  sub: (a: V, b: V) => V
  mul: (a: V, b: V) => V
  div: (a: V, b: V) => V
  neg: (a: V) => V
  abs: (a: V) => V
  sqrt: (a: V) => V
  floor: (a: V) => V
  /** IEEE 754-2019 minimum and maximum: NaN if either is NaN, −0 below +0. */
  min: (a: V, b: V) => V
  max: (a: V, b: V) => V
  /** Nearest integer, ties to even, for |a| < 2^51. */
  nearest: (a: V) => V
  /** False where either is NaN. */
  less: (a: V, b: V) => M
  lessOrEqual: (a: V, b: V) => M
  equal: (a: V, b: V) => M
  both: (p: M, q: M) => M
  either: (p: M, q: M) => M
  opposite: (p: M) => M
  /** Both branches are computed; p picks one bitwise. */
  select: (p: M, a: V, b: V) => V
  /** 2^n for an integer n in [−1022, 1023]. */
  powerOfTwo: (n: V) => V
  /** floor(log2(a)) for a positive normal a. */
  exponent: (a: V) => V
  /** a / 2^exponent(a), in [1, 2), for a positive normal a. */
  mantissa: (a: V) => V
}
