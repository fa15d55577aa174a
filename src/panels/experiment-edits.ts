import type { HyperparameterValue } from '../declare/hyperparameter.ts'
import type { Landscape } from '../declare/landscape.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import type { Schedule } from '../declare/schedule.ts'
import type { Experiment, Run, Setting } from '../simulation/experiment.ts'
import { withValue } from './hyperparameter-values.ts'

/** The learning rate that shows something on a landscape, undefined when it names none. */
function suggestedRate({ suggestedRates }: Landscape, optimizer: Optimizer): number | undefined {
  return suggestedRates[optimizer.id] ?? suggestedRates.default
}

/** A fresh setting of an optimizer, with the landscape's rate written out. */
function suggestedSetting(experiment: Experiment, optimizer: Optimizer): Setting<Optimizer> {
  return withSuggestedRate({ thing: optimizer, values: {} }, experiment.landscape.thing, experiment.steps)
}

function withSuggestedRate(setting: Setting<Optimizer>, landscape: Landscape, steps: number): Setting<Optimizer> {
  const rate = suggestedRate(landscape, setting.thing)
  return rate === undefined || !('learningRate' in setting.thing.hyperparameters)
    ? setting
    : withSettingValue(setting, 'learningRate', rate, steps)
}

/** A setting with one value changed. */
export function withSettingValue<Thing extends Pick<Optimizer, 'hyperparameters'>>(
  { thing, values }: Setting<Thing>,
  name: string,
  value: HyperparameterValue,
  steps: number,
): Setting<Thing> {
  return { thing, values: withValue(thing.hyperparameters, values, name, value, steps) }
}

/**
 * Another surface: its own region and start. Rates that suit one surface shoot off another, so every run takes the rate that the new one
 * suggests.
 */
export function withLandscape(experiment: Experiment, thing: Landscape): Experiment {
  const { domain: _, ...rest } = experiment
  const runs = experiment.runs.map((run) => ({
    ...run,
    optimizer: withSuggestedRate(run.optimizer, thing, experiment.steps),
  }))
  return { ...rest, landscape: { thing, values: {} }, starts: [], runs }
}

/** The formula changed under the runs: region and start stay as far as the parameters do, rates stay. */
export function withOwnLandscape(experiment: Experiment, thing: Landscape): Experiment {
  const domain = experiment.domain ?? experiment.landscape.thing.domain
  const start = startOf(experiment)
  const { parameters } = thing
  return {
    ...experiment,
    landscape: { thing, values: {} },
    domain: parameters.map((_, index) => domain[index] ?? thing.domain[index]),
    starts: [parameters.map((_, index) => start[index] ?? thing.starts[0][index])],
  }
}

/** Where runs start. */
export function startOf({ starts, landscape }: Experiment): readonly number[] {
  return starts[0] ?? landscape.thing.starts[0]
}

/** The first start with one coordinate changed. */
export function withStart(experiment: Experiment, parameter: number, value: number): Experiment {
  const start = startOf(experiment).map((old, index) => (index === parameter ? value : old))
  return { ...experiment, starts: [start, ...experiment.starts.slice(1)] }
}

/** The shown region with one end of one side changed. */
export function withRegionEnd(experiment: Experiment, parameter: number, end: 0 | 1, value: number): Experiment {
  const domain = experiment.domain ?? experiment.landscape.thing.domain
  return {
    ...experiment,
    domain: domain.map(([low, high], index) =>
      index !== parameter ? [low, high] : end === 0 ? [value, high] : [low, value],
    ),
  }
}

export function withRun(experiment: Experiment, index: number, change: (run: Run) => Run): Experiment {
  return { ...experiment, runs: experiment.runs.map((run, place) => (place === index ? change(run) : run)) }
}

export function withAddedRun(experiment: Experiment, optimizer: Optimizer): Experiment {
  const run: Run = { optimizer: suggestedSetting(experiment, optimizer), schedule: [], modifiers: [] }
  return { ...experiment, runs: [...experiment.runs, run] }
}

/** A copy right behind the run. */
export function withDuplicate(experiment: Experiment, index: number): Experiment {
  return { ...experiment, runs: experiment.runs.toSpliced(index + 1, 0, { ...experiment.runs[index] }) }
}

export function withoutRun(experiment: Experiment, index: number): Experiment {
  return { ...experiment, runs: experiment.runs.toSpliced(index, 1) }
}

/** The run with another optimizer, at the rate the surface suggests; schedule and modifiers stay. */
export function withOptimizer(experiment: Experiment, index: number, optimizer: Optimizer): Experiment {
  return withRun(experiment, index, (run) => ({ ...run, optimizer: suggestedSetting(experiment, optimizer) }))
}

/** The run with one schedule from the first step on, or with none. */
export function withSchedule(run: Run, schedule: Schedule | undefined): Run {
  return {
    ...run,
    schedule: schedule === undefined ? [] : [{ from: 1, factors: [{ thing: schedule, values: {} }] }],
  }
}

/** The one schedule of a run; undefined for none or for a sequence or product. */
export function onlySchedule({ schedule }: Run): Setting<Schedule> | undefined {
  return schedule.length === 1 && schedule[0].factors.length === 1 ? schedule[0].factors[0] : undefined
}

/** The run with a value of its one schedule changed. */
export function withScheduleValue(run: Run, name: string, value: HyperparameterValue, steps: number): Run {
  const setting = onlySchedule(run)
  if (setting === undefined) return run
  return { ...run, schedule: [{ from: 1, factors: [withSettingValue(setting, name, value, steps)] }] }
}
