import { scaleLinear } from 'd3-scale'
import { formatNumber } from '../look/format-number.ts'
import type { ChartScale } from './quantities.ts'
import type { ValueRange } from './value-range.ts'

export interface Tick {
  value: number
  text: string
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** 10 to an integer as typeset: `10⁻³`; 1 and 10 as they are. */
export function powerOfTen(exponent: number): string {
  if (exponent === 0 || exponent === 1) return exponent === 0 ? '1' : '10'
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[Number(digit)]).join('')
  return `10${exponent < 0 ? '⁻' : ''}${digits}`
}

/** About `count` round values of a range with their texts: powers of ten on a logarithmic scale wide enough for them. */
export function valueTicks({ low, high }: ValueRange, scale: ChartScale, count: number): Tick[] {
  return scale === 'log' ? logTicks(low, high, count) : linearTicks(low, high, count)
}

/** Whole steps from 0, about `count` of them. */
export function stepTicks(steps: number, count: number): Tick[] {
  return scaleLinear()
    .domain([0, steps])
    .ticks(Math.max(1, count))
    .filter(Number.isInteger)
    .map((value) => ({ value, text: String(value) }))
}

function linearTicks(low: number, high: number, count: number): Tick[] {
  const values = scaleLinear().domain([low, high]).ticks(Math.max(2, count))
  // As many digits as tell neighbours apart: around 1000.02, three would show the same number five times.
  const step = values.length > 1 ? values[1] - values[0] : high - low
  const largest = Math.max(...values.map(Math.abs), step)
  const digits = Math.min(12, Math.max(2, Math.ceil(Math.log10(largest / step)) + 2))
  return values.map((value) => ({ value, text: formatNumber(value, digits) }))
}

function logTicks(low: number, high: number, count: number): Tick[] {
  const decades = Math.log10(high) - Math.log10(low)
  if (decades >= 2) {
    const every = Math.max(1, Math.ceil(decades / Math.max(1, count)))
    return exponentsIn(low, high)
      .filter((exponent) => exponent % every === 0)
      .map((exponent) => ({ value: Number(`1e${exponent}`), text: powerOfTen(exponent) }))
  }
  // Within two decades d3's logarithmic ticks are 1, 2, … 9 of each, or linear ones; these few read better.
  const few = exponentsIn(low / 10, high)
    .flatMap((exponent) => [1, 2, 5].map((digit) => Number(`${digit}e${exponent}`)))
    .filter((value) => value >= low && value <= high)
  if (few.length >= 2) return few.map((value) => ({ value, text: formatNumber(value) }))
  return linearTicks(low, high, count).filter(({ value }) => value > 0)
}

function exponentsIn(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low) - 1e-9)
  const last = Math.floor(Math.log10(high) + 1e-9)
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, k) => first + k)
}
