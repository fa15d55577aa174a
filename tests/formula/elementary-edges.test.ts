import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberLane } from '../../src/formula/number-lane.ts'
import { logsumexp, share, unaryOperations } from '../../src/formula/operations.ts'
import type { UnaryOp } from '../../src/formula/graph.ts'

const at = (op: UnaryOp, x: number) => unaryOperations[op](numberLane, x)
const smallestNormal = 2 ** -1022
const tiny = Number.MIN_VALUE
const max = Number.MAX_VALUE

const unaryEdges: [UnaryOp, number, number][] = [
  ['exp', 0, 1],
  ['exp', -0, 1],
  ['exp', tiny, 1],
  ['exp', 709.7827128933841, Infinity],
  ['exp', 710, Infinity],
  ['exp', max, Infinity],
  ['exp', Infinity, Infinity],
  ['exp', -708.3964185322642, 0],
  ['exp', -745, 0],
  ['exp', -max, 0],
  ['exp', -Infinity, 0],
  ['expm1', 0, 0],
  ['expm1', -0, -0],
  ['expm1', tiny, tiny],
  ['expm1', -tiny, -tiny],
  ['expm1', 709.7827128933841, Infinity],
  ['expm1', Infinity, Infinity],
  ['expm1', -38, -1],
  ['expm1', -max, -1],
  ['expm1', -Infinity, -1],
  ['log', 1, 0],
  ['log', 0, -Infinity],
  ['log', -0, -Infinity],
  ['log', -tiny, NaN],
  ['log', -1, NaN],
  ['log', -Infinity, NaN],
  ['log', Infinity, Infinity],
  ['log1p', 0, 0],
  ['log1p', -0, -0],
  ['log1p', tiny, tiny],
  ['log1p', -tiny, -tiny],
  ['log1p', -1, -Infinity],
  ['log1p', -1.0000000000000002, NaN],
  ['log1p', -Infinity, NaN],
  ['log1p', Infinity, Infinity],
  ['sin', 0, 0],
  ['sin', -0, -0],
  ['sin', tiny, tiny],
  ['sin', Math.PI / 2, 1],
  ['sin', 1e7 + 1e-8, NaN],
  ['sin', -1e7 - 1e-8, NaN],
  ['sin', Infinity, NaN],
  ['sin', -Infinity, NaN],
  ['cos', 0, 1],
  ['cos', -0, 1],
  ['cos', tiny, 1],
  ['cos', 1e7 + 1e-8, NaN],
  ['cos', max, NaN],
  ['cos', Infinity, NaN],
  ['cos', -Infinity, NaN],
  ['tan', 0, 0],
  ['tan', -0, -0],
  ['tan', -tiny, -tiny],
  ['tan', 1e7 + 1e-8, NaN],
  ['tan', Infinity, NaN],
  ['tan', -Infinity, NaN],
  ['tanh', 0, 0],
  ['tanh', -0, -0],
  ['tanh', tiny, tiny],
  ['tanh', 20, 1],
  ['tanh', -20, -1],
  ['tanh', max, 1],
  ['tanh', Infinity, 1],
  ['tanh', -Infinity, -1],
  ['sigmoid', 0, 0.5],
  ['sigmoid', -0, 0.5],
  ['sigmoid', max, 1],
  ['sigmoid', Infinity, 1],
  ['sigmoid', -709, 0],
  ['sigmoid', -max, 0],
  ['sigmoid', -Infinity, 0],
  ['softplus', -Infinity, 0],
  ['softplus', -709, 0],
  ['softplus', -max, 0],
  ['softplus', max, max],
  ['softplus', 100, 100],
  ['softplus', Infinity, Infinity],
  ['relu', -1, 0],
  ['relu', -0, 0],
  ['relu', Infinity, Infinity],
  ['sign', 0, 0],
  ['sign', -0, -0],
  ['sign', tiny, 1],
  ['sign', -Infinity, -1],
  ['floor', -0.5, -1],
  ['sqrt', -0, -0],
  ['sqrt', -1, NaN],
  ['not', 0, 1],
  ['not', -0, 1],
  ['not', NaN, 1],
  ['not', tiny, 0],
]

test.each(unaryEdges)('%s(%f) is %f', (op, x, expected) => expect(at(op, x)).toBe(expected))

const ofNaN = Object.keys(unaryOperations).filter((op) => op !== 'not') as UnaryOp[]
test.each(ofNaN)('%s(NaN) is NaN', (op) => expect(at(op, NaN)).toBeNaN())

describe('ends of the range', () => {
  test('exp is finite up to the logarithm of the largest number', () => {
    expect(at('exp', 709.782712893384)).toBeLessThan(Infinity)
    expect(at('exp', 709.782712893384)).toBeGreaterThan(1.797693134862e308)
    expect(at('expm1', 709.782712893384)).toBe(at('exp', 709.782712893384))
  })

  test('exp is normal down to −708.3964185322641', () => {
    expect(at('exp', -708.3964185322641)).toBeGreaterThanOrEqual(smallestNormal)
    expect(at('exp', -708.3964185322641)).toBeLessThan(1.000001 * smallestNormal)
  })

  test('sin, cos and tan reach 10^7', () => {
    for (const op of ['sin', 'cos', 'tan'] as const)
      for (const x of [1e7, -1e7]) expect(Math.abs(at(op, x))).toBeLessThan(3)
  })
})

describe('softmax', () => {
  test.each<[number[], number]>([
    [[3], 3],
    [[-Infinity], -Infinity],
    [[0, -Infinity], 0],
    [[-Infinity, -7.5, -Infinity], -7.5],
    [[-Infinity, -Infinity], -Infinity],
    [[Infinity, 0], Infinity],
    [[Infinity, -Infinity, Infinity], Infinity],
    [[1000, -1000], 1000],
    [[-1000, -2000], -1000],
    [[NaN, 0], NaN],
    [[Infinity, NaN], NaN],
    [[-0.6931471805599453, -0.6931471805599453], 0],
  ])('logsumexp of %j is %f', (args, expected) => expect(logsumexp(numberLane, args)).toBe(expected))

  test.each<[number[], number]>([
    [[5], 1],
    [[0, 0], 0.5],
    [[1000, -1000], 1],
    [[-1000, 1000], 0],
    [[-1000, -1000, -1000, -1000], 0.25],
    [[Infinity, 0], 1],
    [[0, Infinity], 0],
    [[-Infinity, 3], 0],
    [[3, -Infinity], 1],
    [[Infinity, Infinity], 0.5],
    [[NaN, 0], NaN],
    [[0, NaN], NaN],
    [[0, NaN, Infinity], NaN],
  ])('share of %j is %f', (args, expected) => expect(share(numberLane, args)).toBe(expected))
})

describe('properties', () => {
  const angle = fc.double({ min: -1e7, max: 1e7, noNaN: true })
  const any = fc.double()

  test('odd and even functions are so to the bit', () => {
    fc.assert(
      fc.property(any, (x) => {
        for (const op of ['sin', 'tan', 'tanh'] as const) expect(at(op, -x)).toBe(-at(op, x))
        expect(at('cos', -x)).toBe(at('cos', x))
      }),
    )
    fc.assert(
      fc.property(angle, (x) => {
        expect(at('sin', -x)).toBe(-at('sin', x))
      }),
    )
  })

  test('sin and cos stay within 1', () => {
    const peak = fc.tuple(fc.integer({ min: -3e6, max: 3e6 }), fc.double({ min: -3e-8, max: 3e-8, noNaN: true }))
    fc.assert(
      fc.property(peak, ([k, d]) => {
        expect(Math.abs(at('sin', (k + 0.5) * Math.PI + d))).toBeLessThanOrEqual(1)
        expect(Math.abs(at('cos', k * Math.PI + d))).toBeLessThanOrEqual(1)
      }),
      { numRuns: 5000 },
    )
    expect(Math.abs(at('sin', 1.5707963087226138))).toBeLessThanOrEqual(1)
  })

  test('tanh, sigmoid and share stay in their ranges; softplus is no less than relu', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (x, y) => {
        expect(Math.abs(at('tanh', x))).toBeLessThanOrEqual(1)
        expect(at('sigmoid', x)).toBeGreaterThanOrEqual(0)
        expect(at('sigmoid', x)).toBeLessThanOrEqual(1)
        expect(at('softplus', x)).toBeGreaterThanOrEqual(at('relu', x))
        expect(share(numberLane, [x, y])).toBeGreaterThanOrEqual(0)
        expect(share(numberLane, [x, y])).toBeLessThanOrEqual(1)
        expect(logsumexp(numberLane, [x, y])).toBeGreaterThanOrEqual(Math.max(x, y))
      }),
    )
  })
})
