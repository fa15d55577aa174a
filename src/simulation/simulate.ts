import type { Experiment, Run } from './experiment.ts'
import { makeKernel } from './make-kernel.ts'
import { PreparedRun, type KernelMaker } from './prepared-run.ts'
import type { StepProgram } from './step-program.ts'
import type { Stop, Trajectory } from './trajectory.ts'

/** Compiled runs, by all that shaped them; the oldest leave first. */
const prepared = new Map<string, PreparedRun>()
const mostPrepared = 64

/** Below this share of the gradient's size at the start (or of 1, where that is more) the gradient counts as zero. */
const convergedShare = 1e-8

export interface SimulateOptions {
  /** Record each state's rows too. */
  states?: boolean
  makeKernel?: KernelMaker
}

/**
 * Computes one run of an experiment whole, from the experiment's first start. The same experiment gives the same bits, always.
 * @throws FormulaError where a formula is wrong
 */
export function simulateRun(
  experiment: Experiment,
  run: Run,
  { states = false, makeKernel: maker = makeKernel }: SimulateOptions = {},
): Trajectory {
  const { landscape, steps } = experiment
  const ready = maker === makeKernel ? cached(experiment, run, states) : new PreparedRun(landscape, run, states, maker)
  const start = experiment.starts[0] ?? landscape.thing.starts[0]
  const size = landscape.thing.parameters.length
  const ended = (row: Float64Array): boolean => {
    for (let i = 0; i <= size; i++) if (!Number.isFinite(row[i])) return true
    return false
  }
  const record = ready.run(landscape, run, start, steps, run.seed ?? experiment.seed, ended)
  return trajectoryOf(record, ready, size, states, ended)
}

/**
 * A run computed up to a row (row r: after r updates), with the value of every slot of its state there; no row where it ended before.
 * @throws FormulaError
 */
export function rowsOfRun(
  experiment: Experiment,
  run: Run,
  row: number,
): { program: StepProgram; row: { slots: number[] } | undefined } {
  const ready = cached(experiment, run, true)
  const start = experiment.starts[0] ?? experiment.landscape.thing.starts[0]
  const record = ready.run(
    experiment.landscape,
    run,
    start,
    experiment.steps,
    run.seed ?? experiment.seed,
    () => false,
    row + 1,
  )
  const at = record.subarray(row * ready.width, (row + 1) * ready.width)
  const finite = at.length > 0 && at.subarray(0, ready.program.loss.size + 1).every(Number.isFinite)
  return { program: ready.program, row: finite ? { slots: ready.slotsOf(at) } : undefined }
}

function cached(experiment: Experiment, run: Run, states: boolean): PreparedRun {
  const key = structureKey(experiment, run) + states
  const known = prepared.get(key)
  if (known) return known
  const made = new PreparedRun(experiment.landscape, run, states, makeKernel)
  prepared.set(key, made)
  for (const old of prepared.keys()) {
    if (prepared.size <= mostPrepared) break
    prepared.delete(old)
  }
  return made
}

/** All of a run but the numbers that sliders move. */
function structureKey({ landscape }: Experiment, run: Run): string {
  const programs = (thing: object, values: Run['optimizer']['values']) => {
    // Choices and lists are compiled in.
    const choices = Object.entries(values).filter(([, value]) => typeof value !== 'number')
    const { hyperparameters, loss, parameters, program, state, eachMomentum, data } = thing as Record<string, unknown>
    return [hyperparameters, loss, parameters, program, state, eachMomentum, data && Object.keys(data), choices]
  }
  return JSON.stringify([
    programs(landscape.thing, landscape.values),
    programs(run.optimizer.thing, run.optimizer.values),
    run.schedule.map(({ from, factors }) => [from, factors.map(({ thing, values }) => programs(thing, values))]),
    run.modifiers.map(({ thing, values }) => [thing.when, programs(thing, values)]),
    run.optimizer.thing.momentumState,
  ])
}

function trajectoryOf(
  record: Float64Array,
  { width, firstState, program }: PreparedRun,
  size: number,
  withStates: boolean,
  ended: (row: Float64Array) => boolean,
): Trajectory {
  const rows = record.length / width
  const steps = rows - 1
  const column = (from: number, count: number, length = rows): Float64Array => {
    const out = new Float64Array(length * count)
    for (let r = 0; r < length; r++) for (let i = 0; i < count; i++) out[r * count + i] = record[r * width + from + i]
    return out
  }
  const gradient = column(size + 1, size)
  const states: NonNullable<Trajectory['states']> = {}
  let from = firstState
  if (withStates)
    for (const { name, slots, hidden } of program.states) {
      if (!hidden) states[name] = { width: slots.length, rows: column(from, slots.length) }
      from += slots.length
    }
  return {
    size,
    steps,
    theta: column(0, size),
    loss: column(size, 1),
    gradient,
    learningRate: column(2 * size + 1, 1, steps),
    ...(program.momentum === undefined ? {} : { momentum: column(2 * size + 2, 1, steps) }),
    ...(withStates ? { states } : {}),
    stop: ended(record.subarray(steps * width)) ? { reason: 'diverged', step: steps } : remark(gradient, size, steps),
  }
}

/** Finished; or converged, if from some step to the end the gradient stays ≈ 0. */
function remark(gradient: Float64Array, size: number, steps: number): Stop {
  const squared = (row: number): number => {
    let sum = 0
    for (let i = 0; i < size; i++) sum += gradient[row * size + i] * gradient[row * size + i]
    return sum
  }
  const limit = Math.max(1, squared(0)) * convergedShare * convergedShare
  let step = steps + 1
  while (step > 0 && squared(step - 1) <= limit) step--
  return step <= steps ? { reason: 'converged', step } : { reason: 'finished', step: steps }
}
