import { describe, expect, test } from 'vitest'
import { LossEvaluator } from '../../src/analysis/loss-evaluator.ts'
import { readPoints } from '../../src/analysis/read-point.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import { normalAt, uniformAt } from '../../src/formula/chance.ts'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import { goldenLandscapes, readGolden } from '../golden-adapter.ts'

interface GoldenPoint {
  point: number[]
  value: number
  gradient: number[]
  hessian: number[][]
  eigenvalues: number[]
  eigenvectors: number[][]
  tolerance: { value: number; gradient: number; hessian: number; eigenvalues: number }
}

const landscapes = goldenLandscapes()
const { landscapes: references } = readGolden<{ landscapes: { landscape: string; points: GoldenPoint[] }[] }>(
  'derivatives.json',
)

/** |Δ| ≤ tolerance · the largest entry of the quantity. */
function near(ours: readonly number[], reference: readonly number[], tolerance: number, what: string): void {
  const largest = Math.max(...reference.map(Math.abs))
  expect(ours.length).toBe(reference.length)
  reference.forEach((wanted, i) =>
    expect(Math.abs(ours[i] - wanted), `${what} [${i}]`).toBeLessThanOrEqual(tolerance * largest),
  )
}

describe('PyTorch’s automatic derivatives', () => {
  for (const { landscape, points } of references)
    test(landscape, () => {
      const thing = landscapes.get(landscape) as Landscape
      const readings = readPoints(
        new LossEvaluator({ thing, values: {} }),
        points.map(({ point }) => point),
      )
      expect(points.length).toBeGreaterThan(0)
      points.forEach(({ value, gradient, hessian, eigenvalues, eigenvectors, tolerance }, k) => {
        const reading = readings[k]
        near([reading.loss], [value], tolerance.value, 'loss')
        near(reading.gradient, gradient, tolerance.gradient, 'gradient')
        near(reading.hessian.flat(), hessian.flat(), tolerance.hessian, 'hessian')
        const values = reading.eigenpairs.map((pair) => pair.value)
        near(values, eigenvalues, tolerance.eigenvalues, 'eigenvalues')
        const [least, most] = eigenvalues
        // An eigenvector is as uncertain as the Hessian beside the gap; where there is hardly a gap there is no direction.
        const gap = (most - least) / Math.max(Math.abs(least), Math.abs(most))
        if (gap < 1e-3) return
        reading.eigenpairs.forEach(({ vector }, i) => {
          const along = vector.reduce((sum, x, j) => sum + x * eigenvectors[i][j], 0)
          // The sign is a convention that rounding may decide differently where both components are of one size.
          vector.forEach((x, j) => expect(Math.abs(Math.sign(along) * x - eigenvectors[i][j])).toBeLessThan(1e-9 / gap))
        })
      })
    })
})

test('at its kink Ackley has a loss, and no gradient', () => {
  const evaluator = new LossEvaluator({ thing: landscapes.get('ackley') as Landscape, values: {} })
  const [loss, ...derivatives] = evaluator.all(new Float64Array(2))
  // 20 + e − 20 − e, each term rounded once.
  expect(Math.abs(loss)).toBeLessThan(1e-14)
  expect(derivatives.slice(0, 2).every(Number.isNaN)).toBe(true)
})

test('a map over thousands of points is the same as one point at a time, compiled or not', () => {
  const thing = ownLandscape(['x', 'y'], 'sin(3x)*exp(y) + mean((b - x*a)^2)', { a: [1, 2, 4], b: [0.5, 3, -1] })
  const compiled = new LossEvaluator({ thing, values: {} })
  const interpreted = new LossEvaluator({ thing, values: {} }, interpretKernel)
  const points = Float64Array.from({ length: 2 * 2500 }, (_, k) => Math.sqrt(k) * ((k % 7) - 3) * 0.01)
  const all = compiled.all(points)
  expect(interpreted.all(points)).toEqual(all)
  const losses = compiled.loss(points)
  const gradients = compiled.gradient(points)
  for (const p of [0, 1, 1023, 1024, 2047, 2048, 2499]) {
    const alone = compiled.all(points.slice(2 * p, 2 * p + 2))
    expect(all.slice(7 * p, 7 * p + 7)).toEqual(alone)
    expect(losses[p]).toBe(alone[0])
    expect(gradients.slice(2 * p, 2 * p + 2)).toEqual(alone.slice(1, 3))
  }
})

test('a loss that names the step or chance is taken as in the first step of a run with seed 1', () => {
  const data = { a: [1, 2, 4], k: [1, 2, 4] }
  const at = (loss: string, maker?: typeof interpretKernel) =>
    [
      ...new LossEvaluator({ thing: ownLandscape(['x', 'y'], loss, data), values: {} }, maker).all(
        Float64Array.of(3, 1),
      ),
    ].slice(0, 3)
  expect(at('t*x + y')).toEqual([4, 1, 1])
  const seen = [0, 1, 2].map((sample) => (uniformAt(1, 0, 1, sample) < 0.5 ? 1 : 0))
  const mask = seen[0] + 2 * seen[1] + 4 * seen[2]
  const squares = seen[0] + 4 * seen[1] + 16 * seen[2]
  for (const maker of [undefined, interpretKernel]) {
    // The mask alone, which is known beforehand, and beside θ, which is not.
    expect(at('sum(k*bernoulli(0.5))*x', maker)).toEqual([3 * mask, mask, 0])
    expect(at('sum((a*x)*k*bernoulli(0.5)) + 0*y', maker)).toEqual([3 * squares, squares, 0])
  }
  const [, slope] = at('sum(normal())*x')
  expect(slope).toBe(normalAt(1, 0, 1, 0) + normalAt(1, 0, 1, 1))
})
