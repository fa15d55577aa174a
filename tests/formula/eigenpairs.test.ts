import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eigenpairs } from '../../src/formula/eigenpairs.ts'

const multiply = (a: readonly (readonly number[])[], v: readonly number[]) =>
  a.map((row) => row.reduce((sum, x, j) => sum + x * v[j], 0))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * b[i], 0)

/** Determinant by elimination with row exchanges. */
function determinant(matrix: readonly (readonly number[])[]): number {
  const a = matrix.map((row) => [...row])
  let result = 1
  for (let p = 0; p < a.length; p++) {
    const best = a
      .map((row, i) => [i, Math.abs(row[p])])
      .slice(p)
      .sort((x, y) => y[1] - x[1])[0][0]
    if (best !== p) {
      ;[a[p], a[best]] = [a[best], a[p]]
      result = -result
    }
    result *= a[p][p]
    if (a[p][p] === 0) return 0
    for (let i = p + 1; i < a.length; i++) {
      const factor = a[i][p] / a[p][p]
      for (let j = p; j < a.length; j++) a[i][j] -= factor * a[p][j]
    }
  }
  return result
}

const entry = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => n / 1e6) },
  { weight: 1, arbitrary: fc.double({ min: -10, max: 10, noNaN: true }) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, -2, 1e-9, 1e6, 1e-300, 1e120) },
)

const symmetric = fc
  .integer({ min: 2, max: 6 })
  .chain((n) =>
    fc
      .array(entry, { minLength: n * n, maxLength: n * n })
      .map((entries) =>
        Array.from({ length: n }, (_, i) =>
          Array.from({ length: n }, (_, j) => entries[Math.min(i, j) * n + Math.max(i, j)]),
        ),
      ),
  )

/** What rounding may do; below the smallest normal double there are no digits left to keep. */
const rounding = (matrix: readonly (readonly number[])[]) => 1e-13 * norm(matrix) * matrix.length + 1e-320

const norm = (matrix: readonly (readonly number[])[]) => Math.max(...matrix.flat().map(Math.abs), Number.MIN_VALUE)

test('A v = λ v, orthonormal vectors, ascending values, for random symmetric matrices', () => {
  fc.assert(
    fc.property(symmetric, (a) => {
      const pairs = eigenpairs(a)
      expect(pairs.length).toBe(a.length)
      pairs.forEach(({ value, vector }, k) => {
        if (k > 0) expect(value).toBeGreaterThanOrEqual(pairs[k - 1].value)
        multiply(a, vector).forEach((x, i) => expect(Math.abs(x - value * vector[i])).toBeLessThanOrEqual(rounding(a)))
        pairs.forEach((other, j) => expect(Math.abs(dot(vector, other.vector) - (j === k ? 1 : 0))).toBeLessThan(1e-13))
        const largest = Math.max(...vector.map(Math.abs))
        expect(Math.max(...vector)).toBe(largest)
      })
      const trace = a.reduce((sum, row, i) => sum + row[i], 0)
      const sum = pairs.reduce((total, pair) => total + pair.value, 0)
      expect(Math.abs(sum - trace)).toBeLessThanOrEqual(rounding(a))
    }),
    { numRuns: 2000 },
  )
})

test('the product of the eigenvalues is the determinant', () => {
  fc.assert(
    fc.property(symmetric, (a) => {
      fc.pre(norm(a) < 1e10)
      const product = eigenpairs(a).reduce((total, pair) => total * pair.value, 1)
      // Backward error of one rounding in an entry, times the largest cofactor there can be.
      const scale = (norm(a) * a.length) ** a.length
      expect(Math.abs(product - determinant(a))).toBeLessThanOrEqual(1e-13 * scale)
    }),
    { numRuns: 500 },
  )
})

describe('matrices of the lecture', () => {
  const values = (matrix: number[][]) => eigenpairs(matrix).map((pair) => pair.value)

  test('signs of the entries say nothing: all positive and still a saddle, negative ones and still a minimum', () => {
    expect(
      values([
        [1, 2],
        [2, 1],
      ]),
    ).toEqual([expect.closeTo(-1, 14), expect.closeTo(3, 14)])
    expect(
      values([
        [2, -1],
        [-1, 2],
      ]),
    ).toEqual([expect.closeTo(1, 14), expect.closeTo(3, 14)])
  })

  test('the toy network at the origin has ±2, downhill along (1, 1)', () => {
    const [down, up] = eigenpairs([
      [0, -2],
      [-2, 0],
    ])
    expect([down.value, up.value]).toEqual([-2, 2])
    expect(down.vector).toEqual([expect.closeTo(Math.SQRT1_2, 15), expect.closeTo(Math.SQRT1_2, 15)])
  })

  test('the Pokémon regression: 5.5735 and 1 746 830, condition 313 418', () => {
    const [small, large] = values([
      [20, 5020],
      [5020, 1746816],
    ])
    expect(small).toBeCloseTo(5.5735, 4)
    expect(large).toBeCloseTo(1746830.4, 1)
    expect(large / small).toBeCloseTo(313418, -1)
  })
})

test('small eigenvalues beside large ones keep their digits', () => {
  // λ = ε(1 − ε + …) beside 1: the determinant ε/2 tells it.
  const [small] = eigenpairs([
    [1e-12, 1e-13],
    [1e-13, 1],
  ])
  expect(Math.abs(small.value / (1e-12 - 1e-26) - 1)).toBeLessThan(1e-15)
})

test('a matrix that is not finite has no eigenpairs', () => {
  for (const bad of [NaN, Infinity, -Infinity]) {
    const pairs = eigenpairs([
      [1, bad],
      [bad, 2],
    ])
    expect(pairs.flatMap(({ value, vector }) => [value, ...vector]).every(Number.isNaN)).toBe(true)
  }
})
