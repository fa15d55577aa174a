import type { ChartScale } from './quantities.ts'

/** A chart's lowest and highest value. */
export interface ValueRange {
  low: number
  high: number
}

/** Beyond this many times its starting level a diverging line would press all others flat. */
const runaway = 1e3
/** A line that moves by less than this share of its level stands still: rounding is not to fill the chart. */
const still = 1e-9
/** A logarithmic chart spans at most these decades below its top and above the starts. */
const decadesDown = 20
const decadesUp = 6

/** Whether a value has a place on the scale. */
export const drawable: Record<ChartScale, (value: number) => boolean> = {
  linear: Number.isFinite,
  log: (value) => value > 0 && value < Infinity,
}

/**
 * The range that shows all drawable values, with a little room. Where a run diverges (a value beyond a thousand times the
 * starting or usual level; on the logarithmic scale beyond six decades) it ends near the largest starting value, and the line leaves
 * the chart. Undefined when there is nothing to draw.
 */
export function valueRange(series: readonly ArrayLike<number>[], scale: ChartScale): ValueRange | undefined {
  const fits = drawable[scale]
  let low = Infinity
  let high = -Infinity
  const firsts: number[] = []
  for (const values of series) {
    let found = false
    for (let k = 0; k < values.length; k++) {
      const value = values[k]
      if (!fits(value)) continue
      if (!found) firsts.push(value)
      found = true
      if (value < low) low = value
      if (value > high) high = value
    }
  }
  if (firsts.length === 0) return undefined
  return scale === 'log' ? logRange(low, high, firsts) : linearRange(low, high, firsts, usualSize(series))
}

/** The size that a quarter of the finite values stay below, from at most a few hundred of each line. */
function usualSize(series: readonly ArrayLike<number>[]): number {
  const sizes = series.flatMap((values) => {
    const stride = Math.ceil(values.length / 300)
    const sample = Array.from({ length: Math.ceil(values.length / stride) || 0 }, (_, k) =>
      Math.abs(values[k * stride]),
    )
    return sample.filter(Number.isFinite)
  })
  return sizes.sort((a, b) => a - b)[sizes.length >> 2] ?? 0
}

function linearRange(low: number, high: number, firsts: readonly number[], usual: number): ValueRange {
  const starting = Math.max(...firsts.map(Math.abs))
  // A run may start at next to nothing: then what a quarter of the values stay below is the level.
  const level = Math.max(starting, usual)
  if (level > 0) {
    const kept = level > starting ? 1.2 * level : 0.2 * level
    if (high > runaway * level) high = Math.max(1.2 * Math.max(...firsts), kept)
    if (low < -runaway * level) low = Math.min(1.2 * Math.min(...firsts), -kept)
  }
  const size = Math.max(Math.abs(low), Math.abs(high))
  const room = high - low > still * size ? 0.04 * (high - low) : 0.5 * size || 1
  return { low: low - room, high: high + room }
}

function logRange(low: number, high: number, firsts: readonly number[]): ValueRange {
  high = Math.min(high, Math.max(...firsts) * 10 ** decadesUp)
  low = Math.max(low, high * 10 ** -decadesDown)
  // Room for a twenty-fifth of the span, and for a factor of 1.5 around a line that does not move.
  const room = Math.max((high / low) ** 0.04, high / low < 1 + still ? 1.5 : 1)
  return { low: Math.max(low / room, Number.MIN_VALUE), high: Math.min(high * room, Number.MAX_VALUE) }
}
