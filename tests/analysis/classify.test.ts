import { expect, test } from 'vitest'
import { classify, conditionNumber } from '../../src/analysis/classify.ts'

const pairs = (...values: number[]) => values.map((value) => ({ value, vector: [] }))

test('the signs of the eigenvalues tell the kind', () => {
  expect(classify(pairs(1, 2), 1)).toBe('minimum')
  expect(classify(pairs(-1, 2), 1)).toBe('saddle')
  expect(classify(pairs(-3, -1, -2), 1)).toBe('maximum')
  expect(classify(pairs(-3, -1, 2), 1)).toBe('saddle')
})

test('an eigenvalue that is nothing beside the others, or on this surface, makes it degenerate', () => {
  expect(classify(pairs(0, 4), 1)).toBe('degenerate')
  expect(classify(pairs(1e-9, 4), 1)).toBe('degenerate')
  expect(classify(pairs(1e-6, 4), 1)).toBe('minimum')
  expect(classify(pairs(1e-9, 1e-9), 1)).toBe('degenerate')
  expect(classify(pairs(1e-9, 2e-9), 1e-9)).toBe('minimum')
  expect(classify(pairs(0, 0), 0)).toBe('degenerate')
  expect(classify(pairs(NaN, 1), 1)).toBe('degenerate')
})

test('the condition number is the ratio of sizes', () => {
  expect(conditionNumber(pairs(-2, 10))).toBe(5)
  expect(conditionNumber(pairs(0, 10))).toBe(Infinity)
  expect(conditionNumber(pairs(3))).toBe(1)
})
