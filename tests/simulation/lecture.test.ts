import { describe, expect, test } from 'vitest'
import { conditionNumber } from '../../src/analysis/classify.ts'
import { LossEvaluator } from '../../src/analysis/loss-evaluator.ts'
import { readPoints } from '../../src/analysis/read-point.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import { landscapes } from '../../src/landscapes/index.ts'
import { adagrad } from '../../src/optimizers/adagrad.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { momentum } from '../../src/optimizers/momentum.ts'
import { nesterovLookahead } from '../../src/optimizers/nesterov-lookahead.ts'
import { sgd } from '../../src/optimizers/sgd.ts'
import type { Run } from '../../src/simulation/experiment.ts'
import type { Trajectory } from '../../src/simulation/trajectory.ts'
import { readGolden } from '../golden-adapter.ts'
import { points, runOf, simulate } from './own-run.ts'

const onShelf = (id: string) => landscapes.find((landscape) => landscape.id === id) as Landscape
const lectureMomentum = (learningRate: number, beta = 0.9) =>
  runOf(momentum, { learningRate, momentum: beta, form: 'lecture' })

/** First step at which the loss is below the level; −1 where it never is. */
const firstBelow = ({ loss }: Trajectory, level: number) => loss.findIndex((value) => value < level)

interface LectureTrajectory {
  surface: string
  optimizer: string
  hyper: { lr: number }
  start: number[]
  at: Record<string, [number, number, number]>
  first_L_below_0p01: number | null
}

describe('optimizers as taught, on the four surfaces of the lecture', () => {
  const surfaces: Record<string, Landscape> = {
    quad20: ownLandscape(['x', 'y'], '(x^2 + 20*y^2)/2'),
    toy: onShelf('toy-network'),
    rosen: onShelf('rosenbrock'),
    mse: onShelf('softmax-mse'),
  }
  const runs: Record<string, (learningRate: number) => Run> = {
    sgd: (learningRate) => runOf(sgd, { learningRate }),
    sgdm: (learningRate) => lectureMomentum(learningRate),
    nag: (learningRate) => runOf(nesterovLookahead, { learningRate, momentum: 0.9 }),
    adagrad: (learningRate) => runOf(adagrad, { learningRate, epsilon: 1e-8 }),
    adam: (learningRate) => runOf(adam, { learningRate }),
  }
  const references = readGolden<LectureTrajectory[]>('lecture-trajectories.json').filter(
    ({ optimizer }) => optimizer in runs,
  )

  test('there are twenty of them', () => expect(references.length).toBe(20))

  test.each(references)(
    '$optimizer on $surface',
    ({ surface, optimizer, hyper, start, at, first_L_below_0p01: first }) => {
      const trajectory = simulate(runs[optimizer](hyper.lr), { on: surfaces[surface], start, steps: 2000 })
      const found = points(trajectory)
      for (const [step, [x, y, loss]] of Object.entries(at)) {
        const [ours, theirs] = [
          [...found[Number(step)], trajectory.loss[Number(step)]],
          [x, y, loss],
        ]
        theirs.forEach((value, i) =>
          expect(Math.abs(ours[i] - value)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(value))),
        )
      }
      expect(firstBelow(trajectory, 0.01)).toBe(first ?? -1)
    },
  )
})

describe('the toy network', () => {
  const toy = onShelf('toy-network')
  const descend = (start: number[], steps = 400) =>
    simulate(runOf(sgd, { learningRate: 0.05 }), { on: toy, start, steps })

  test('curvatures: ±2 at the saddle, 0 and 2(w₁² + w₂²) along the valley', () => {
    const readings = readPoints(new LossEvaluator({ thing: toy, values: {} }), [
      [0, 0],
      [1, 1],
      [0.5, 2],
    ])
    expect(readings.map((reading) => reading.eigenpairs.map((pair) => pair.value))).toEqual([
      [-2, 2],
      [0, 4],
      [0, 8.5],
    ])
    expect(readings.map((reading) => reading.loss)).toEqual([1, 0, 0])
  })

  test('from the saddle gradient descent never moves; from (1, −1) it runs into it', () => {
    expect(points(descend([0, 0])).at(-1)).toEqual([0, 0])
    const found = points(descend([1, -1]))
    expect(found.every(([x, y]) => x === -y)).toBe(true)
    expect(found.findIndex(([x]) => Math.abs(x) < 1e-3)).toBe(62)
  })

  test('beside that line it escapes, later by the logarithm of the distance', () => {
    const steps = [0.1, 1e-2, 1e-3, 1e-6, 1e-9, 1e-12].map((delta) => firstBelow(descend([1, -1 + delta]), 0.01))
    expect(steps).toEqual([39, 63, 87, 159, 232, 304])
    expect([1e-3, 1e-6].map((d) => firstBelow(descend([d, d]), 0.01))).toEqual([83, 155])
  })

  test('momentum escapes sooner', () => {
    const steps = [0, 0.5, 0.9].map((beta) =>
      firstBelow(simulate(lectureMomentum(0.05, beta), { on: toy, start: [1, -1 + 1e-6], steps: 400 }), 0.01),
    )
    expect(steps).toEqual([159, 93, 52])
  })
})

describe('mean squared error or cross-entropy', () => {
  const table: [number[], number, number, number, number][] = [
    [[-10, 10], 2, 1.17e-8, 20, 1.414],
    [[-7, 5], 1.999975, 3.48e-5, 12, 1.414],
    [[-5, 5], 1.9998, 2.57e-4, 10, 1.414],
    [[0, 0], 0.5, 0.707, 0.693, 0.707],
  ]
  const surfaces = [onShelf('softmax-mse'), onShelf('softmax-cross-entropy')]

  test('loss and slope at the lecture’s points', () => {
    for (const [point, ...numbers] of table) {
      const measured = surfaces.flatMap((thing) => {
        const [{ loss, gradient }] = readPoints(new LossEvaluator({ thing, values: {} }), [point])
        return [loss, Math.hypot(...gradient)]
      })
      measured.forEach((value, i) => expect(Math.abs(value / numbers[i] - 1)).toBeLessThan(5e-3))
    }
  })

  /** First step at which the right class has more than 0.9. */
  const steps = (on: Landscape, run: Run, start: number[], most = 6000) =>
    points(simulate(run, { on, start, steps: most })).findIndex(([a, b]) => 1 / (1 + Math.exp(b - a)) > 0.9)
  const starts = [
    [-10, 10],
    [-7, 5],
    [-5, 5],
  ]
  const [mse, crossEntropy] = surfaces

  test('steps to p > 0.9: 31, 23, 21 with cross-entropy; with squares never, never and 5536', () => {
    const rate = (learningRate: number) => runOf(sgd, { learningRate })
    expect(starts.map((start) => steps(crossEntropy, rate(0.5), start))).toEqual([31, 23, 21])
    expect(starts.map((start) => steps(mse, rate(0.5), start))).toEqual([-1, -1, 5536])
    expect(starts.map((start) => steps(mse, rate(5), start))).toEqual([-1, 4076, 556])
  })

  test('Adam still gets there: 87, 58, 52, and on cross-entropy 124, 82, 72', () => {
    const run = runOf(adam, { learningRate: 0.1 })
    expect(starts.map((start) => steps(mse, run, start))).toEqual([87, 58, 52])
    expect(starts.map((start) => steps(crossEntropy, run, start))).toEqual([124, 82, 72])
  })
})

describe('raw and standardized features', () => {
  const eigenvalues = (id: string) => {
    const [{ eigenpairs }] = readPoints(new LossEvaluator({ thing: onShelf(id), values: {} }), [[0.3, -0.2]])
    return { values: eigenpairs.map((pair) => pair.value), condition: conditionNumber(eigenpairs) }
  }

  test('curvatures 0.95 and 50 004, condition 52 640; then 2 and 2, condition 1', () => {
    const raw = eigenvalues('raw-features')
    expect(raw.values[0]).toBeCloseTo(0.95, 3)
    expect(raw.values[1]).toBeCloseTo(50004, 0)
    expect(raw.condition).toBeCloseTo(52640, -1)
    const normalized = eigenvalues('normalized-features')
    expect(normalized.values[0]).toBeCloseTo(2, 12)
    expect(normalized.values[1]).toBeCloseTo(2, 12)
    expect(normalized.condition).toBeCloseTo(1, 12)
  })

  test('on the bowl one step of ½ arrives, ten of ¼ come within a millionth', () => {
    const on = onShelf('normalized-features')
    const run = (learningRate: number, steps: number) => simulate(runOf(sgd, { learningRate }), { on, steps }).loss
    expect(run(0.5, 1)[1]).toBeLessThan(1e-25)
    const quarter = run(0.25, 12)
    expect(quarter.findIndex((loss) => loss < 1e-6 * quarter[0])).toBe(10)
  })
})

test('stuck is not a small gradient: bouncing between two walls at w₂ = ±0.1462', () => {
  const walls = ownLandscape(['x', 'y'], 'sqrt(0.01 + 9*y^2) + 0.005*x^2')
  const { loss, gradient, theta } = simulate(runOf(sgd, { learningRate: 0.1 }), {
    on: walls,
    start: [-4, 1],
    steps: 400,
  })
  expect(loss[0]).toBeCloseTo(3.08, 2)
  expect([loss[5], loss[50], loss[400]].map((value) => value.toFixed(3))).toEqual(['0.429', '0.523', '0.486'])
  expect(Math.abs(theta[801])).toBeCloseTo(Math.sqrt(0.45 ** 2 - 0.01) / 3, 6)
  expect(Math.hypot(gradient[800], gradient[801])).toBeCloseTo(2.93, 2)
  const slow = simulate(runOf(sgd, { learningRate: 0.02 }), { on: walls, start: [-4, 1], steps: 400 })
  expect(slow.loss[400]).toBeCloseTo(0.168, 3)
})

test('the rolling ball: inertia 0.85 stays in the first dip, 0.92 rolls on to the deep one', () => {
  const hills = ownLandscape(
    ['x', 'y'],
    '3*exp(-2x) + 1.2 - 0.6*exp(-((x - 3.2)/0.5)^2) + 0.3*exp(-((x - 4.5)/0.45)^2) - 1.6*exp(-((x - 6.4)/0.7)^2) + 3*exp(3*(x - 8)) + y^2/2',
  )
  const roll = (beta: number) =>
    points(simulate(lectureMomentum(0.1, beta), { on: hills, start: [0.1, 0], steps: 2000 })).map(([x]) => x)
  const weak = roll(0.85)
  expect(weak.at(-1)).toBeCloseTo(3.202, 3)
  expect(Math.max(...weak)).toBeCloseTo(3.99, 2)
  const strong = roll(0.92)
  expect(strong.at(-1)).toBeCloseTo(6.389, 3)
  expect(Math.max(...strong)).toBeCloseTo(7.23, 2)
})

test('the crescent: who comes within 0.1 of (1, 1), and when', () => {
  const first = (run: Run, steps = 5000) =>
    points(simulate(run, { on: onShelf('rosenbrock'), start: [-1.5, 2], steps })).findIndex(
      ([x, y]) => Math.hypot(x - 1, y - 1) < 0.1,
    )
  expect(first(runOf(sgd, { learningRate: 0.001 }))).toBe(-1)
  expect(first(lectureMomentum(0.001))).toBe(584)
  expect(first(runOf(adagrad, { learningRate: 0.5 }))).toBe(-1)
  expect(first(runOf(adam, { learningRate: 0.05 }))).toBe(854)
  expect(first(runOf(adam, { learningRate: 0.1 }))).toBe(595)
})

describe('convex and hard: the Pokémon regression', () => {
  const x = [338, 333, 328, 207, 226, 25, 179, 60, 208, 606]
  const y = [640, 633, 619, 393, 428, 27, 193, 66, 226, 1591]
  const thing = ownLandscape(['b', 'w'], 'sum((y - b - w*x)^2)', { x, y })
  const walk = (learningRate: number, steps: number) =>
    simulate(runOf(sgd, { learningRate }), { on: thing, start: [-120, -4], steps })

  test('η = 10⁻⁷: 100 000 updates, and still far from b = −188.4', () => {
    const { theta, loss } = walk(1e-7, 100_000)
    expect(theta[200_000]).toBeCloseTo(-123.69, 2)
    expect(theta[200_001]).toBeCloseTo(2.483, 3)
    expect(loss[100_000] / 10).toBeCloseTo(11361.7, 0)
    const dots = [0, 1, 2, 3, 4, 5].map((t) => theta[2 * t + 1].toFixed(3))
    expect(dots).toEqual(['-4.000', '-2.869', '-1.936', '-1.166', '-0.530', '-0.006'])
  })

  test('η = 10⁻²: every step goes 17 467 times as far', () => {
    const { theta, stop } = walk(1e-2, 200)
    const away = (t: number) => Math.abs(theta[2 * t + 1] - 2.669455)
    for (let t = 2; t < 30; t++) expect(away(t + 1) / away(t)).toBeCloseTo(17467, 0)
    expect(stop.reason).toBe('diverged')
  })
})
