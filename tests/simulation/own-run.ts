import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { learningRate, number, type Values } from '../../src/declare/hyperparameter.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import type { Modifier } from '../../src/declare/modifier.ts'
import type { Optimizer } from '../../src/declare/optimizer.ts'
import type { Schedule } from '../../src/declare/schedule.ts'
import type { Run } from '../../src/simulation/experiment.ts'
import { simulateRun, type SimulateOptions } from '../../src/simulation/simulate.ts'
import type { Trajectory } from '../../src/simulation/trajectory.ts'

const text = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' }
const nameless = { name: text, summary: text, references: [] }

/** An optimizer of a few lines; its hyperparameters are `learningRate` and `momentum`. */
export function ownOptimizer(
  program: string,
  state: Optimizer['state'] = {},
  more: Partial<Optimizer> = {},
): Optimizer {
  const momentum = number('β', 0.9, { label: text, range: [0, 1], role: 'momentum' })
  const hyperparameters = { learningRate: learningRate(0.1), momentum }
  return { ...nameless, id: 'own', family: 'gradient', hyperparameters, state, program, ...more }
}

export function ownSchedule(program: string, state: Schedule['state'] = {}): Schedule {
  return { ...nameless, id: 'own', hyperparameters: {}, state, program }
}

export function ownModifier(when: Modifier['when'], program: string, state: Modifier['state'] = {}): Modifier {
  return { ...nameless, id: `own-${when}`, hyperparameters: {}, when, state, program }
}

/** A run with a plain schedule of one factor, and modifiers, all with their defaults. */
export function runOf(optimizer: Optimizer, values: Values = {}, schedule?: Schedule, ...modifiers: Modifier[]): Run {
  return {
    optimizer: { thing: optimizer, values },
    schedule: schedule ? [{ from: 1, factors: [{ thing: schedule, values: {} }] }] : [],
    modifiers: modifiers.map((thing) => ({ thing, values: {} })),
  }
}

export interface Setup {
  /** A formula in x and y, or a landscape. */
  on: string | Landscape
  values?: Values
  start?: readonly number[]
  steps?: number
  seed?: number
  options?: SimulateOptions
}

/** Simulates with states recorded. */
export function simulate(
  run: Run,
  { on, values = {}, start, steps = 20, seed = 1, options = { states: true } }: Setup,
): Trajectory {
  const thing = typeof on === 'string' ? ownLandscape(['x', 'y'], on) : on
  return simulateRun(
    { landscape: { thing, values }, starts: start ? [start] : [], runs: [run], steps, seed },
    run,
    options,
  )
}

/** θ after each step, as points. */
export function points({ theta, size, steps }: Trajectory): number[][] {
  return Array.from({ length: steps + 1 }, (_, r) => [...theta.subarray(r * size, (r + 1) * size)])
}
