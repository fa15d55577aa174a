import type { NumberHyperparameter } from '../declare/hyperparameter.ts'

/** A slider has this many places from end to end. */
export const sliderPlaces = 240

type Scaled = Pick<NumberHyperparameter, 'range' | 'scale' | 'integer'>

/** Where a value stands on the slider, 0 at the low end and 1 at the high end; values beyond the range stand at its end. */
export function positionOf({ range: [low, high], scale }: Scaled, value: number): number {
  const share = (from: number, to: number, at: number) => (to === from ? 0 : (at - from) / (to - from))
  const position =
    scale === 'linear'
      ? share(low, high, value)
      : scale === 'log'
        ? share(Math.log(low), Math.log(high), Math.log(value))
        : share(Math.log(1 - low), Math.log(1 - high), Math.log(1 - value))
  // A value past the pole of a logarithm (β ≥ 1, η ≤ 0) has no logarithm and stands at the end on its side.
  if (Number.isNaN(position)) return scale === 'log' ? 0 : 1
  return Math.min(1, Math.max(0, position))
}

/**
 * The value at a place of the slider, rounded so that it reads well: a linear one to a round fraction of the range, a logarithmic one to
 * three digits. The ends are exact.
 */
export function valueAt({ range: [low, high], scale, integer }: Scaled, position: number): number {
  if (position <= 0) return low
  if (position >= 1) return high
  let value: number
  if (scale === 'linear') value = roundTo(low + position * (high - low), roundStep(high - low))
  else if (scale === 'log') value = threeDigits(low * (high / low) ** position)
  else value = rounded(1 - threeDigits((1 - low) * ((1 - high) / (1 - low)) ** position))
  if (integer) value = Math.round(value)
  return Math.min(high, Math.max(low, value))
}

/** The largest of 1, 2, 5 · 10ᵏ that is no larger than a slider's place. */
function roundStep(span: number): number {
  const place = span / sliderPlaces
  const power = 10 ** Math.floor(Math.log10(place))
  const lead = place / power
  return (lead >= 5 ? 5 : lead >= 2 ? 2 : 1) * power
}

function roundTo(value: number, step: number): number {
  return rounded(Math.round(value / step) * step)
}

function threeDigits(value: number): number {
  return Number(value.toPrecision(3))
}

/** Takes away the last bits that arithmetic on decimal fractions leaves. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}
