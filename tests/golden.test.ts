import { afterAll, describe, expect, test } from 'vitest'
import { LossEvaluator } from '../src/analysis/loss-evaluator.ts'
import { catalogue } from '../src/catalogue/catalogue.ts'
import { ownLandscape } from '../src/catalogue/own-landscape.ts'
import type { Landscape } from '../src/declare/landscape.ts'
import { interpretKernel } from '../src/formula/interpret-kernel.ts'
import type { Experiment, Run } from '../src/simulation/experiment.ts'
import { simulateRun } from '../src/simulation/simulate.ts'
import type { Trajectory } from '../src/simulation/trajectory.ts'
import { goldenLandscapes, goldenRun, readGolden, scheduleParts } from './golden-adapter.ts'
import type { GoldenCase, GoldenSchedule } from './golden-adapter.ts'
import { worstDeviation, worstState } from './golden-deviation.ts'

/** What PyTorch (or a paper) has and our shelves have not, with the number of cases that wait for it. */
const notYet: Record<string, number> = {
  ASGD: 18,
  Adadelta: 20,
  Adafactor: 8,
  Adamax: 24,
  NAdam: 30,
  RAdam: 30,
  Rprop: 14,
  'adam.amsgrad': 8,
  'adam.amsgrad + modifier decoupled-decay': 6,
  'adam.amsgrad + modifier l2': 4,
  'modifier decoupled-decay': 20,
  'modifier l2': 30,
  adabound: 16,
  adabound_listing: 6,
  amsbound: 6,
  amsbound_listing: 4,
  lecture_adagrad: 8,
  lecture_rmsprop: 10,
  'modifier lookahead': 26,
  'optimizer nesterov-lookahead': 4,
  swats: 18,
  'schedule OneCycleLR': 4,
  'schedule cyclic': 2,
  'schedule linear + modifier decoupled-decay': 2,
  'schedule warm-restarts': 2,
}

/** Schedulers of schedules.json that wait, by what is missing. */
const schedulesNotYet: Record<string, number> = {
  'schedule LambdaLR': 2,
  'schedule MultiStepLR': 2,
  'schedule OneCycleLR': 5,
  'schedule PolynomialLR': 2,
  'schedule cyclic': 5,
  'schedule exponential': 2,
  'schedule linear': 3,
  'schedule linear + schedule exponential': 1,
  'schedule plateau': 2,
  'schedule warm-restarts': 2,
}

const steps = 200
const landscapes = goldenLandscapes()
const cases = ['optimizers.json', 'paper.json', 'combos.json'].flatMap(
  (file) => readGolden<{ cases: GoldenCase[] }>(file).cases,
)
const mapped = cases.flatMap((golden) => {
  const found = goldenRun(golden, catalogue)
  return 'run' in found ? [{ golden, ...found }] : []
})
const worst = new Map<string, { theta: number; shareOfTolerance: number; cases: number }>()

function experimentOf(golden: GoldenCase, run: Run): Experiment {
  const thing = landscapes.get(golden.landscape) as Landscape
  return { landscape: { thing, values: {} }, starts: [golden.theta0], runs: [run], steps, seed: 1 }
}

function waiting(missing: readonly string[][]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const names of missing) counts[names.join(' + ')] = (counts[names.join(' + ')] ?? 0) + 1
  return counts
}

afterAll(() => {
  const rows = [...worst].map(([name, { theta, shareOfTolerance, cases: count }]) => ({
    optimizer: name,
    cases: count,
    'worst relative error': theta.toExponential(1),
    'worst share of tolerance': shareOfTolerance.toPrecision(2),
  }))
  console.table(rows)
})

test('every case is compared, or stands in the list of what is not on the shelf yet', () => {
  const missing = cases.flatMap((golden) => {
    const found = goldenRun(golden, catalogue)
    return 'missing' in found ? [found.missing] : []
  })
  const counts = waiting(missing)
  console.log(`not on the shelf yet: ${missing.length} of ${cases.length} cases`, counts)
  expect(mapped.length).toBeGreaterThan(0)
  if (process.env.GOLDEN_DIR === undefined) expect(counts).toEqual(notYet)
  else for (const name of Object.keys(counts)) expect(Object.keys(notYet)).toContain(name)
})

describe('trajectories', () => {
  for (const { golden, run, states } of mapped)
    test(golden.id, () => {
      const trajectory = simulateRun(experimentOf(golden, run), run, { states: true })
      expect(trajectory.steps).toBe(steps)
      compareTheta(golden, run, trajectory)
      for (const [torchName, ours] of Object.entries(states)) {
        const deviation = worstState(golden, torchName, trajectory.states?.[ours])
        expect(deviation, `${torchName} (${ours})`).toBeLessThanOrEqual(golden.state_tolerance)
      }
      golden.lr?.forEach((rate, k) => expect(Math.abs(trajectory.learningRate[k] - rate)).toBeLessThanOrEqual(1e-12))
    })
})

function compareTheta(golden: GoldenCase, run: Run, { theta, size }: Trajectory): void {
  const whole = worstDeviation(golden, theta, size, golden.compare_steps)
  const early = worstDeviation(golden, theta, size, Math.min(20, golden.compare_steps))
  const { id } = run.optimizer.thing
  const before = worst.get(id) ?? { theta: 0, shareOfTolerance: 0, cases: 0 }
  worst.set(id, {
    theta: Math.max(before.theta, whole),
    shareOfTolerance: Math.max(before.shareOfTolerance, whole / golden.tolerance, early / golden.early_tolerance),
    cases: before.cases + 1,
  })
  expect(whole).toBeLessThanOrEqual(golden.tolerance)
  expect(early).toBeLessThanOrEqual(golden.early_tolerance)
}

test('losses at the reference points', () => {
  for (const [id, thing] of landscapes) {
    const evaluator = new LossEvaluator({ thing, values: {} })
    for (const golden of cases) {
      if (golden.landscape !== id) continue
      const points = Object.entries(golden.loss).filter(([step]) => Number(step) <= golden.compare_steps)
      const thetas = points.map(([step]) => (step === '0' ? golden.theta0 : golden.theta[Number(step) - 1]))
      const losses = evaluator.loss(Float64Array.from(thetas.flat()))
      points.forEach(([, loss], k) => {
        expect(Math.abs(losses[k] - loss), `${golden.id} ${loss}`).toBeLessThanOrEqual(1e-11 * Math.max(1, Math.abs(loss)))
      })
    }
  }
})

test('the interpreter takes the same steps, bit for bit', () => {
  const sample = mapped.filter((_, k) => k % 9 === 0)
  for (const { golden, run } of sample) {
    const experiment = experimentOf(golden, run)
    const compiled = simulateRun(experiment, run, { states: true })
    const interpreted = simulateRun(experiment, run, { states: true, makeKernel: interpretKernel })
    expect(interpreted).toEqual(compiled)
  }
})

interface ScheduleCase {
  id: string
  schedule: GoldenSchedule
  base_lr: number
  lr: number[]
  tolerance: number
}

describe('schedules', () => {
  const { cases: schedules } = readGolden<{ cases: ScheduleCase[] }>('schedules.json')
  const still = ownLandscape(['x', 'y'], 'x*y')
  const [sgd] = catalogue.optimizers

  test('every one is compared, or stands in the list', () => {
    const missing = schedules.flatMap(({ schedule }) => {
      const names: string[] = []
      scheduleParts(schedule, catalogue, names)
      return names.length > 0 ? [names] : []
    })
    console.log(`schedules not on the shelf yet: ${missing.length} of ${schedules.length}`, waiting(missing))
    if (process.env.GOLDEN_DIR === undefined) expect(waiting(missing)).toEqual(schedulesNotYet)
    else for (const name of Object.keys(waiting(missing))) expect(Object.keys(schedulesNotYet)).toContain(name)
  })

  for (const { id, schedule, base_lr: learningRate, lr, tolerance } of schedules) {
    const missing: string[] = []
    const parts = scheduleParts(schedule, catalogue, missing)
    if (missing.length > 0) continue
    test(id, () => {
      const run: Run = { optimizer: { thing: sgd, values: { learningRate } }, schedule: parts, modifiers: [] }
      const landscape = { thing: still, values: {} }
      const trajectory = simulateRun({ landscape, starts: [[0, 0]], runs: [run], steps: lr.length, seed: 1 }, run)
      const largest = Math.max(...lr)
      lr.forEach((rate, k) => {
        expect(Math.abs(trajectory.learningRate[k] - rate), `step ${k + 1}`).toBeLessThanOrEqual(tolerance * largest)
      })
    })
  }
})
