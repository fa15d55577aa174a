import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lossAt } from '../../src/map/loss-at.ts'

const domain = [
  [-2, 3],
  [10, 14],
] as const
const resolution = 7
const bilinear = (x: number, y: number) => 2 + 3 * x - y + 0.5 * x * y
const grid = {
  domain,
  resolution,
  loss: Float64Array.from({ length: 49 }, (_, k) => bilinear(-2 + (5 * (k % 7)) / 6, 10 + (4 * Math.floor(k / 7)) / 6)),
  least: 0,
  greatest: 0,
  cap: 0,
}

test('a bilinear loss is read exactly everywhere in the domain', () => {
  fc.assert(
    fc.property(fc.double({ min: -2, max: 3, noNaN: true }), fc.double({ min: 10, max: 14, noNaN: true }), (x, y) => {
      expect(lossAt(grid, x, y)).toBeCloseTo(bilinear(x, y), 9)
    }),
  )
})

test('outside there is none, and an infinite corner counts only where it has weight', () => {
  expect(lossAt(grid, -2.01, 12)).toBeUndefined()
  expect(lossAt(grid, 0, 14.01)).toBeUndefined()
  const wall = { ...grid, loss: grid.loss.map((loss, k) => (k === 4 * 7 + 6 ? Infinity : loss)) }
  expect(lossAt(wall, 2.9, 12.1)).toBe(Infinity)
  expect(lossAt(wall, 3, 12)).toBeCloseTo(bilinear(3, 12), 9)
  expect(lossAt(wall, 0, 12)).toBeCloseTo(bilinear(0, 12), 9)
})
