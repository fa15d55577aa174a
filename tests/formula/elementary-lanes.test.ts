import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lane } from '../../src/formula/lane.ts'
import { numberLane } from '../../src/formula/number-lane.ts'
import { binaryOperations, integerPower, logsumexp, share, unaryOperations } from '../../src/formula/operations.ts'

/**
 * A lane true to the contract, and as unlike the number lane as the contract lets it be where it leaves something
 * open.
 */
function contraryLane(nonsense: () => number): Lane<number, boolean> {
  const isNormal = (a: number) => a >= 2 ** -1022 && a < Infinity
  return {
    ...numberLane,
    // WebAssembly's `nearest` keeps the sign of zero
    nearest: (a) => {
      if (!(Math.abs(a) < 2 ** 51)) return nonsense()
      const n = numberLane.nearest(a)
      return n === 0 && (a < 0 || Object.is(a, -0)) ? -0 : n
    },
    powerOfTwo: (n) => (n >= -1022 && n <= 1023 && Number.isInteger(n) ? numberLane.powerOfTwo(n) : nonsense()),
    exponent: (a) => (isNormal(a) ? numberLane.exponent(a) : nonsense()),
    mantissa: (a) => (isNormal(a) ? numberLane.mantissa(a) : nonsense()),
  }
}

const nonsense = [NaN, 0, -0, 1, -3.5, 1e308, Infinity, -Infinity]
const hard = fc.constantFrom(
  0,
  5e-324,
  2 ** -1022,
  1e-300,
  2 ** -54,
  0.5,
  1,
  1.5,
  2,
  3,
  700,
  709.78,
  709.79,
  745,
  1023,
  1024,
  1075,
  1e7,
  1e16,
  2 ** 53,
  2 ** 65,
  1e300,
  Number.MAX_VALUE,
  Infinity,
  NaN,
)
const signed = fc.tuple(hard, fc.boolean()).map(([a, turned]) => (turned ? -a : a))
const value = fc.oneof(fc.double(), signed, fc.double({ min: -1000, max: 1000 }), fc.double({ min: -3, max: 3 }))

test('no result hangs on what a lane does outside its contract', () => {
  fc.assert(
    fc.property(value, value, value, fc.constantFrom(...nonsense), (a, b, c, junk) => {
      const other = contraryLane(() => junk)
      for (const [name, operation] of Object.entries(unaryOperations))
        expect(operation(other, a), `${name}(${a})`).toBe(operation(numberLane, a))
      for (const [name, operation] of Object.entries(binaryOperations))
        expect(operation(other, a, b), `${name}(${a}, ${b})`).toBe(operation(numberLane, a, b))
      expect(logsumexp(other, [a, b, c])).toBe(logsumexp(numberLane, [a, b, c]))
      expect(share(other, [a, b, c])).toBe(share(numberLane, [a, b, c]))
      expect(integerPower(other, a, 7)).toBe(integerPower(numberLane, a, 7))
    }),
    { numRuns: 5000 },
  )
})

test('the number lane keeps the contract', () => {
  for (let n = -1022; n <= 1023; n++) {
    expect(numberLane.powerOfTwo(n)).toBe(2 ** n)
    expect(numberLane.exponent(2 ** n)).toBe(n)
    expect(numberLane.exponent(2 ** n * 1.9999999999999998)).toBe(n)
    expect(numberLane.mantissa(2 ** n * 1.3)).toBe(1.3)
  }
  for (const [a, n] of [
    [0.5, 0],
    [1.5, 2],
    [2.5, 2],
    [-2.5, -2],
    [-0.4, 0],
    [0.49999999999999994, 0],
    [1e15 + 0.5, 1e15],
  ])
    expect(numberLane.nearest(a)).toBe(n)
  expect(numberLane.nearest(2 ** 51 - 1.5)).toBe(2 ** 51 - 2)
  expect(numberLane.nearest(-(2 ** 51) + 1.5)).toBe(-(2 ** 51) + 2)
  expect(numberLane.min(0, -0)).toBe(-0)
  expect(numberLane.max(-0, 0)).toBe(0)
  expect(numberLane.max(NaN, 1)).toBeNaN()
})

test('the number lane throws on nothing', () => {
  fc.assert(
    fc.property(value, (a) => {
      for (const operation of [numberLane.powerOfTwo, numberLane.exponent, numberLane.mantissa, numberLane.nearest])
        expect(typeof operation(a)).toBe('number')
    }),
  )
})
