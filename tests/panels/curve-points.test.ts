import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { curveHeight, curvePoints, curveSpan } from '../../src/panels/curve-points.ts'

const pairs = (points: string) => points.split(' ').map((pair) => pair.split(',').map(Number))

describe('a small curve', () => {
  it('runs from step 1 to the last, the greatest value at the top and zero at the bottom', () => {
    const values = [0, 2, 1, 4]
    expect(pairs(curvePoints(values, 8, curveSpan(values)))).toEqual([
      [12.5, 100],
      [25, 50],
      [37.5, 75],
      [50, 0],
    ])
  })

  it('leaves room around a tight one and stands in the middle where nothing changes', () => {
    const span = curveSpan([0.85, 0.95], true)
    expect(span.low).toBeLessThan(0.85)
    expect(span.high).toBeGreaterThan(0.95)
    expect(curveHeight(curveSpan([0.9, 0.9], true), 0.9)).toBeCloseTo(0.5, 12)
    expect(curveHeight(curveSpan([0, 0]), 0)).toBe(0)
    expect(curveSpan([])).toEqual({ low: 0, high: 1 })
  })

  it('stays small, within its frame and in order, and keeps the extremes of a long run', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 3000 }),
        fc.nat(2999),
        (values, at) => {
          values[at % values.length] = 11
          const points = pairs(curvePoints(values, values.length, curveSpan(values)))
          expect(points.length).toBeLessThanOrEqual(480)
          expect(points.every(([x, y]) => x >= 0 && x <= 100 && y >= 0 && y <= 100)).toBe(true)
          expect(points.every(([x], k) => k === 0 || x >= points[k - 1][0])).toBe(true)
          expect(points.some(([, y]) => y === 0)).toBe(true)
        },
      ),
    )
  })

  it('leaves out what is not finite', () => {
    const values = [1, Infinity, NaN, 2]
    expect(pairs(curvePoints(values, 4, curveSpan(values))).map(([x]) => x)).toEqual([25, 100])
  })
})
