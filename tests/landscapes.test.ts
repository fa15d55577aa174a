import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCriticalPoints } from '../src/analysis/find-critical-points.ts'
import { LossEvaluator } from '../src/analysis/loss-evaluator.ts'
import { readPoints } from '../src/analysis/read-point.ts'
import type { Values } from '../src/declare/hyperparameter.ts'
import type { CriticalPointKind, Landscape } from '../src/declare/landscape.ts'
import { landscapes } from '../src/landscapes/index.ts'
import { optimizers } from '../src/optimizers/index.ts'
import { simulateRun } from '../src/simulation/simulate.ts'
import { readGolden } from './golden-adapter.ts'

const onShelf = (id: string) => landscapes.find((landscape) => landscape.id === id) as Landscape

function lossAt(id: string, points: readonly (readonly number[])[], values: Values = {}): number[] {
  return [...new LossEvaluator({ thing: onShelf(id), values }).loss(Float64Array.from(points.flat()))]
}

function kindsOf(id: string, values: Values): Record<CriticalPointKind, number> {
  const thing = onShelf(id)
  const count = { minimum: 0, saddle: 0, maximum: 0, degenerate: 0 }
  for (const { kind } of findCriticalPoints({ thing, values }, thing.domain)) count[kind]++
  return count
}

describe('losses that are known', () => {
  /** Minima as the literature lists them; peaks as MATLAB's documentation prints the corner of peaks(−1:0.25:1). */
  const known: [id: string, theta: [number, number], loss: number, within: number][] = [
    ['beale', [3, 0.5], 0, 0],
    ['himmelblau', [3, 2], 0, 0],
    ['himmelblau', [-2.805118, 3.131313], 0, 1e-9],
    ['himmelblau', [-3.77931, -3.283186], 0, 1e-9],
    ['himmelblau', [3.584428, -1.848127], 0, 1e-9],
    ['rastrigin', [0, 0], 0, 0],
    ['ackley', [0, 0], 0, 1e-15],
    ['six-hump-camel', [0.0898, -0.7126], -1.0316, 3e-5],
    ['six-hump-camel', [-0.0898, 0.7126], -1.0316, 3e-5],
    ['styblinski-tang', [-2.903534, -2.903534], 2 * -39.16616570377142, 1e-10],
    ['mccormick', [-0.54719, -1.54719], -1.9132229549810367, 1e-9],
    ['goldstein-price', [0, -1], 3, 0],
    ['goldstein-price', [-0.6, -0.4], 30, 1e-11],
    ['goldstein-price', [1.8, 0.2], 84, 1e-11],
    ['goldstein-price', [1.2, 0.8], 840, 1e-10],
    ['levy-13', [1, 1], 0, 1e-30],
    ['peaks', [-1, -1], 1.8559, 5e-5],
    ['peaks', [-0.75, -1], 2.4537, 5e-5],
    ['peaks', [-1, -0.75], 1.7829, 5e-5],
    ['peaks', [0.25, -0.75], -0.0048, 5e-5],
    ['monkey-saddle', [1, 0], 1, 0],
    ['monkey-saddle', [-0.5, Math.sqrt(0.75)], 1, 1e-15],
  ]
  for (const [id, theta, loss, within] of known)
    test(`${id} at ${theta.join(', ')} is ${loss}`, () => {
      expect(Math.abs(lossAt(id, [theta])[0] - loss)).toBeLessThanOrEqual(within)
    })

  const { landscapes: golden } = readGolden<{
    landscapes: { id: string; formula: string; domain: number[][]; starts: number[][]; loss_at_starts: number[] }[]
  }>('landscapes.json')
  const sameById = golden.filter(({ id }) => id !== 'aniso_quadratic' && id !== 'gaussian_wells')
  test.each(sameById)('$id as PyTorch computes it', ({ id, domain, starts, loss_at_starts: losses }) => {
    const ours = id.replace('softmax_ce', 'softmax-cross-entropy').replaceAll('_', '-')
    const found = lossAt(ours, starts)
    losses.forEach((loss, k) => {
      expect(Math.abs(found[k] - loss)).toBeLessThanOrEqual(1e-13 * Math.max(1, Math.abs(loss)))
    })
    if (id !== 'toy_network') expect(onShelf(ours).domain).toEqual(domain)
  })
})

describe('the critical points that the shelf declares', () => {
  const declaring = landscapes.filter(({ criticalPoints }) => criticalPoints !== undefined)
  test.each(declaring)('$id', (thing) => {
    const points = thing.criticalPoints ?? []
    const decimals = Math.max(0, ...points.flatMap(({ theta }) => theta.map((x) => `${x}`.split('.')[1]?.length ?? 0)))
    // A point with at most two decimals is meant exactly; others are rounded in their last place.
    const rounding = decimals <= 2 ? 0 : 0.5 * 10 ** -decimals
    const readings = readPoints(
      new LossEvaluator({ thing, values: {} }),
      points.map(({ theta }) => theta),
    )
    readings.forEach(({ gradient, hessian }, k) => {
      const size = Math.max(1, ...hessian.flat().map(Math.abs))
      hessian.forEach((row, i) => {
        const allowed = row.reduce((sum, h) => sum + Math.abs(h), 0) * rounding * 1.1 + 1e-13 * size
        expect(Math.abs(gradient[i])).toBeLessThanOrEqual(allowed)
      })
      const [[a, b], [c, d]] = hessian
      const determinant = a * d - b * c
      const kind = determinant < 0 ? 'saddle' : determinant === 0 ? 'degenerate' : a + d > 0 ? 'minimum' : 'maximum'
      expect(points[k].kind).toBe(kind)
    })
  })
})

describe('the sliders', () => {
  test('a little bowl breaks the monkey saddle into a minimum and three saddles at distance 2c/3', () => {
    const thing = onShelf('monkey-saddle')
    const found = findCriticalPoints({ thing, values: { bowl: 0.3 } }, thing.domain)
    expect(found.map(({ kind }) => kind).sort()).toEqual(['minimum', 'saddle', 'saddle', 'saddle'])
    for (const { kind, theta } of found) expect(Math.hypot(...theta)).toBeCloseTo(kind === 'saddle' ? 0.2 : 0, 9)
  })

  test('without its tilt the four wells of Styblinski–Tang are equally deep', () => {
    const well = Math.sqrt(8)
    const losses = lossAt(
      'styblinski-tang',
      [
        [well, well],
        [-well, well],
        [well, -well],
        [-well, -well],
      ],
      { tilt: 0 },
    )
    for (const loss of losses) expect(loss).toBeCloseTo(-64, 9)
  })

  test('without ripples Rastrigin is the bowl x² + y²', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: -5, max: 5, noNaN: true }), (x, y) => {
        expect(lossAt('rastrigin', [[x, y]], { A: 0 })[0]).toBeCloseTo(x * x + y * y, 9)
      }),
    )
  })

  test('the blurred egg carton is the mean over a Gaussian shift, up to a constant', () => {
    const unblurred = (w: number) => 0.25 * w * w + 0.5 * (1 - Math.cos(2 * Math.PI * w))
    /** E f(w + s·N(0, 1)), by the trapezium rule, which is exact to rounding here. */
    const mean = (w: number, s: number) => {
      let sum = 0
      for (let k = -400; k <= 400; k++) {
        const z = k / 40
        sum += (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / 40) * unblurred(w + s * z)
      }
      return sum
    }
    const place = fc.double({ min: -6, max: 6, noNaN: true })
    fc.assert(
      fc.property(place, fc.double({ min: 0, max: 0.6, noNaN: true }), (w, s) => {
        const [here, centre] = lossAt(
          'blurred-egg-carton',
          [
            [w, 0],
            [0, 0],
          ],
          { blur: s },
        )
        expect(here - centre).toBeCloseTo(mean(w, s) - mean(0, s), 9)
      }),
    )
  })

  test('egg cartons have 13² minima; blurred by 0, 0.1, 0.2, 0.3 and 0.35 they keep 13², 11², 7², 3² and 1', () => {
    expect(kindsOf('egg-carton', {}).minimum).toBe(13 * 13)
    const minima = [0, 0.1, 0.2, 0.3, 0.35].map((blur) => kindsOf('blurred-egg-carton', { blur }).minimum)
    expect(minima).toEqual([169, 121, 49, 9, 1])
  })

  test('Rastrigin’s surface holds 121 minima, and Lévy’s well over a hundred', () => {
    expect(kindsOf('rastrigin', {})).toEqual({ minimum: 121, saddle: 220, maximum: 100, degenerate: 0 })
    expect(kindsOf('levy-13', {}).minimum).toBeGreaterThan(100)
  })
})

describe.each(landscapes)('$id', (thing) => {
  test('stands in the file of its name, with starts and known points inside its domain', () => {
    const file = fileURLToPath(new URL(`../src/landscapes/${thing.id}.ts`, import.meta.url))
    expect(readFileSync(file, 'utf8')).toContain(`id: '${thing.id}'`)
    for (const theta of [...thing.starts, ...(thing.criticalPoints ?? []).map((point) => point.theta)])
      thing.domain.forEach(([low, high], i) => {
        expect(theta[i]).toBeGreaterThanOrEqual(low)
        expect(theta[i]).toBeLessThanOrEqual(high)
      })
    for (const { url } of thing.references) expect(url).toMatch(/^https:\/\//)
    expect(thing.references.length).toBeGreaterThan(0)
  })

  /** On these the loss falls without end: a run that works leaves the surface, but late. */
  const endless = thing.id === 'saddle' || thing.id === 'monkey-saddle'
  test.each(['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam'])(
    `the rate it suggests for %s keeps 200 steps ${endless ? 'in sight' : 'on the surface'}`,
    (id) => {
      const optimizer = optimizers.find((entry) => entry.id === id)
      if (optimizer === undefined) throw new Error(`There is no ${id}.`)
      const learningRate = thing.suggestedRates[id] ?? thing.suggestedRates.default
      const run = { optimizer: { thing: optimizer, values: { learningRate } }, schedule: [], modifiers: [] }
      const landscape = { thing, values: {} }
      const { steps, theta } = simulateRun({ landscape, starts: [], runs: [run], steps: 200, seed: 1 }, run)
      expect(steps).toBe(200)
      // Seen are the first 100 steps where the loss falls without end; the others may reach a little over the edge.
      for (let k = 0; k < 2 * (endless ? 101 : 201); k++) {
        const [low, high] = thing.domain[k % 2]
        expect(theta[k]).toBeGreaterThanOrEqual(low - 0.001 * (high - low))
        expect(theta[k]).toBeLessThanOrEqual(high + 0.001 * (high - low))
      }
    },
  )
})
