import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { valueRange } from '../../src/charts/value-range.ts'

describe('valueRange', () => {
  test('shows every finite value, if none runs away, with little room', () => {
    const values = fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 2, maxLength: 30 })
    fc.assert(
      fc.property(
        fc.array(values, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('linear' as const, 'log' as const),
        (series, scale) => {
          const range = valueRange(series, scale)
          const all = series.flat()
          const span = Math.max(...all) - Math.min(...all)
          expect(range?.low).toBeLessThan(Math.min(...all))
          expect(range?.high).toBeGreaterThan(Math.max(...all))
          if (scale === 'linear' && span > 1e-6) expect(range!.high - range!.low).toBeCloseTo(1.08 * span, 6)
        },
      ),
    )
  })

  test('a diverging run leaves through the top: the range ends near the largest start', () => {
    const range = valueRange(
      [
        [2, 1, 0.5],
        [1, 40, 2e5, 1e300, Infinity],
      ],
      'linear',
    )
    expect(range?.high).toBeGreaterThan(2)
    expect(range?.high).toBeLessThan(2.6)
    expect(range?.low).toBeLessThan(0.5)
  })

  test('or through the bottom, down a slope without end', () => {
    const range = valueRange([[0.5, -1, -1e9]], 'linear')
    expect(range?.low).toBeGreaterThan(-1)
    expect(range?.low).toBeLessThan(0)
    expect(range?.high).toBeGreaterThan(0.5)
  })

  test('five hundred times the start is still shown', () => {
    expect(valueRange([[1, 500]], 'linear')?.high).toBeGreaterThan(500)
  })

  test('the logarithmic range counts positive values alone, and is bounded', () => {
    const range = valueRange([[0, -5, 10, 0.1, NaN]], 'log')
    expect(range?.low).toBeGreaterThan(0.05)
    expect(range?.low).toBeLessThan(0.1)
    expect(range?.high).toBeGreaterThan(10)
    const wide = valueRange(
      [
        [1, 1e-300],
        [1, 1e300],
      ],
      'log',
    )
    expect(wide!.high / wide!.low).toBeLessThan(1e24)
    expect(wide?.high).toBeGreaterThan(1e5)
  })

  test('a line that does not move has room around it', () => {
    for (const level of [0, 0.001, -7]) {
      const range = valueRange([[level, level * (1 + 1e-15)]], 'linear')
      expect(range?.low).toBeLessThanOrEqual(level - 0.4 * Math.abs(level))
      expect(range?.high).toBeGreaterThanOrEqual(level + 0.4 * Math.abs(level))
      expect(range!.high).toBeGreaterThan(range!.low)
    }
    expect(valueRange([[3, 3]], 'log')).toEqual({ low: 2, high: 4.5 })
  })

  test('nothing to draw has no range', () => {
    expect(valueRange([], 'linear')).toBeUndefined()
    expect(valueRange([[NaN, Infinity]], 'linear')).toBeUndefined()
    expect(valueRange([[0, -1]], 'log')).toBeUndefined()
  })
})

test('a run that starts at next to nothing still shows where it goes', () => {
  const cliff = Array.from({ length: 200 }, (_, k) => (k < 60 ? -1e-6 - 0.002 * k : -5 - 0.005 * k))
  const range = valueRange([cliff], 'linear')
  expect(range?.low).toBeLessThan(-5.9)
  expect(range?.high).toBeGreaterThan(-1e-6)
})
