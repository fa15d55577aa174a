import { describe, expect, test } from 'vitest'
import { quantities, seriesOf, valueAt } from '../../src/charts/quantities.ts'
import type { Trajectory } from '../../src/simulation/trajectory.ts'

/** Gradient descent on L = (a·x² + b·y²)/2, whose every number has a closed form. */
const [a, b, rate, steps] = [1, 3, 0.1, 25]
const x = (t: number) => 2 * (1 - rate * a) ** t
const y = (t: number) => -1 * (1 - rate * b) ** t
const rows = Array.from({ length: steps + 1 }, (_, t) => t)
const run: Trajectory = {
  size: 2,
  steps,
  theta: Float64Array.from(rows.flatMap((t) => [x(t), y(t)])),
  loss: Float64Array.from(rows, (t) => (a * x(t) ** 2 + b * y(t) ** 2) / 2),
  gradient: Float64Array.from(rows.flatMap((t) => [a * x(t), b * y(t)])),
  learningRate: new Float64Array(steps).fill(rate),
  stop: { reason: 'finished', step: steps },
}

describe('quantities of gradient descent on a quadratic', () => {
  test('follow their closed forms', () => {
    const norms = seriesOf('gradientNorm', run)
    const lengths = seriesOf('stepLength', run)
    expect(norms).toHaveLength(steps + 1)
    expect(lengths).toHaveLength(steps)
    rows.forEach((t) => expect(norms[t]).toBeCloseTo(Math.sqrt(x(t) ** 2 + 9 * y(t) ** 2), 12))
    // The update is the rate times the gradient before it.
    lengths.forEach((length, t) => expect(length).toBeCloseTo(rate * norms[t], 12))
    expect(seriesOf('loss', run)).toBe(run.loss)
    expect([...new Set(seriesOf('learningRate', run))]).toEqual([rate])
  })

  test('fill exactly the steps 0 … N, or 1 … N for what an update has', () => {
    for (const [name, { firstStep }] of Object.entries(quantities))
      expect(firstStep + seriesOf(name as keyof typeof quantities, run).length - 1).toBe(steps)
  })

  test('are computed once', () => expect(seriesOf('gradientNorm', run)).toBe(seriesOf('gradientNorm', run)))

  test('with three parameters count all of them', () => {
    const three = { ...run, size: 3, steps: 1, gradient: Float64Array.from([2, 3, 6, 0, 0, 0]) }
    expect([...seriesOf('gradientNorm', three)]).toEqual([7, 0])
  })
})

test('valueAt reads between steps and nothing beyond the ends', () => {
  expect(valueAt([4, 8], 0, 0.25)).toBe(5)
  expect(valueAt([4, 8], 1, 0.5)).toBeUndefined()
  expect(valueAt([4, 8], 1, 2)).toBe(8)
  expect(valueAt([4, 8], 1, 2.01)).toBeUndefined()
  expect(valueAt([4, Infinity], 0, 0)).toBe(4)
})
