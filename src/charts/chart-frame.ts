import type { ChartScale } from './quantities.ts'
import type { ValueRange } from './value-range.ts'

/** Where a chart's lines go: its plot in pixels, the steps across it and the values up it. */
export interface ChartFrame extends ValueRange {
  left: number
  right: number
  top: number
  bottom: number
  /** Steps from the left side (0) to the right. */
  steps: number
  scale: ChartScale
}

export function xOf({ left, right, steps }: ChartFrame, step: number): number {
  return left + (step / Math.max(1, steps)) * (right - left)
}

/** The nearest whole step to a pixel, within the chart. */
export function stepAt({ left, right, steps }: ChartFrame, x: number): number {
  const share = (x - left) / (right - left || 1)
  return Math.max(0, Math.min(steps, Math.round(share * steps)))
}

/** Pixel of a value; NaN where the scale has no place for it. */
export function yOf(frame: ChartFrame, value: number): number {
  return yScale(frame)(value)
}

/** `yOf` of many values: what depends on the frame alone is computed once. */
export function yScale({ top, bottom, low, high, scale }: ChartFrame): (value: number) => number {
  const log = scale === 'log'
  const origin = log ? Math.log(low) : low
  const slope = (bottom - top) / ((log ? Math.log(high) : high) - origin)
  return (value) => (Number.isFinite(value) ? bottom - slope * ((log ? Math.log(value) : value) - origin) : NaN)
}
