import type { BinaryOp, UnaryOp } from './graph.ts'
import type { IntervalStep } from './interval-monotone.ts'
import {
  intervalFlags,
  outward,
  stepDown,
  stepUp,
  storeAll,
  storeExact,
  type IntervalRegisters,
} from './interval-registers.ts'

const { partial, rough, nowhere } = intervalFlags

export type UnaryChoice = Extract<UnaryOp, 'abs' | 'sign' | 'floor' | 'relu' | 'not'>
export type BinaryChoice = Extract<BinaryOp, 'min' | 'max' | 'mod' | 'less' | 'lessOrEqual' | 'equal' | 'and' | 'or'>

/** What holds of a condition everywhere on the box. */
const truth = { never: 0, always: 1, sometimes: 2 } as const

/** Whether the value counts as true: neither 0 nor NaN. */
function truthOf(r: IntervalRegisters, a: number): number {
  if (r.flags[a] & partial) return truth.sometimes
  if (r.low[a] > 0 || r.high[a] < 0) return truth.always
  return r.low[a] === 0 && r.high[a] === 0 ? truth.never : truth.sometimes
}

/** A decided condition is a constant: smooth, and defined whatever its operands are. */
function storeTruth(r: IntervalRegisters, out: number, holds: number): void {
  storeExact(r, out, holds === truth.always ? 1 : 0, holds === truth.never ? 0 : 1)
  r.flags[out] = holds === truth.sometimes ? rough : 0
}

/** Operations of one value that pick a branch. Their results are exact. */
export function intervalUnaryChoice(r: IntervalRegisters, op: UnaryChoice, out: number, a: number): IntervalStep {
  switch (op) {
    case 'abs':
      return () => {
        const low = r.low[a]
        const high = r.high[a]
        storeExact(r, out, low > 0 ? low : high < 0 ? -high : 0, -low > high ? -low : high)
        r.flags[out] = r.flags[a] | (low <= 0 && high >= 0 ? rough : 0)
      }
    case 'sign':
      return () => {
        const low = r.low[a]
        const high = r.high[a]
        storeExact(r, out, low > 0 ? 1 : low < 0 ? -1 : 0, high > 0 ? 1 : high < 0 ? -1 : 0)
        r.flags[out] = r.flags[a] | (low <= 0 && high >= 0 ? rough : 0)
      }
    case 'floor':
      return () => {
        storeExact(r, out, Math.floor(r.low[a]), Math.floor(r.high[a]))
        r.flags[out] = r.flags[a] | (r.low[out] === r.high[out] ? 0 : rough)
      }
    case 'relu':
      return () => {
        const low = r.low[a]
        const high = r.high[a]
        storeExact(r, out, low > 0 ? low : 0, high > 0 ? high : 0)
        r.flags[out] = r.flags[a] | (low <= 0 && high >= 0 ? rough : 0)
      }
    case 'not':
      return () => {
        const holds = truthOf(r, a)
        storeTruth(r, out, holds === truth.sometimes ? holds : truth.always - holds)
      }
  }
}

/** Operations of two values that pick a branch. */
export function intervalBinaryChoice(
  r: IntervalRegisters,
  op: BinaryChoice,
  out: number,
  a: number,
  b: number,
): IntervalStep {
  switch (op) {
    case 'min':
    case 'max':
      return () => {
        const undecided = r.low[a] <= r.high[b] && r.low[b] <= r.high[a]
        const pick = op === 'min' ? Math.min : Math.max
        storeExact(r, out, pick(r.low[a], r.low[b]), pick(r.high[a], r.high[b]))
        r.flags[out] = r.flags[a] | r.flags[b] | (undecided ? rough : 0)
      }
    case 'mod':
      return () => modulo(r, out, a, b)
    case 'less':
      return () => storeTruth(r, out, compared(r, a, b, r.high[a] < r.low[b], r.low[a] >= r.high[b]))
    case 'lessOrEqual':
      return () => storeTruth(r, out, compared(r, a, b, r.high[a] <= r.low[b], r.low[a] > r.high[b]))
    case 'equal':
      return () => {
        const same = r.low[a] === r.high[a] && r.low[b] === r.high[b] && r.low[a] === r.low[b]
        storeTruth(r, out, compared(r, a, b, same, r.high[a] < r.low[b] || r.low[a] > r.high[b]))
      }
    case 'and':
      return () => {
        const [x, y] = [truthOf(r, a), truthOf(r, b)]
        const either = x === truth.never || y === truth.never
        storeTruth(
          r,
          out,
          either ? truth.never : x === truth.always && y === truth.always ? truth.always : truth.sometimes,
        )
      }
    case 'or':
      return () => {
        const [x, y] = [truthOf(r, a), truthOf(r, b)]
        const either = x === truth.always || y === truth.always
        storeTruth(
          r,
          out,
          either ? truth.always : x === truth.never && y === truth.never ? truth.never : truth.sometimes,
        )
      }
  }
}

/** Where a value is undefined it is NaN, which compares as false: then nothing is decided. */
function compared(r: IntervalRegisters, a: number, b: number, always: boolean, never: boolean): number {
  if ((r.flags[a] | r.flags[b]) & partial) return truth.sometimes
  return always ? truth.always : never ? truth.never : truth.sometimes
}

/** a − b·floor(a/b): between two jumps a line, across one anything between 0 and b. */
function modulo(r: IntervalRegisters, out: number, a: number, b: number): void {
  const [al, ah, bl, bh] = [r.low[a], r.high[a], r.low[b], r.high[b]]
  r.flags[out] = r.flags[a] | r.flags[b]
  if (!(bl > 0 || bh < 0)) {
    r.flags[out] |= bl === 0 && bh === 0 ? partial | nowhere : partial | rough
    storeAll(r, out)
    return
  }
  const quotients = [al / bl, al / bh, ah / bl, ah / bh]
  const least = stepDown(Math.min(...quotients))
  const most = stepUp(Math.max(...quotients))
  // Computed, a quotient that overflows makes the rest infinite.
  if (!(most - least < Infinity)) {
    storeAll(r, out)
    r.flags[out] |= rough
    return
  }
  const turns = Math.floor(least)
  if (turns === Math.floor(most)) {
    const [x, y] = [bl * turns, bh * turns]
    storeExact(r, out, stepDown(al - stepUp(Math.max(x, y))), stepUp(ah - stepDown(Math.min(x, y))))
    return
  }
  // Computed, the quotient may round up to the next integer: then the rest is past its end by what rounding took.
  const slack = 4 * outward * (Math.max(Math.abs(al), Math.abs(ah)) + Math.max(Math.abs(bl), Math.abs(bh)))
  storeExact(r, out, Math.min(0, bl) - slack, Math.max(0, bh) + slack)
  r.flags[out] |= rough
}

/** The branch that the condition picks on the whole box, else the hull of both. */
export function intervalWhere(
  r: IntervalRegisters,
  out: number,
  condition: number,
  b: number,
  c: number,
): IntervalStep {
  return () => {
    const holds = truthOf(r, condition)
    if (holds !== truth.sometimes) {
      const branch = holds === truth.always ? b : c
      storeExact(r, out, r.low[branch], r.high[branch])
      r.flags[out] = r.flags[branch]
      return
    }
    storeExact(r, out, Math.min(r.low[b], r.low[c]), Math.max(r.high[b], r.high[c]))
    r.flags[out] = rough | ((r.flags[b] | r.flags[c]) & ~nowhere) | (r.flags[b] & r.flags[c] & nowhere)
  }
}

/** How many of the entries are ≤ a: a staircase. */
export function intervalCount(r: IntervalRegisters, out: number, a: number, list: readonly number[]): IntervalStep {
  const upTo = (x: number): number => list.reduce((count, entry) => (entry <= x ? count + 1 : count), 0)
  return () => {
    const sure = (r.flags[a] & partial) === 0
    storeExact(r, out, sure ? upTo(r.low[a]) : 0, upTo(r.high[a]))
    r.flags[out] = r.low[out] === r.high[out] ? 0 : rough
  }
}
