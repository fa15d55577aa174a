import { describe, expect, test } from 'vitest'
import { intervalFlags } from '../../src/formula/interval-registers.ts'
import { intervalReader } from './interval-of.ts'

const { partial, rough, nowhere } = intervalFlags
type Pair = readonly [number, number]
const all: Pair = [-Infinity, Infinity]

/** Formula, x, the range of its values, its flags; and y where it is read. */
const ranges: [string, Pair, Pair, number, Pair?][] = [
  ['x*x', [-1, 2], [0, 4], 0],
  ['x^2', [-3, 2], [0, 9], 0],
  ['x^3', [-2, 1], [-8, 1], 0],
  ['x^4', [-2, -1], [1, 16], 0],
  ['x^5', [-2, -1], [-32, -1], 0],
  ['x^-2', [1, 2], [0.25, 1], 0],
  ['x^-1', [-1, 1], all, partial],
  ['x^k', [-2, 1], [-8, 1], 0],
  ['x^0.5', [4, 9], [2, 3], 0],
  ['x^0.5', [-4, 9], [0, 3], partial],
  ['x^0.5', [-4, -1], all, partial | nowhere],
  ['x^y', [2, 3], [1 / 9, 9], 0, [-2, 2]],
  ['x - x', [0, 1], [-1, 1], 0],
  ['x*y', [-1, 2], [-6, 3], 0, [-3, -1]],
  ['x*y', [-1, 2], [-6, 8], 0, [-3, 4]],
  ['x/y', [1, 2], [0.25, 2], 0, [1, 4]],
  ['x/y', [-2, -1], [0.25, 2], 0, [-4, -1]],
  ['x/y', [-2, 3], [-2, 3], 0, [1, 2]],
  ['x/y', [1, 2], [0.25, Infinity], partial, [0, 4]],
  ['x/y', [1, 2], [-Infinity, -0.25], partial, [-4, 0]],
  ['x/y', [1, 2], all, partial, [-1, 1]],
  ['1/(0*x)', [1, 2], all, partial | nowhere],
  ['0*log(x)', [-1, 1], [0, 0], partial],
  ['sqrt(x)', [1, 4], [1, 2], 0],
  ['sqrt(x)', [0, 4], [0, 2], rough],
  ['sqrt(x)', [-1, 4], [0, 2], rough | partial],
  ['sqrt(x)', [-2, -1], all, partial | nowhere],
  ['exp(x)', [-Infinity, 0], [0, 1], 0],
  ['exp(x)', [800, 900], [Number.MAX_VALUE, Infinity], 0],
  ['log(x)', [1, Math.E], [0, 1], 0],
  ['log(x)', [0, 1], [-Infinity, 0], partial],
  ['log1p(x)', [-2, -1], all, partial | nowhere],
  ['sin(x)', [1, 2], [Math.sin(1), 1], 0],
  ['sin(x)', [2, 4], [Math.sin(4), Math.sin(2)], 0],
  ['sin(x)', [4, 5], [-1, Math.sin(4)], 0],
  ['sin(x)', [0, 6.3], [-1, 1], 0],
  ['sin(x)', [-1, 1e8], [-1, 1], partial],
  ['cos(x)', [-1, 2], [Math.cos(2), 1], 0],
  ['cos(x)', [3, 3.2], [-1, Math.cos(3)], 0],
  ['cos(x)', [6, 7], [Math.cos(7), 1], 0],
  ['tan(x)', [-1, 1], [-Math.tan(1), Math.tan(1)], 0],
  ['tan(x)', [1, 2], all, partial],
  ['tanh(x)', all, [-1, 1], 0],
  ['sigmoid(x)', [0, 1], [0.5, 1 / (1 + Math.exp(-1))], 0],
  ['softplus(x)', [0, 1], [Math.log(2), Math.log1p(Math.E)], 0],
  ['expm1(x)', [-1, 0], [Math.expm1(-1), 0], 0],
  ['abs(x)', [-1, 2], [0, 2], rough],
  ['abs(x)', [-3, -2], [2, 3], 0],
  ['sign(x)', [1, 2], [1, 1], 0],
  ['sign(x)', [-1, 2], [-1, 1], rough],
  ['floor(x)', [1.2, 1.8], [1, 1], 0],
  ['floor(x)', [-0.5, 2.5], [-1, 2], rough],
  ['relu(x)', [-2, -1], [0, 0], 0],
  ['relu(x)', [-2, 3], [0, 3], rough],
  ['min(x, y)', [0, 3], [0, 2], rough, [1, 2]],
  ['max(x, y)', [0, 1], [2, 3], 0, [2, 3]],
  ['clamp(x, -1, 1)', [2, 3], [1, 1], 0],
  ['mod(x, 2)', [4.5, 5], [0.5, 1], 0],
  ['mod(x, 2)', [-0.5, -0.25], [1.5, 1.75], 0],
  ['mod(x, 2)', [3.5, 4.5], [0, 2], rough],
  ['mod(x, y)', [1, 2], all, partial | rough, [-1, 1]],
  ['x < y', [0, 1], [1, 1], 0, [2, 3]],
  ['x < y', [0, 2], [0, 1], rough, [2, 3]],
  ['x <= y', [0, 2], [1, 1], 0, [2, 3]],
  ['x == y', [0, 1], [0, 0], 0, [2, 3]],
  ['x == 1', [1, 1], [1, 1], 0],
  ['x > 0 and y > 0', [1, 2], [0, 1], rough, [-1, 1]],
  ['x > 0 or y > 0', [1, 2], [1, 1], 0, [-1, 1]],
  ['not x', [1, 2], [0, 0], 0],
  ['log(x) < 100', [-1, 1], [0, 1], rough],
  ['where(x < 0, x, 10)', [-2, -1], [-2, -1], 0],
  ['where(x < 0, x, 10)', [-2, 1], [-2, 10], rough],
  ['where(x > 0, log(x), y)', [-2, -1], [3, 4], 0, [3, 4]],
  ['where(k == 3, x, log(x))', [-2, 1], [-2, 1], 0],
  ['count(steps, x)', [2, 3], [3, 3], 0],
  ['count(steps, x)', [0, 2], [0, 3], rough],
  ['logsumexp(x, y)', [0, 1], [Math.log(2), 1 + Math.log1p(Math.exp(-1))], 0, [0, 0]],
  ['logsumexp(x)', [2, 3], [2, 3], 0],
  ['share(x, y)', [-1, 1], [1 / (1 + Math.E), 1 / (1 + Math.exp(-1))], 0, [0, 0]],
  ['share(x, x, y)', [0, 0], [1 / 3, 1 / 3], 0, [0, 0]],
  ['mean(d*x)', [1, 2], [2, 4], 0],
  ['sum((d - mean(d))*x)', [0, 1], [-1, 1], 0],
  ['mean(log(d*x))', [-1, 1], [-Infinity, Math.log(6) / 3], partial],
]

describe('the range of a function, and whether it is defined and smooth there', () => {
  for (const [text, x, [low, high], flags, y] of ranges)
    test(`${text} for x in [${x.join()}]${y ? `, y in [${y.join()}]` : ''}`, () => {
      const found = intervalReader(text, 3, [1, 2, 3])(x, y)
      expect(found.flags).toBe(flags)
      // The range is inside, and at most a few last bits (of what was summed on the way) are lost.
      expect(found.low).toBeLessThanOrEqual(low)
      expect(found.high).toBeGreaterThanOrEqual(high)
      const slack =
        1e-14 * Math.max(1, Number.isFinite(low) ? Math.abs(low) : 1, Number.isFinite(high) ? Math.abs(high) : 1)
      if (Number.isFinite(low) && low !== Number.MAX_VALUE) expect(low - found.low).toBeLessThanOrEqual(slack)
      if (Number.isFinite(high)) expect(found.high - high).toBeLessThanOrEqual(slack)
      if (!Number.isFinite(low)) expect(found.low).toBe(low)
      if (!Number.isFinite(high)) expect(found.high).toBe(high)
    })
})

test('a share is above 0 as long as numbers can tell, so softmax losses have no critical point', () => {
  const { low, high } = intervalReader('share(x, y, 0)')([-300, 300], [-300, 300])
  expect(low).toBeGreaterThan(0)
  expect(high).toBeLessThanOrEqual(1)
})

test('what depends on no variable is the number that the interpreter computes, without a width', () => {
  const { low, high } = intervalReader('exp(k)/3 + mean(d^2) + 0*x', 0.1, [0.1, 0.2, 0.7])([-1, 1])
  expect(high - low).toBeLessThan(1e-14)
  const exact = intervalReader('where(exp(k)/3 == exp(k)/3, k, x)', 0.1)([5, 6])
  expect(exact).toEqual({ low: 0.1, high: 0.1, flags: 0 })
})

test('the width goes to zero with the box', () => {
  const smooth = [
    'exp(sin(3x)*y) + x^3/(1 + y^2)',
    'tanh(x*y) - sigmoid(x)*softplus(y) + log(3 + x)',
    'logsumexp(x, y, x*y) + share(x, y)*sqrt(2 + cos(x))',
    'expm1(x)*log1p(y^2) + tan(x/4) + (2 + x)^1.7',
    'where(x > -5, abs(x - 9), 0) + max(x, y - 9) + mod(x + 20.7, 50)',
    'mean((d - tanh(d*x + y))^2)',
  ]
  for (const text of smooth) {
    const read = intervalReader(text, 0, [-1, 0.3, 2])
    const width = (h: number) => {
      const { low, high } = read([0.4, 0.4 + h], [-0.3, -0.3 + h])
      return high - low
    }
    for (const h of [0.1, 0.01, 0.001]) expect(width(h / 8)).toBeLessThan(width(h) / 6)
    expect(width(0)).toBeLessThan(1e-13)
  }
})
