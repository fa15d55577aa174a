import { expect, test } from 'vitest'
import { normalAt, philox, uniformAt } from '../../src/formula/chance.ts'

const words = (...args: Parameters<typeof philox>) =>
  [...philox(...args)].map((word) => word.toString(16).padStart(8, '0'))

test('the known answers of Random123 for philox4x32-10', () => {
  const ones = 0xffffffff
  expect(words(0, 0, 0, 0, 0, 0)).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8'])
  expect(words(ones, ones, ones, ones, ones, ones)).toEqual(['408f276d', '41c83b0e', 'a20bc7c6', '6d5451fd'])
  const digitsOfPi = words(0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0)
  expect(digitsOfPi).toEqual(['d16cfe09', '94fdcceb', '5001e420', '24126ea1'])
})

/** Mean of f over the numbers. */
const mean = (numbers: readonly number[], f: (x: number) => number = (x) => x) =>
  numbers.reduce((sum, x) => sum + f(x), 0) / numbers.length

const many = 100_000
/** Five standard errors: with a fixed seed this either holds always or never. */
const within = (value: number, expected: number, variance: number) =>
  expect(Math.abs(value - expected)).toBeLessThan(5 * Math.sqrt(variance / many))

test('normal numbers have the moments of the normal distribution', () => {
  const draws = Array.from({ length: many }, (_, k) => normalAt(7, 3, 1 + (k >> 1), k & 1))
  within(mean(draws), 0, 1)
  within(
    mean(draws, (x) => x ** 2),
    1,
    2,
  )
  within(
    mean(draws, (x) => x ** 3),
    0,
    15,
  )
  within(
    mean(draws, (x) => x ** 4),
    3,
    96,
  )
  // Two-sided tails of 1, 2 and 3 standard deviations.
  for (const [limit, share] of [
    [1, 0.31731],
    [2, 0.0455],
    [3, 0.0027],
  ])
    within(
      mean(draws, (x) => (Math.abs(x) > limit ? 1 : 0)),
      share,
      share * (1 - share),
    )
  expect(draws.every(Number.isFinite)).toBe(true)
})

test('steps, streams, components, seeds and kinds are independent of one another', () => {
  const pairs: [(k: number) => number, (k: number) => number][] = [
    [(k) => normalAt(1, 0, k, 0), (k) => normalAt(1, 0, k + 1, 0)],
    [(k) => normalAt(1, 0, k, 0), (k) => normalAt(1, 0, k, 1)],
    [(k) => normalAt(1, 0, k, 0), (k) => normalAt(1, 1, k, 0)],
    [(k) => normalAt(1, 0, k, 0), (k) => normalAt(2, 0, k, 0)],
    [(k) => normalAt(1, 0, k, 0), (k) => normalAt(1 + 2 ** 32, 0, k, 0)],
    [
      (k) => Math.sqrt(12) * (uniformAt(1, 0, k, 0) - 0.5),
      (k) => Math.sqrt(12) * (uniformAt(1, 0, k, 0, 'shuffle') - 0.5),
    ],
  ]
  for (const [a, b] of pairs) within(mean(Array.from({ length: many }, (_, k) => a(k + 1) * b(k + 1))), 0, 1)
})

test('uniform numbers lie in [0, 1) and fill it evenly', () => {
  const draws = Array.from({ length: many }, (_, k) => uniformAt(123456789012345, 2, 1 + (k >> 5), k & 31))
  expect(draws.every((x) => x >= 0 && x < 1)).toBe(true)
  within(mean(draws), 1 / 2, 1 / 12)
  within(
    mean(draws, (x) => x * x),
    1 / 3,
    4 / 45,
  )
  const cells = new Array<number>(16).fill(0)
  for (const x of draws) cells[Math.floor(16 * x)]++
  for (const count of cells) within(count / many, 1 / 16, 15 / 256)
})

test('the same arguments give the same number, in any order', () => {
  const forward = Array.from({ length: 50 }, (_, k) => normalAt(9, 1, k, k % 3))
  const backward = Array.from({ length: 50 }, (_, k) => normalAt(9, 1, 49 - k, (49 - k) % 3)).reverse()
  expect(backward).toEqual(forward)
})
