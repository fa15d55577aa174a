import { afterAll, describe, expect, test } from 'vitest'
import { LossEvaluator } from '../src/analysis/loss-evaluator.ts'
import { catalogue } from '../src/catalogue/catalogue.ts'
import { ownLandscape } from '../src/catalogue/own-landscape.ts'
import type { Landscape } from '../src/declare/landscape.ts'
import type { Optimizer } from '../src/declare/optimizer.ts'
import { interpretKernel } from '../src/formula/interpret-kernel.ts'
import type { Experiment, Run } from '../src/simulation/experiment.ts'
import { simulateRun } from '../src/simulation/simulate.ts'
import type { Trajectory } from '../src/simulation/trajectory.ts'
import { goldenLandscapes, goldenRun, readGolden, scheduleParts } from './golden-adapter.ts'
import type { GoldenCase } from './golden-adapter.ts'
import type { GoldenSchedule } from './golden-names.ts'
import { worstDeviation, worstState } from './golden-deviation.ts'

/** What the reference has and our shelves have not, with the number of cases; on a vector Adafactor shows nothing it is known for. */
const notYet: Record<string, number> = { Adafactor: 8 }

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
      if (golden.switch_step !== undefined) compareSwitch(golden, trajectory)
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

/** SWATS changes over after the same step, with the same rate. */
function compareSwitch({ switch_step: step, switch_lr: rate }: GoldenCase, { states }: Trajectory): void {
  const after = states?.sgd.rows.indexOf(1)
  expect(after).toBe(step ?? -1)
  if (step) expect(Math.abs((states?.rate.rows[step] as number) / (rate as number) - 1)).toBeLessThan(1e-9)
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
        expect(Math.abs(losses[k] - loss), `${golden.id} ${loss}`).toBeLessThanOrEqual(
          1e-11 * Math.max(1, Math.abs(loss)),
        )
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
  optimizer: string
  lr: number[]
  momentum: number[] | null
  metric?: number[]
  tolerance: number
}

describe('schedules: the rate and the momentum in force at every one of 300 steps', () => {
  const { cases: schedules } = readGolden<{ cases: ScheduleCase[] }>('schedules.json')

  test.each(schedules)('$id', ({ schedule, base_lr: base, lr, momentum, metric, optimizer: torch, tolerance }) => {
    const missing: string[] = []
    const parts = scheduleParts(schedule, catalogue, missing)
    expect(missing).toEqual([])
    const adam = torch === 'Adam'
    const optimizer = catalogue.optimizers.find(({ id }) => id === (adam ? 'adam' : 'momentum')) as Optimizer
    const learningRate = (schedule.args.max_lr as number | undefined) ?? base
    const run: Run = { optimizer: { thing: optimizer, values: { learningRate } }, schedule: parts, modifiers: [] }
    // At step t the loss is the t-th metric; without one the gradient is t, and the momentum state tells the momentum in force.
    const at = lr.map((_, k) => k + 1)
    const thing = metric
      ? ownLandscape(['x', 'y'], 'sum(where(at == t, metric, 0))', { at, metric })
      : ownLandscape(['x', 'y'], 't*(x + y)')
    const experiment = { landscape: { thing, values: {} }, starts: [[0, 0]], runs: [run], steps: lr.length, seed: 1 }
    const trajectory = simulateRun(experiment, run, { states: true })
    const largest = Math.max(...lr)
    lr.forEach((rate, k) => {
      expect(Math.abs(trajectory.learningRate[k] - rate), `step ${k + 1}`).toBeLessThanOrEqual(tolerance * largest)
    })
    const rows = (trajectory.states as Record<string, { rows: Float64Array }>)[adam ? 'm' : 'v'].rows
    momentum?.forEach((wanted, k) => {
      // PyTorch's first buffer is the gradient itself.
      if (k === 0 && !adam) return
      const [before, after] = [rows[2 * k], rows[2 * k + 2]]
      const inForce = adam ? (after - at[k]) / (before - at[k]) : (after - at[k]) / before
      expect(Math.abs(inForce - wanted), `momentum ${k + 1}`).toBeLessThanOrEqual(10 * tolerance)
    })
  })
})
