import type { IntervalStep } from './interval-monotone.ts'
import { intervalPointFunction } from './interval-point-functions.ts'
import { intervalFlags, storeAll, storeExact, storeWidened, type IntervalRegisters } from './interval-registers.ts'
import { elementaryErrors } from './operations.ts'

const { partial, nowhere } = intervalFlags

/** A quotient; by an interval that holds 0 it is unbounded, to one side where the signs tell. */
export function intervalDivision(r: IntervalRegisters, out: number, a: number, b: number): IntervalStep {
  return () => {
    divide(r, out, r.low[a], r.high[a], r.low[b], r.high[b], r.flags[a] | r.flags[b])
  }
}

function divide(
  r: IntervalRegisters,
  out: number,
  al: number,
  ah: number,
  bl: number,
  bh: number,
  flags: number,
): void {
  r.flags[out] = flags
  if (bl > 0 || bh < 0) {
    if (al === 0 && ah === 0) storeExact(r, out, 0, 0)
    else if (bl > 0)
      storeWidened(
        r,
        out,
        al / (al < 0 ? bl : bh),
        ah / (ah < 0 ? bh : bl),
        1,
        al >= 0 ? 0 : -Infinity,
        ah <= 0 ? 0 : Infinity,
      )
    else
      storeWidened(
        r,
        out,
        ah / (ah < 0 ? bl : bh),
        al / (al < 0 ? bh : bl),
        1,
        ah <= 0 ? 0 : -Infinity,
        al >= 0 ? 0 : Infinity,
      )
    return
  }
  r.flags[out] = flags | partial | (bl === 0 && bh === 0 ? nowhere : 0)
  const sign = al > 0 ? 1 : ah < 0 ? -1 : 0
  if (sign === 0 || (bl < 0 && bh > 0) || bl === bh) storeAll(r, out)
  else if ((bl === 0) === sign > 0) storeWidened(r, out, sign > 0 ? al / bh : ah / bl, Infinity, 1)
  else storeWidened(r, out, -Infinity, sign > 0 ? al / bl : ah / bh, 1)
}

/** |x|^n by squarings; its n − 1 roundings, and those of another order, stay within n units. */
function sizeToPower(x: number, exponent: number): number {
  let result = 1
  let square = Math.abs(x)
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square
    square *= square
  }
  return result
}

/** An integer power, tight for even exponents. */
export function intervalPower(r: IntervalRegisters, out: number, a: number, exponent: number): IntervalStep {
  const n = Math.abs(exponent)
  return () => {
    integerPower(r, out, r.low[a], r.high[a], r.flags[a], n)
    if (exponent < 0) divide(r, out, 1, 1, r.low[out], r.high[out], r.flags[out])
  }
}

function integerPower(r: IntervalRegisters, out: number, low: number, high: number, flags: number, n: number): void {
  r.flags[out] = flags
  const atLow = sizeToPower(low, n)
  const atHigh = sizeToPower(high, n)
  if (n === 0) storeExact(r, out, 1, 1)
  else if (low === 0 && high === 0) storeExact(r, out, 0, 0)
  else if (low >= 0) storeWidened(r, out, atLow, atHigh, n, 0)
  else if (n % 2 === 0) {
    if (high <= 0) storeWidened(r, out, atHigh, atLow, n, 0)
    else storeWidened(r, out, 0, atLow > atHigh ? atLow : atHigh, n, 0)
  } else if (high <= 0) storeWidened(r, out, -atLow, -atHigh, n, -Infinity, 0)
  else storeWidened(r, out, -atLow, atHigh, n)
}

/**
 * A power with any exponent. Over a positive base its extremes lie at corners of the box of base and exponent; over a base that
 * reaches below 0 an integer exponent gives an integer power, and any other is undefined there.
 */
export function intervalPow(r: IntervalRegisters, out: number, a: number, b: number): IntervalStep {
  const pow = intervalPointFunction('pow')
  const units = 2 * elementaryErrors.pow
  return () => {
    const bl = r.low[b]
    const bh = r.high[b]
    const low = r.low[a]
    const high = r.high[a]
    const flags = r.flags[a] | r.flags[b]
    if (bl === bh && Math.abs(bl) <= 1024 && Math.floor(bl) === bl) {
      integerPower(r, out, low, high, flags, Math.abs(bl))
      if (bl < 0) divide(r, out, 1, 1, r.low[out], r.high[out], r.flags[out])
      return
    }
    const whole = Math.ceil(bl) <= Math.floor(bh)
    r.flags[out] = flags | (low < 0 || (low === 0 && bl <= 0) ? partial : 0)
    if (low < 0 && whole) return storeAll(r, out)
    if (high < 0) {
      r.flags[out] |= nowhere
      return storeAll(r, out)
    }
    const from = low > 0 ? low : 0
    const w = pow(from, bl)
    const x = pow(from, bh)
    const y = pow(high, bl)
    const z = pow(high, bh)
    // 0 to a negative power is ∞ by itself; 0⁰ = 1 lies beside powers near 0.
    const least = from === 0 && bh >= 0 ? 0 : Math.min(w, x, y, z)
    const most = from === 0 && bl <= 0 ? Infinity : Math.max(w, x, y, z)
    storeWidened(r, out, least, most, units, 0)
  }
}
