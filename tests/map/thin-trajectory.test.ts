import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ballAt, pointsUpTo, thinTrajectory } from '../../src/map/thin-trajectory.ts'
import type { Trajectory } from '../../src/simulation/trajectory.ts'

const frame = {
  domain: [
    [0, 100],
    [0, 100],
  ] as const,
  width: 100,
  height: 100,
}

function trajectory(rows: readonly (readonly number[])[]): Trajectory {
  const steps = rows.length - 1
  return {
    size: rows[0].length,
    steps,
    theta: Float64Array.from(rows.flat()),
    loss: new Float64Array(steps + 1),
    gradient: new Float64Array(rows.flat().length),
    learningRate: new Float64Array(steps),
    stop: { reason: 'finished', step: steps },
  }
}

describe('thinTrajectory', () => {
  test('keeps the first and the last point, and no left-out point is farther than the tolerance from a kept one', () => {
    const coordinate = fc.double({ min: 0, max: 100, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 60 }), (rows) => {
        const { points, steps } = thinTrajectory(trajectory(rows), frame)
        expect(steps[0]).toBe(0)
        expect(steps.at(-1)).toBe(rows.length - 1)
        rows.forEach(([x, y], step) => {
          const k = pointsUpTo({ points, steps }, step) - 1
          expect(Math.abs(points[2 * k] - x)).toBeLessThan(0.61)
          expect(Math.abs(points[2 * k + 1] - (100 - y))).toBeLessThan(0.61)
        })
      }),
    )
  })

  test('a run at rest costs a few points', () => {
    const rows = Array.from({ length: 10_001 }, (_, k) => [50 + 40 * 0.99 ** k, 20])
    expect(thinTrajectory(trajectory(rows), frame).steps.length).toBeLessThan(80)
  })

  test('ends where θ is no longer finite, and cuts a huge jump short in its own direction', () => {
    const { points, steps } = thinTrajectory(
      trajectory([
        [10, 90],
        [3e200, 90],
        [NaN, 0],
        [5, 5],
      ]),
      frame,
    )
    expect([...steps]).toEqual([0, 1])
    expect(points[2]).toBeGreaterThan(100)
    expect(points[2]).toBeLessThan(1e4)
    expect(points[3]).toBe(10)
  })
})

describe('ballAt', () => {
  const run = trajectory([
    [0, 0, 7],
    [10, 20, 7],
    [30, 20, 7],
  ])
  test('is between rows, for more than two parameters too', () => {
    expect(ballAt(run, 0)).toEqual([0, 0])
    expect(ballAt(run, 0.25)).toEqual([2.5, 5])
    expect(ballAt(run, 1.5)).toEqual([20, 20])
  })
  test('stays at the last finite row after the end', () => {
    expect(ballAt(run, 99.5)).toEqual([30, 20])
    expect(
      ballAt(
        trajectory([
          [1, 2],
          [Infinity, 0],
        ]),
        0.5,
      ),
    ).toEqual([1, 2])
    expect(
      ballAt(
        trajectory([
          [1, 2],
          [Infinity, 0],
        ]),
        1,
      ),
    ).toEqual([1, 2])
    expect(ballAt(trajectory([[NaN, 2]]), 0)).toBeUndefined()
  })
})
