import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HeightField } from '../../src/surface/height-field.ts'
import { madeField } from './made-field.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })

test('between lattice points a plane stays a plane', () => {
  const field = madeField((u, v) => 0.1 + 0.4 * u + 0.3 * v, 9)
  fc.assert(
    fc.property(share, share, (u, v) => {
      expect(field.at(u, v)).toBeCloseTo(0.1 + 0.4 * u + 0.3 * v, 6)
    }),
  )
})

test('heights are between those of the corners of the cell', () => {
  const field = madeField((u, v) => 0.5 + 0.4 * Math.sin(40 * u + 17 * v * v), 12)
  fc.assert(
    fc.property(share, share, (u, v) => {
      const [i, j] = [u, v].map((s) => Math.min(Math.floor(s * 11), 10))
      const corners = [0, 1, 12, 13].map((step) => field.heights[12 * j + i + step])
      expect(field.at(u, v)).toBeGreaterThanOrEqual(Math.min(...corners) - 1e-6)
      expect(field.at(u, v)).toBeLessThanOrEqual(Math.max(...corners) + 1e-6)
    }),
  )
})

test('a symmetric surface is drawn symmetric', () => {
  const field = madeField((u, v) => (2 * u - 1) ** 2 * (2 * v - 1) ** 2 + 0.2 * (u + v - 1) ** 2, 9)
  fc.assert(
    fc.property(share, share, (u, v) => {
      expect(field.at(u, v)).toBeCloseTo(field.at(v, u), 5)
    }),
  )
})

test('walls of any height are finite, +∞ is a wall, −∞ and NaN are holes, and outside there is nothing', () => {
  const losses = [1e300, Infinity, -Infinity, NaN]
  const field = new HeightField(
    {
      domain: [
        [0, 1],
        [0, 1],
      ],
      resolution: 2,
      loss: Float64Array.from(losses),
      least: 0,
      greatest: 1,
      cap: 1,
    },
    'linear',
  )
  expect(field.heights[0]).toBeGreaterThan(1)
  expect(Number.isFinite(field.heights[0])).toBe(true)
  expect(field.heights[1]).toBe(field.heights[0])
  expect(field.heights[2]).toBeNaN()
  expect(field.heights[3]).toBeNaN()
  const flat = madeField(() => 0.5)
  expect(flat.at(-0.01, 0.5)).toBeNaN()
  expect(flat.at(0.5, 1.01)).toBeNaN()
  expect(flat.at(NaN, 0.5)).toBeNaN()
})

test('the normal of a plane is the plane’s', () => {
  const field = madeField((u, v) => 0.1 + 0.4 * u + 0.3 * v, 9)
  // In the scene, of height 1: y = 0.1 + 0.4 (x + 1)/2 + 0.3 (1 − z)/2.
  const length = Math.hypot(0.2, 1, 0.15)
  const normal = field.normalAt(0.3, 0.6, 1)
  ;[-0.2, 1, 0.15].forEach((part, k) => expect(normal[k]).toBeCloseTo(part / length, 5))
})
