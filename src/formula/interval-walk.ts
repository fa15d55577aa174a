import { intervalFlags, outward, type IntervalRegisters } from './interval-registers.ts'
import { runIntervals, type IntervalCode } from './interval-run.ts'

/** One walk over the batch: computes the columns for each sample and adds them up. */
export class IntervalWalk {
  private readonly r: IntervalRegisters
  private readonly body: IntervalCode
  private readonly columns: readonly { place: number; values: ArrayLike<number> }[]
  private readonly gathered: readonly { out: number; a: number; mean: boolean }[]
  private readonly samples: number

  constructor(
    r: IntervalRegisters,
    body: IntervalCode,
    columns: readonly { place: number; values: ArrayLike<number> }[],
    gathered: readonly { out: number; a: number; mean: boolean }[],
    samples: number,
  ) {
    this.r = r
    this.body = body
    this.columns = columns
    this.gathered = gathered
    this.samples = samples
  }

  run(): void {
    const { low, high, flags } = this.r
    for (const { out } of this.gathered) low[out] = high[out] = flags[out] = 0
    for (let sample = 0; sample < this.samples; sample++) {
      for (const { place, values } of this.columns) low[place] = high[place] = values[sample]
      runIntervals(this.r, this.body)
      for (const { out, a } of this.gathered) {
        const l = low[out] + low[a]
        const h = high[out] + high[a]
        low[out] = l - Math.abs(l) * outward
        high[out] = h + Math.abs(h) * outward
        flags[out] |= flags[a]
      }
    }
    for (const { out, mean } of this.gathered) this.finish(out, mean)
  }

  private finish(out: number, mean: boolean): void {
    const { low, high, flags } = this.r
    if (mean && this.samples === 0) flags[out] = intervalFlags.partial | intervalFlags.nowhere
    if (mean) {
      const l = low[out] / this.samples
      const h = high[out] / this.samples
      low[out] = l - Math.abs(l) * outward
      high[out] = h + Math.abs(h) * outward
    }
    // An end that is no number (∞ − ∞) bounds nothing.
    if (!(low[out] < Infinity)) low[out] = -Infinity
    if (!(high[out] > -Infinity)) high[out] = Infinity
  }
}
