import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepAt, xOf, yOf, type ChartFrame } from '../../src/charts/chart-frame.ts'
import { crossAt } from '../../src/charts/draw-chart.ts'

const frame: ChartFrame = { left: 40, right: 440, top: 10, bottom: 110, steps: 200, scale: 'linear', low: 0, high: 2 }
const logFrame: ChartFrame = { ...frame, scale: 'log', low: 1e-4, high: 1 }

describe('a chart’s coordinates', () => {
  test('a step comes back from its pixel, and half-way pixels go to the nearest', () => {
    for (let step = 0; step <= frame.steps; step++) expect(stepAt(frame, xOf(frame, step))).toBe(step)
    expect(stepAt(frame, xOf(frame, 7.4))).toBe(7)
    expect([stepAt(frame, -99), stepAt(frame, 9999)]).toEqual([0, 200])
  })

  test('a pixel up is a fixed amount on the linear scale and a fixed factor on the logarithmic one', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(yOf(frame, 2 * share)).toBeCloseTo(110 - 100 * share, 9)
        expect(yOf(logFrame, 1e-4 * 1e4 ** share)).toBeCloseTo(110 - 100 * share, 9)
      }),
    )
  })

  test('low is at the bottom, decades are equally far apart, and what has no place is NaN', () => {
    expect([yOf(frame, 0), yOf(frame, 2), yOf(frame, 1)]).toEqual([110, 10, 60])
    expect([1, 1e-1, 1e-2, 1e-3, 1e-4].map((value) => Math.round(yOf(logFrame, value)))).toEqual([10, 35, 60, 85, 110])
    expect(yOf(frame, Infinity)).toBeNaN()
    expect(yOf(logFrame, -1)).toBeNaN()
  })
})

describe('the cross of a diverged run', () => {
  const line = (values: number[]) => ({
    run: 0,
    values: Float64Array.from(values),
    firstStep: 0,
    colour: '',
    dash: [],
    diverged: true,
  })
  test('stands at the last finite value, if that is in the chart', () => {
    expect(crossAt(frame, line([1, 1.5, NaN]))).toEqual([xOf(frame, 1), yOf(frame, 1.5)])
  })
  test('stands where the line leaves the chart for good', () => {
    // From 1 at step 1 to 5 at step 2: the top, 2, is a quarter of the way.
    expect(crossAt(frame, line([1, 1, 5, 900, Infinity]))).toEqual([xOf(frame, 1.25), frame.top])
    expect(crossAt(frame, line([1, -3]))).toEqual([xOf(frame, 0.25), frame.bottom])
  })
  test('is nowhere when nothing is finite', () => expect(crossAt(frame, line([NaN]))).toBeUndefined())
})
