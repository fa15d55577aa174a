import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberLane } from '../../src/formula/number-lane.ts'
import type { ConditionOp } from '../../src/formula/operations.ts'
import {
  binaryOperations,
  conditionOperations,
  isTrue,
  truthValue,
  unaryOperations,
  where,
} from '../../src/formula/operations.ts'

const some = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, -1, NaN, Infinity, 5e-324))

test('truth is being neither 0 nor NaN', () => {
  fc.assert(
    fc.property(some, (a) => {
      const truth = a !== 0 && !Number.isNaN(a)
      expect(isTrue(numberLane, a)).toBe(truth)
      expect(where(numberLane, a, 7, NaN)).toBe(truth ? 7 : NaN)
    }),
  )
})

test('conditions are what JavaScript says of the same operands, and their values are 1 and 0', () => {
  const expected: Record<Exclude<ConditionOp, 'not'>, (a: number, b: number) => boolean> = {
    less: (a, b) => a < b,
    lessOrEqual: (a, b) => a <= b,
    equal: (a, b) => a === b,
    and: (a, b) => Boolean(a) && Boolean(b),
    or: (a, b) => Boolean(a) || Boolean(b),
  }
  fc.assert(
    fc.property(some, some, (a, b) => {
      for (const op of Object.keys(expected) as (keyof typeof expected)[]) {
        const condition = conditionOperations[op](numberLane, a, b)
        expect(condition).toBe(expected[op](a, b))
        expect(binaryOperations[op](numberLane, a, b)).toBe(condition ? 1 : 0)
        expect(isTrue(numberLane, truthValue(numberLane, condition))).toBe(condition)
      }
      expect(conditionOperations.not(numberLane, a)).toBe(!a)
      expect(unaryOperations.not(numberLane, a)).toBe(a ? 0 : 1)
    }),
  )
})

test('arithmetic is that of the machine', () => {
  fc.assert(
    fc.property(some, some, (a, b) => {
      expect(binaryOperations.add(numberLane, a, b)).toBe(a + b)
      expect(binaryOperations.sub(numberLane, a, b)).toBe(a - b)
      expect(binaryOperations.mul(numberLane, a, b)).toBe(a * b)
      expect(binaryOperations.div(numberLane, a, b)).toBe(a / b)
      expect(binaryOperations.min(numberLane, a, b)).toBe(Math.min(a, b))
      expect(binaryOperations.max(numberLane, a, b)).toBe(Math.max(a, b))
      expect(binaryOperations.mod(numberLane, a, b)).toBe(a - b * Math.floor(a / b))
      expect(unaryOperations.neg(numberLane, a)).toBe(-a)
      expect(unaryOperations.abs(numberLane, a)).toBe(Math.abs(a))
      expect(unaryOperations.sqrt(numberLane, a)).toBe(Math.sqrt(a))
      expect(unaryOperations.floor(numberLane, a)).toBe(Math.floor(a))
      expect(unaryOperations.sign(numberLane, a)).toBe(Math.sign(a))
    }),
  )
})

test('mod lies between 0 and its divisor', () => {
  const whole = fc.integer({ min: -1000, max: 1000 })
  fc.assert(
    fc.property(whole, fc.integer({ min: 1, max: 50 }), (a, b) => {
      const rest = binaryOperations.mod(numberLane, a, b)
      expect(rest).toBe(((a % b) + b) % b)
      expect(binaryOperations.mod(numberLane, -a, -b)).toBe(rest === 0 ? 0 : -rest)
    }),
  )
})
