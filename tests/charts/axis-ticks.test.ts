import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { powerOfTen, stepTicks, valueTicks } from '../../src/charts/axis-ticks.ts'

const texts = (low: number, high: number, scale: 'linear' | 'log', count = 5) =>
  valueTicks({ low, high }, scale, count).map(({ text }) => text)

describe('ticks', () => {
  test('on a logarithmic scale are powers of ten', () => {
    expect(texts(2e-5, 30, 'log', 8)).toEqual(['10⁻⁴', '10⁻³', '10⁻²', '10⁻¹', '1', '10'])
    expect(texts(1e-16, 1, 'log', 4)).toEqual(['10⁻¹⁶', '10⁻¹²', '10⁻⁸', '10⁻⁴', '1'])
    expect(powerOfTen(-307)).toBe('10⁻³⁰⁷')
  })

  test('within two decades are 1, 2, 5 of each; within a factor of two, round steps', () => {
    expect(texts(0.15, 6, 'log')).toEqual(['0.2', '0.5', '1', '2', '5'])
    expect(texts(3.1, 3.9, 'log').length).toBeGreaterThan(1)
  })

  test('on a linear scale are short, with a true minus', () => {
    expect(texts(-0.25, 1.1, 'linear')).toEqual(['−0.2', '0', '0.2', '0.4', '0.6', '0.8', '1'])
    expect(texts(0, 4e8, 'linear', 4)).toEqual(['0', '10⁸', '2×10⁸', '3×10⁸', '4×10⁸'])
  })

  test('of any range lie in it, ascend, and no two read the same', () => {
    const range = fc
      .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
      .map(([low, width]) => ({ low, high: low + width }))
    const positive = fc
      .tuple(fc.double({ min: -15, max: 15, noNaN: true }), fc.double({ min: 0.05, max: 20, noNaN: true }))
      .map(([exponent, decades]) => ({ low: 10 ** exponent, high: 10 ** (exponent + decades) }))
    const check = (ticks: { value: number; text: string }[], { low, high }: { low: number; high: number }) => {
      const values = ticks.map(({ value }) => value)
      // d3 rounds its ticks to the step, which may overstep the range in the last bits.
      const slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high))
      expect(values.every((value) => value >= low - slack && value <= high + slack)).toBe(true)
      expect(values).toEqual([...values].sort((a, b) => a - b))
      expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length)
      expect(ticks.length).toBeGreaterThan(0)
      expect(ticks.length).toBeLessThan(14)
    }
    fc.assert(fc.property(range, (r) => check(valueTicks(r, 'linear', 5), r)))
    fc.assert(fc.property(positive, (r) => check(valueTicks(r, 'log', 5), r)))
  })

  test('of steps are whole', () => {
    expect(stepTicks(120, 6).map(({ text }) => text)).toEqual(['0', '20', '40', '60', '80', '100', '120'])
    expect(stepTicks(2, 8).map(({ value }) => value)).toEqual([0, 1, 2])
  })
})
