import { describe, expect, test } from 'vitest'
import { findCriticalPoints } from '../src/analysis/find-critical-points.ts'
import { LossEvaluator } from '../src/analysis/loss-evaluator.ts'
import { readPoints } from '../src/analysis/read-point.ts'
import { catalogue } from '../src/catalogue/catalogue.ts'
import type { Entry } from '../src/declare/entry.ts'
import type { Values } from '../src/declare/hyperparameter.ts'
import type { SchedulePart } from '../src/simulation/experiment.ts'
import { simulateRun } from '../src/simulation/simulate.ts'
import type { Trajectory } from '../src/simulation/trajectory.ts'

function named<Thing extends Entry>(shelf: readonly Thing[], id: string): Thing {
  const thing = shelf.find((entry) => entry.id === id)
  if (thing === undefined) throw new Error(`There is no ${id}.`)
  return thing
}

interface Walk {
  start: number[]
  steps: number
  landscapeValues?: Values
  schedule?: readonly SchedulePart[]
  boxed?: boolean
}

function walk(landscape: string, optimizer: string, values: Values, given: Walk): Trajectory {
  const { start, steps, landscapeValues = {}, schedule = [], boxed = false } = given
  const modifiers = boxed ? [{ thing: named(catalogue.modifiers, 'box'), values: {} }] : []
  const run = { optimizer: { thing: named(catalogue.optimizers, optimizer), values }, schedule, modifiers }
  const surface = { thing: named(catalogue.landscapes, landscape), values: landscapeValues }
  return simulateRun({ landscape: surface, starts: [start], runs: [run], steps, seed: 1 }, run)
}

const last = ({ theta, steps }: Trajectory) => [theta[2 * steps], theta[2 * steps + 1]]
const first = ({ theta }: Trajectory) => Array.from({ length: theta.length / 2 }, (_, k) => theta[2 * k])
const steepness = ({ gradient }: Trajectory, k: number) => Math.hypot(gradient[2 * k], gradient[2 * k + 1])
const pointsOf = (id: string, values: Values = {}) => {
  const thing = named(catalogue.landscapes, id)
  return findCriticalPoints({ thing, values }, thing.domain)
}
const readAt = (id: string, theta: number[]) =>
  readPoints(new LossEvaluator({ thing: named(catalogue.landscapes, id), values: {} }), [theta])[0]

test('peaks: nine critical points with their losses and eigenvalues', () => {
  const lecture = [
    ['minimum', 0.2283, -1.6255, -6.5511, 17.92, 30.18],
    ['minimum', -1.3474, 0.2045, -3.0498, 8.55, 15.57],
    ['minimum', 0.2964, 0.3202, -0.0649, 6.33, 15.8],
    ['saddle', 0.4163, -0.3941, 0.4085, -8.17, 20.89],
    ['saddle', -0.2659, 0.4667, 0.7883, -13.88, 15.2],
    ['saddle', 1.0983, 0.8545, 2.2492, -10.01, 11.15],
    ['maximum', 1.2857, -0.0048, 3.5925, -15.75, -7.11],
    ['maximum', -0.46, -0.6292, 3.7766, -30.41, -14.44],
    ['maximum', -0.0093, 1.5814, 8.1062, -32.43, -16.28],
  ] as const
  const found = pointsOf('peaks')
  expect(found.map(({ kind }) => kind)).toEqual(lecture.map(([kind]) => kind))
  found.forEach(({ theta, loss, eigenpairs }, k) => {
    const values = [...theta, loss, ...eigenpairs.map((pair) => pair.value)]
    const tolerances = [1e-4, 1e-4, 1e-4, 1e-2, 1e-2]
    values.forEach((value, i) => {
      expect(Math.abs(value - Number(lecture[k][i + 1]))).toBeLessThanOrEqual(tolerances[i])
    })
  })
})

test('double well in both directions: 4 minima, 4 saddles, 1 maximum; λ is 2 at ±1 and −1 at 0, the loss a quarter a zero', () => {
  const found = pointsOf('separable-double-well')
  expect(found.map(({ kind }) => kind)).toEqual([...Array(4).fill('minimum'), ...Array(4).fill('saddle'), 'maximum'])
  for (const { theta, loss, eigenpairs } of found) {
    const zeros = theta.filter((x) => Math.abs(x) < 1e-9).length
    expect(loss).toBeCloseTo(zeros / 4, 9)
    const expected = [...Array(zeros).fill(-1), ...Array(2 - zeros).fill(2)] as number[]
    expected.forEach((value, i) => expect(eigenpairs[i].value).toBeCloseTo(value, 9))
  }
})

test('ellipse: curvatures 0.48 and 1.56', () => {
  const [{ theta, eigenpairs }] = pointsOf('ellipse')
  expect(theta).toEqual([expect.closeTo(0.05, 9), expect.closeTo(0.33, 9)])
  expect(eigenpairs.map((pair) => pair.value)).toEqual([expect.closeTo(0.48, 9), expect.closeTo(1.56, 9)])
})

describe('rolling ball', () => {
  test('hollow at 3.202, bump at 4.5, valley at 6.389; on the plain the slope falls to 0.127', () => {
    const [valley, hollow, bump] = pointsOf('rolling-ball')
    expect([valley, hollow, bump].map(({ kind }) => kind)).toEqual(['minimum', 'minimum', 'saddle'])
    expect(hollow.theta[0]).toBeCloseTo(3.202, 3)
    expect(hollow.loss).toBeCloseTo(0.605, 3)
    expect(bump.theta[0]).toBeCloseTo(4.5, 2)
    expect(bump.loss).toBeCloseTo(1.4987, 4)
    expect(valley.theta[0]).toBeCloseTo(6.389, 3)
    expect(valley.loss).toBeCloseTo(-0.3757, 4)
    expect(Math.abs(readAt('rolling-ball', [2.03, 0]).gradient[0])).toBeCloseTo(0.127, 3)
  })

  test.each([
    [0, 3.202, 3.2],
    [0.5, 3.202, 3.29],
    [0.8, 3.202, 3.65],
    [0.85, 3.202, 3.99],
    [0.92, 6.389, 7.23],
    [0.95, 6.389, 7.48],
    [0.97, 3.202, 7.69],
  ])('with λ = %d the ball ends at %d, having been as far as %d', (momentum, end, furthest) => {
    const values = { learningRate: 0.1, momentum, form: 'lecture' }
    const path = walk('rolling-ball', 'momentum', values, { start: [0.1, 0], steps: 1000 })
    expect(last(path)[0]).toBeCloseTo(end, 3)
    expect(Math.abs(Math.max(...first(path)) - furthest)).toBeLessThan(0.006)
  })
})

describe('wall to wall', () => {
  test('at η = 0.1 the loss stops falling while the gradient stays 2.93: a cycle between the walls', () => {
    const path = walk('wall-to-wall', 'sgd', { learningRate: 0.1 }, { start: [-4, 1], steps: 400 })
    const wanted = [
      [0, 3.08],
      [5, 0.429],
      [50, 0.523],
      [400, 0.486],
    ]
    for (const [k, loss] of wanted) expect(Math.abs(path.loss[k] - loss)).toBeLessThan(0.005)
    for (const k of [50, 100, 200, 400]) expect(steepness(path, k)).toBeCloseTo(2.93, 2)
    // The cycle's half-width by formula: A = √((4.5η)² − 0.01)/3.
    expect(Math.abs(last(path)[1])).toBeCloseTo(Math.sqrt(0.45 * 0.45 - 0.01) / 3, 6)
    expect(last(path)[1] * path.theta[2 * 399 + 1]).toBeLessThan(0)
  })

  test('below 2/λmax = 0.0222 the gradient dies out', () => {
    expect(readAt('wall-to-wall', [0, 0]).eigenpairs[1].value).toBeCloseTo(90, 9)
    const path = walk('wall-to-wall', 'sgd', { learningRate: 0.02 }, { start: [-4, 1], steps: 400 })
    expect(steepness(path, 400)).toBeCloseTo(0.037, 3)
    expect(path.loss[400]).toBeCloseTo(0.168, 3)
  })
})

describe('cliff', () => {
  test('|g| is 0.05 on the plains and 3.175 on the cliff', () => {
    expect(readAt('cliff', [0, 0]).gradient[0]).toBeCloseTo(-0.05, 5)
    expect(readAt('cliff', [6, 0]).gradient[0]).toBeCloseTo(-3.175, 9)
  })

  /** The last step before w₁ = 4, the largest step, the step after 160 steps, and the place then. */
  test.each([
    ['sgd', { learningRate: 0.5 }, 0.062, 1.534, 0.075, 8],
    ['adagrad', { learningRate: 0.6 }, 0.288, 0.6, 0.0067, 9],
    ['rmsprop-lecture', { learningRate: 0.15, alpha: 0.9 }, 0.273, 0.425, 0.1498, 18.8],
  ])('%s brakes and speeds up again, or does not', (optimizer, values, before, largest, late, place) => {
    const w = first(walk('cliff', optimizer, values, { start: [0, 0], steps: 160 }))
    const stride = w.slice(1).map((x, k) => x - w[k])
    expect(stride[w.findIndex((x) => x >= 4) - 1]).toBeCloseTo(before, 3)
    expect(Math.max(...stride)).toBeCloseTo(largest, 3)
    expect(stride[159]).toBeCloseTo(late, late < 0.01 ? 4 : 3)
    expect(w[160]).toBeCloseTo(place, 1)
  })
})

describe('gorge', () => {
  const start = [-4, 0.05]

  test('in the narrow part the sharpness comes near 61, which allows rates up to 2/61 = 0.0328; at the end it is 1', () => {
    const along = Array.from({ length: 41 }, (_, k) => readAt('gorge', [-4 + 0.05 * k, 0]).eigenpairs[1].value)
    expect(Math.max(...along)).toBeGreaterThan(60)
    expect(Math.max(...along)).toBeLessThan(61)
    expect(readAt('gorge', [2, 0]).eigenpairs[1].value).toBeCloseTo(1, 2)
  })

  test.each([0.1, 0.3])('a constant rate of %d falls into the trap', (learningRate) => {
    const path = walk('gorge', 'sgd', { learningRate }, { start, steps: 400 })
    expect(last(path)).toEqual([expect.closeTo(-4, 6), expect.closeTo(3, 6)])
    expect(path.loss[400]).toBeCloseTo(1.5, 6)
  })

  test('0.02 reaches L < 0.01 at step 378; 400 steps of 0.01 are not enough; 0.02 and after step 150 0.3 needs 165', () => {
    const below = ({ loss }: Trajectory) => loss.findIndex((value) => value < 0.01)
    const slow = walk('gorge', 'sgd', { learningRate: 0.02 }, { start, steps: 400 })
    expect(below(slow)).toBe(378)
    expect(walk('gorge', 'sgd', { learningRate: 0.01 }, { start, steps: 400 }).loss[400]).toBeCloseTo(1.37, 2)
    const onward = walk(
      'gorge',
      'sgd',
      { learningRate: 0.3 },
      { start: Array.from(slow.theta.slice(300, 302)), steps: 50 },
    )
    expect(150 + below(onward)).toBe(165)
  })
})

test('one training example: gradient methods end at x/‖x‖², adaptive ones where both weights are equal', () => {
  const ends = { sgd: 0.1, momentum: 0.015, nesterov: 0.015, adagrad: 0.3, rmsprop: 0.03, adam: 0.05 }
  for (const [optimizer, learningRate] of Object.entries(ends)) {
    const path = walk('one-example', optimizer, { learningRate }, { start: [0, 0], steps: 2000 })
    const [w1, w2] = last(path)
    const adaptive = ['adagrad', 'rmsprop', 'adam'].includes(optimizer)
    expect([w1, w2]).toEqual([
      expect.closeTo(adaptive ? 0.9091 : 0.9901, 4),
      expect.closeTo(adaptive ? 0.9091 : 0.099, 4),
    ])
    expect((w1 - 1) ** 2 + w2 ** 2).toBeCloseTo(adaptive ? 0.8347 : 0.0099, 4)
    expect(path.loss[2000]).toBeLessThan(1e-12)
  }
})

test.each([
  [{ blur: 0 }, 2],
  [{ blur: 0.6, fading: 1 / 300 }, 26],
  [{ blur: 0.6, fading: 1 / 30 }, 4],
])('egg carton with %o: of 26 starts %i reach the lowest minimum', (landscapeValues, reach) => {
  const starts = Array.from({ length: 26 }, (_, k) => -4.6 + 0.37 * k)
  const ends = starts.map((w) => {
    const path = walk(
      'blurred-egg-carton',
      'sgd',
      { learningRate: 0.05 },
      { start: [w, 0], steps: 400, landscapeValues },
    )
    return last(path)[0]
  })
  expect(ends.filter((w) => Math.abs(w) < 0.01).length).toBe(reach)
})

describe('Adam’s counterexample', () => {
  const box = { start: [0, 0], boxed: true }

  test('C = 3, one step in three, β₁ = 0, β₂ = 1/(1 + C²): Adam ends at the worst point, SGD at the best', () => {
    const values = { learningRate: 0.05, beta1: 0, beta2: 0.1 }
    expect(Math.max(...first(walk('adam-counterexample', 'adam', values, { ...box, steps: 200 })).slice(-3))).toBe(1)
    expect(
      Math.min(...first(walk('adam-counterexample', 'sgd', { learningRate: 0.05 }, { ...box, steps: 200 })).slice(-3)),
    ).toBe(-1)
  })

  test('one step in 101, rate 0.5/√t: Adam is at −0.311, 0.948, 0.993 after 10³, 10⁴, 10⁵ steps', () => {
    const values = { learningRate: 0.5, beta1: 0.9, beta2: 0.99 }
    const schedule = [{ from: 1, factors: [{ thing: named(catalogue.schedules, 'inverse-sqrt'), values: {} }] }]
    const path = walk('adam-counterexample', 'adam', values, {
      ...box,
      steps: 100_000,
      landscapeValues: { C: 101, period: 101 },
      schedule,
    })
    const wanted = [
      [1e3, -0.311],
      [1e4, 0.948],
      [1e5, 0.993],
    ]
    for (const [k, x] of wanted) expect(path.theta[2 * k]).toBeCloseTo(x, 3)
  })
})
