import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heightOf } from '../../src/look/height.ts'
import { lossTicks, roundTicks } from '../../src/surface/axis-ticks.ts'
import { shortNumber, tickNumber } from '../../src/surface/short-number.ts'

test('ticks of known intervals', () => {
  expect(roundTicks(-2, 2, 5)).toEqual([-2, -1, 0, 1, 2])
  expect(roundTicks(-1.8, 1.9, 5)).toEqual([-1, 0, 1])
  expect(roundTicks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3])
  expect(roundTicks(1, 1, 5)).toEqual([])
  expect(roundTicks(0, Infinity, 5)).toEqual([])
})

test('ticks are evenly spaced by 1, 2 or 5 times a power of ten, within the interval, and of about the number asked for', () => {
  const low = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  const span = fc.double({ min: 1e-3, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(low, span, fc.integer({ min: 3, max: 8 }), (from, wide, count) => {
      const ticks = roundTicks(from, from + wide, count)
      expect(ticks.length).toBeLessThanOrEqual(count + 1)
      expect(ticks.length).toBeGreaterThanOrEqual(Math.floor(count / 2.5))
      for (const tick of ticks) {
        expect(tick).toBeGreaterThanOrEqual(from - 1e-6 * wide)
        expect(tick).toBeLessThanOrEqual(from + wide * (1 + 1e-6))
      }
      if (ticks.length < 2) return
      const step = ticks[1] - ticks[0]
      const mantissa = step / 10 ** Math.floor(Math.log10(step * 1.0001))
      expect([1, 2, 5].some((m) => Math.abs(mantissa - m) < 1e-3)).toBe(true)
    }),
  )
})

test('losses on a logarithmic axis ascend, have one digit, and stand apart', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0, max: 3, noNaN: true }),
      fc.double({ min: 0.5, max: 1e5, noNaN: true }),
      (least, wide) => {
        const scale = { kind: 'log', least, cap: least + wide } as const
        const heights = lossTicks(scale).map((loss) => heightOf(scale, loss))
        heights.forEach((height, k) => {
          expect(height).toBeGreaterThanOrEqual(k === 0 ? 0 : heights[k - 1] + 0.16 - 1e-9)
          expect(height).toBeLessThanOrEqual(1)
        })
        for (const loss of lossTicks(scale)) expect(Number(loss.toPrecision(1))).toBe(loss)
      },
    ),
  )
  expect(lossTicks({ kind: 'log', least: 0, cap: 1000 }).length).toBeGreaterThanOrEqual(4)
})

test('numbers as people write them', () => {
  expect([-2.4, 0.2, 0, 1001.6, 123456, -0.00012, Infinity, NaN].map((value) => shortNumber(value))).toEqual([
    '−2.40',
    '0.20',
    '0.00',
    '1001.6',
    '1.2×10⁵',
    '−1.2×10⁻⁴',
    '∞',
    '–',
  ])
  expect([0, -1, 0.5, 500, 100000, 0.0002].map(tickNumber)).toEqual(['0', '−1', '0.5', '500', '10⁵', '2×10⁻⁴'])
})
