import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SecondOrderMethod } from '../../src/formula/graph.ts'
import { secondOrderStep } from '../../src/formula/second-order.ts'

function step(
  method: SecondOrderMethod,
  hessian: readonly (readonly number[])[],
  g: readonly number[],
  damping = 0,
): number[] {
  const upper = hessian.flatMap((row, i) => row.slice(i))
  const output = new Float64Array(g.length)
  const input = Float64Array.from([...upper, ...g, ...(method === 'leastEigenvector' ? [] : [damping])])
  secondOrderStep(method, g.length, input, output)
  return [...output]
}

const multiply = (a: readonly (readonly number[])[], v: readonly number[]) =>
  a.map((row) => row.reduce((sum, x, j) => sum + x * v[j], 0))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0)

const number = fc.integer({ min: -4_000_000, max: 4_000_000 }).map((n) => n / 1e6)
/** A rotation in three dimensions and three eigenvalues: H = Q diag(λ) Qᵀ. */
const parts = fc.record({
  axis: fc.tuple(number, number, number).filter((v) => dot(v, v) > 0.01),
  angle: number,
  eigenvalues: fc.tuple(number, number, number),
  g: fc.tuple(number, number, number),
  damping: number.map(Math.abs),
})

function rotation(axis: readonly number[], angle: number): number[][] {
  const size = Math.hypot(...axis)
  const [x, y, z] = axis.map((component) => component / size)
  const [c, s] = [Math.cos(angle), Math.sin(angle)]
  const d = 1 - c
  return [
    [c + x * x * d, x * y * d - z * s, x * z * d + y * s],
    [y * x * d + z * s, c + y * y * d, y * z * d - x * s],
    [z * x * d - y * s, z * y * d + x * s, c + z * z * d],
  ]
}

const composed = (q: number[][], values: readonly number[]) =>
  q.map((row) => q.map((other) => row.reduce((sum, x, k) => sum + x * values[k] * other[k], 0)))

describe('against the definition, for random matrices with known eigenvalues', () => {
  test('newton solves (H + μI) step = g; saddle-free newton (|H| + μI) step = g', () => {
    fc.assert(
      fc.property(parts, ({ axis, angle, eigenvalues, g, damping }) => {
        fc.pre(eigenvalues.every((value) => Math.abs(value) > 0.01 && Math.abs(value + damping) > 0.01))
        const q = rotation(axis, angle)
        const hessian = composed(q, eigenvalues)
        const plain = step('newton', hessian, g, damping)
        multiply(hessian, plain).forEach((x, i) => expect(Math.abs(x + damping * plain[i] - g[i])).toBeLessThan(1e-10))
        const absolute = composed(q, eigenvalues.map(Math.abs))
        const free = step('saddleFreeNewton', hessian, g, damping)
        multiply(absolute, free).forEach((x, i) => expect(Math.abs(x + damping * free[i] - g[i])).toBeLessThan(1e-10))
      }),
      { numRuns: 1000 },
    )
  })

  test('the least eigenvector is a unit vector of the least eigenvalue that does not point uphill', () => {
    fc.assert(
      fc.property(parts, ({ axis, angle, eigenvalues, g }) => {
        const hessian = composed(rotation(axis, angle), eigenvalues)
        const v = step('leastEigenvector', hessian, g)
        expect(Math.abs(dot(v, v) - 1)).toBeLessThan(1e-13)
        expect(dot(v, g)).toBeLessThanOrEqual(0)
        expect(Math.abs(dot(v, multiply(hessian, v)) - Math.min(...eigenvalues))).toBeLessThan(1e-12)
      }),
      { numRuns: 1000 },
    )
  })
})

test('without a gradient the least eigenvector’s largest component is positive', () => {
  expect(
    step(
      'leastEigenvector',
      [
        [0, -2],
        [-2, 0],
      ],
      [0, 0],
    ),
  ).toEqual([expect.closeTo(Math.SQRT1_2, 15), expect.closeTo(Math.SQRT1_2, 15)])
  expect(
    step(
      'leastEigenvector',
      [
        [1, 0],
        [0, -3],
      ],
      [5, 0],
    ),
  ).toEqual([0, 1])
  expect(
    step(
      'leastEigenvector',
      [
        [1, 0],
        [0, -3],
      ],
      [0, 1],
    ).map((x) => x + 0),
  ).toEqual([0, -1])
})

test('directions without curvature are left out, even with damping', () => {
  expect(
    step(
      'newton',
      [
        [2, 0],
        [0, 0],
      ],
      [4, 7],
    ),
  ).toEqual([2, 0])
  expect(
    step(
      'newton',
      [
        [2, 0],
        [0, 1e-13],
      ],
      [4, 7],
      1,
    ),
  ).toEqual([expect.closeTo(4 / 3, 15), 0])
  expect(
    step(
      'saddleFreeNewton',
      [
        [-2, 0],
        [0, 0],
      ],
      [4, 7],
    ),
  ).toEqual([2, 0])
  expect(
    step(
      'newton',
      [
        [0, 0],
        [0, 0],
      ],
      [4, 7],
    ),
  ).toEqual([0, 0])
  // 1e-11 beside 1 still counts.
  expect(
    step(
      'newton',
      [
        [1, 0],
        [0, 1e-11],
      ],
      [0, 1e-11],
    ),
  ).toEqual([0, expect.closeTo(1, 14)])
})

test('newton climbs to a saddle, saddle-free newton goes down from it', () => {
  const saddle = [
    [2, 0],
    [0, -2],
  ]
  const g = [2, -2]
  expect(step('newton', saddle, g)).toEqual([1, 1])
  expect(step('saddleFreeNewton', saddle, g)).toEqual([1, -1])
})

test('what is not finite gives NaN, never a wrong number', () => {
  for (const method of ['newton', 'saddleFreeNewton', 'leastEigenvector'] as const)
    expect(
      step(
        method,
        [
          [NaN, 0],
          [0, 1],
        ],
        [1, 1],
      ).every(Number.isNaN),
    ).toBe(true)
})
