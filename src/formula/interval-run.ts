import type { IntervalStep } from './interval-monotone.ts'
import { outward, underflow, type IntervalRegisters } from './interval-registers.ts'

/** The five commonest operations are numbers in the code; `step` calls a closure. */
export const intervalCodes = { step: 0, add: 1, sub: 2, mul: 3, square: 4, neg: 5 } as const

/** Four numbers an instruction: operation, result, and two operands (of `step`: which). */
export interface IntervalCode {
  code: Int32Array
  steps: readonly IntervalStep[]
}

/** Carries out straight code. The numbers of the cases are those of `intervalCodes`: written out, the engine jumps instead of comparing. */
export function runIntervals(r: IntervalRegisters, { code, steps }: IntervalCode): void {
  const { low, high, flags } = r
  for (let k = 0; k < code.length; k += 4) {
    const out = code[k + 1]
    const a = code[k + 2]
    switch (code[k]) {
      case 0:
        steps[a]()
        break
      case 1: {
        const b = code[k + 3]
        const l = low[a] + low[b]
        const h = high[a] + high[b]
        const below = l - Math.abs(l) * outward
        const above = h + Math.abs(h) * outward
        low[out] = below
        high[out] = above
        flags[out] = flags[a] | flags[b]
        if (!(above - below < Infinity)) bound(r, out, l, h)
        break
      }
      case 2: {
        const b = code[k + 3]
        const l = low[a] - high[b]
        const h = high[a] - low[b]
        const below = l - Math.abs(l) * outward
        const above = h + Math.abs(h) * outward
        low[out] = below
        high[out] = above
        flags[out] = flags[a] | flags[b]
        if (!(above - below < Infinity)) bound(r, out, l, h)
        break
      }
      case 3:
        multiply(r, out, a, code[k + 3])
        break
      case 4: {
        const l = low[a]
        const h = high[a]
        const x = l * l
        const y = h * h
        const least = l > 0 ? x : h < 0 ? y : 0
        const most = x > y ? x : y
        const below = least - (least * outward + underflow)
        const above = most + (most * outward + (most > 0 ? underflow : 0))
        low[out] = below > 0 ? below : 0
        high[out] = above
        flags[out] = flags[a]
        if (!(above - below < Infinity)) bound(r, out, least, most)
        break
      }
      case 5: {
        const l = -high[a]
        high[out] = -low[a]
        low[out] = l
        flags[out] = flags[a]
        break
      }
      default:
        throw new Error(`There is no operation ${code[k]}; there are ${Object.keys(intervalCodes).join(', ')}.`)
    }
  }
}

/** The product: the signs tell which ends make its ends. */
function multiply(r: IntervalRegisters, out: number, a: number, b: number): void {
  const { low, high, flags } = r
  const al = low[a]
  const ah = high[a]
  const bl = low[b]
  const bh = high[b]
  // Factors of the lower and of the upper end.
  let p = al
  let q = bl
  let u = ah
  let v = bh
  if (al >= 0) {
    if (bl < 0) {
      p = ah
      if (bh <= 0) u = al
    }
  } else if (ah <= 0) {
    q = bh
    v = bl
    if (bl < 0) u = al
    if (bh <= 0) p = ah
  } else if (bl >= 0) q = bh
  else if (bh <= 0) {
    p = ah
    u = al
    v = bl
  } else {
    if (al * bh < ah * bl) q = bh
    else p = ah
    if (al * bl > ah * bh) {
      u = al
      v = bl
    }
  }
  const l = p * q
  const h = u * v
  // A product with 0 is exact.
  const below = p === 0 || q === 0 ? 0 : l - (Math.abs(l) * outward + underflow)
  const above = u === 0 || v === 0 ? 0 : h + (Math.abs(h) * outward + underflow)
  low[out] = below
  high[out] = above
  flags[out] = flags[a] | flags[b]
  if (!(above - below < Infinity)) bound(r, out, l, h)
}

/** Ends that overflowed, or of which nothing is known: beyond the greatest number lies the greatest number at least. */
function bound(r: IntervalRegisters, out: number, l: number, h: number): void {
  if (!(r.low[out] > -Infinity)) r.low[out] = l === Infinity ? Number.MAX_VALUE : -Infinity
  if (!(r.high[out] < Infinity)) r.high[out] = h === -Infinity ? -Number.MAX_VALUE : Infinity
}
