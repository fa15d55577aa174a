import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberLane } from '../../src/formula/number-lane.ts'
import { binaryOperations, integerPower } from '../../src/formula/operations.ts'
import { exactly, ulpsBetween } from './big-float.ts'

const pow = (x: number, y: number) => binaryOperations.pow(numberLane, x, y)
const smallestNormal = 2 ** -1022
const tiny = Number.MIN_VALUE
const max = Number.MAX_VALUE

// IEEE 754-2019 §9.2.1, except that results below 2^−1022 are flushed.
// prettier-ignore
const powEdges: [number, number, number][] = [
  [NaN, 0, 1], [NaN, -0, 1], [0, 0, 1], [-0, 0, 1], [Infinity, 0, 1], [-Infinity, -0, 1], [-2.5, 0, 1], [1, NaN, 1],
  [1, Infinity, 1], [1, -Infinity, 1], [1, 1e300, 1], [1, 0.5, 1], [-1, Infinity, 1], [-1, -Infinity, 1], [-1, 3, -1],
  [-1, -4, 1], [-1, 9007199254740991, -1], [-1, 9007199254740992, 1], [NaN, 1, NaN], [NaN, -2, NaN], [2, NaN, NaN],
  [0, NaN, NaN], [NaN, NaN, NaN], [NaN, Infinity, NaN], [Infinity, NaN, NaN], [-2, 0.5, NaN], [-tiny, 1.5, NaN],
  [-max, -0.25, NaN], [-1, 0.5, NaN], [0, 3, 0], [-0, 3, -0], [0, 2, 0], [-0, 2, 0], [-0, 0.5, 0], [0, Infinity, 0],
  [-0, Infinity, 0], [0, -3, Infinity], [-0, -3, -Infinity], [0, -2, Infinity], [-0, -2, Infinity],
  [-0, -0.5, Infinity], [0, -Infinity, Infinity], [-0, -Infinity, Infinity], [-0, -9007199254740991, -Infinity],
  [Infinity, 2, Infinity], [Infinity, 0.1, Infinity], [Infinity, -2, 0], [Infinity, -tiny, 0],
  [-Infinity, 3, -Infinity], [-Infinity, 2, Infinity], [-Infinity, 0.5, Infinity], [-Infinity, -3, -0],
  [-Infinity, -2, 0], [-Infinity, -0.5, 0], [2, Infinity, Infinity], [2, -Infinity, 0], [-2, Infinity, Infinity],
  [-2, -Infinity, 0], [0.5, Infinity, 0], [0.5, -Infinity, Infinity], [-0.5, Infinity, 0],
  [-0.5, -Infinity, Infinity], [Infinity, Infinity, Infinity], [Infinity, -Infinity, 0],
  [-Infinity, Infinity, Infinity], [-Infinity, -Infinity, 0], [2, 1024, Infinity], [2, 1025, Infinity],
  [-2, 1025, -Infinity], [2, 1e300, Infinity], [1.0000000000000002, 1e300, Infinity], [1.0000000000000002, -1e300, 0],
  [0.9999999999999999, 1e300, 0], [max, max, Infinity], [tiny, max, 0], [tiny, -max, Infinity], [2, -1023, 0],
  [-2, -1023, -0], [-2, -1024, 0], [10, 309, Infinity], [10, -309, 0], [tiny, 2, 0], [tiny, -1, Infinity],
  [2, -1022, smallestNormal], [2, 1023, 2 ** 1023], [4, 511.5, 2 ** 1023], [9, 0.5, 3], [10, 22, 1e22],
  [3, 33, 5559060566555523], [-3, 33, -5559060566555523], [-2, 3, -8], [-2, -3, -0.125], [2 ** -1074, 0.5, 2 ** -537],
]

test.each(powEdges)('pow(%f, %f) is %f', (x, y, expected) => expect(pow(x, y)).toBe(expected))

test('pow(x, 2) is x·x and pow(x, −1) is 1/x within the bound', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-150, max: 1e150, noNaN: true }), (x) => {
      expect(ulpsBetween(pow(x, 2), exactly(x * x))).toBeLessThanOrEqual(3)
      expect(ulpsBetween(pow(-x, -1), exactly(-1 / x))).toBeLessThanOrEqual(3)
    }),
  )
})

test('pow of whole numbers is exact where the result is', () => {
  fc.assert(
    fc.property(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 0, max: 14 }), (x, n) => {
      expect(pow(x, n)).toBe(Number(BigInt(x) ** BigInt(n)))
    }),
  )
})

test('integer powers multiply in the documented order', () => {
  const power = (a: number, n: number) => integerPower(numberLane, a, n)
  fc.assert(
    fc.property(fc.double(), (a) => {
      expect(power(a, 0)).toBe(1)
      expect(power(a, 1)).toBe(a)
      expect(power(a, 2)).toBe(a * a)
      expect(power(a, 3)).toBe(a * a * a)
      expect(power(a, 4)).toBe(a * a * (a * a))
      expect(power(a, 5)).toBe(a * a * (a * a) * a)
      expect(power(a, 6)).toBe(a * a * a * (a * a * a))
      expect(power(a, -3)).toBe(1 / (a * a * a))
    }),
  )
  expect(() => power(2, 0.5)).toThrow(RangeError)
})
