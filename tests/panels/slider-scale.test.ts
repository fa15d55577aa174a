import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { NumberHyperparameter } from '../../src/declare/hyperparameter.ts'
import { landscapes } from '../../src/landscapes/index.ts'
import { optimizers } from '../../src/optimizers/index.ts'
import { nudged } from '../../src/panels/slider.tsx'
import { positionOf, valueAt } from '../../src/panels/slider-scale.ts'
import { schedules } from '../../src/schedules/index.ts'

const declared = [...landscapes, ...optimizers, ...schedules].flatMap(({ id, hyperparameters }) =>
  Object.entries(hyperparameters).flatMap(([name, hyperparameter]) =>
    hyperparameter.kind === 'number' ? [{ title: `${id}.${name}`, hyperparameter }] : [],
  ),
)
const position = fc.double({ min: 0, max: 1, noNaN: true })

describe.each(declared)('the slider of $title', ({ hyperparameter }) => {
  const [low, high] = hyperparameter.range

  it('has its ends at the ends of the range', () => {
    expect(valueAt(hyperparameter, 0)).toBe(low)
    expect(valueAt(hyperparameter, 1)).toBe(high)
    expect(positionOf(hyperparameter, low)).toBe(0)
    expect(positionOf(hyperparameter, high)).toBeCloseTo(1, 12)
  })

  it('never goes back when it is moved on, and stays in the range', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const [first, second] = [valueAt(hyperparameter, Math.min(a, b)), valueAt(hyperparameter, Math.max(a, b))]
        expect(first).toBeLessThanOrEqual(second)
        expect(first).toBeGreaterThanOrEqual(low)
        expect(second).toBeLessThanOrEqual(high)
      }),
    )
  })

  it('comes back to its place, within one place or one whole number', () => {
    fc.assert(
      fc.property(position, (place) => {
        const value = valueAt(hyperparameter, place)
        const neighbours = [value - 1, value + 1].map((other) => Math.abs(positionOf(hyperparameter, other) - place))
        const within = hyperparameter.integer ? Math.max(...neighbours) : 1 / 240
        expect(Math.abs(positionOf(hyperparameter, value) - place)).toBeLessThanOrEqual(within)
      }),
    )
  })
})

describe('the scales', () => {
  const scaled = (scale: NumberHyperparameter['scale'], range: [number, number]) => ({ scale, range })

  it('put the geometric mean in the middle of a logarithmic slider, in β and in 1 − β', () => {
    expect(valueAt(scaled('log', [1e-4, 1]), 0.5)).toBeCloseTo(0.01, 12)
    expect(valueAt(scaled('one-minus-log', [0, 0.9999]), 0.5)).toBeCloseTo(0.99, 12)
    expect(positionOf(scaled('one-minus-log', [0, 0.9999]), 0.9)).toBeCloseTo(0.25, 12)
  })

  it('stand at an end for values beyond it, also where the logarithm ends', () => {
    expect(positionOf(scaled('log', [1e-5, 10]), 0)).toBe(0)
    expect(positionOf(scaled('log', [1e-5, 10]), -1)).toBe(0)
    expect(positionOf(scaled('log', [1e-5, 10]), 50)).toBe(1)
    expect(positionOf(scaled('one-minus-log', [0, 0.9999]), 1)).toBe(1)
    expect(positionOf(scaled('one-minus-log', [0, 0.9999]), 1.5)).toBe(1)
  })

  it('write short numbers', () => {
    fc.assert(
      fc.property(position, (place) => {
        expect(String(valueAt(scaled('linear', [-1, 1]), place)).length).toBeLessThanOrEqual(6)
        expect(String(valueAt(scaled('log', [1e-5, 10]), place)).length).toBeLessThanOrEqual(9)
        expect(String(valueAt(scaled('one-minus-log', [0, 0.9999]), place)).length).toBeLessThanOrEqual(9)
      }),
    )
  })

  it('move by one place with a key, always to another value, until the end', () => {
    const rate = scaled('log', [1e-5, 10])
    fc.assert(
      fc.property(fc.double({ min: 1e-5, max: 9.9, noNaN: true }), (value) => {
        expect(nudged(rate, value, 1)).toBeGreaterThan(value)
      }),
    )
    expect(nudged(rate, 10, 1)).toBe(10)
    expect(nudged({ scale: 'log', range: [1, 1000], integer: true }, 1, 1)).toBe(2)
  })
})
