import { suggestedRate } from '../catalogue/suggested-rate.ts'
import type { HyperparameterValue } from '../declare/hyperparameter.ts'
import type { Landscape } from '../declare/landscape.ts'
import type { Modifier } from '../declare/modifier.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import { experimentLimits } from '../link/limits.ts'
import type { Experiment, Run, Setting } from '../simulation/experiment.ts'
import { withValue } from './hyperparameter-values.ts'

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

/**
 * The formula changed under the runs: region and start stay as far as the parameters do, rates stay, and so do the values of its own
 * hyperparameters.
 * @param reset a hyperparameter whose default is then in force
 */
export function withOwnLandscape(experiment: Experiment, thing: Landscape, reset?: string): Experiment {
  const { landscape: old } = experiment
  const kept = ([name]: [string, unknown]) => Object.hasOwn(thing.hyperparameters, name) && name !== reset
  const values = old.thing.id === 'own' ? Object.fromEntries(Object.entries(old.values).filter(kept)) : {}
  const domain = experiment.domain ?? experiment.landscape.thing.domain
  const start = startOf(experiment)
  const { parameters } = thing
  return {
    ...experiment,
    landscape: { thing, values },
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

/** The run with a further modifier behind the others, as far as there is room. */
export function withAddedModifier(run: Run, modifier: Modifier): Run {
  if (run.modifiers.length >= experimentLimits.modifiers) return run
  return { ...run, modifiers: [...run.modifiers, { thing: modifier, values: {} }] }
}

export function withoutModifier(run: Run, index: number): Run {
  return { ...run, modifiers: run.modifiers.toSpliced(index, 1) }
}

/** The run with one modifier at another place of the order in which they act; past either end nothing moves. */
export function withModifierAt(run: Run, from: number, to: number): Run {
  const moved = run.modifiers[from]
  if (moved === undefined || from === to || to < 0 || to >= run.modifiers.length) return run
  return { ...run, modifiers: run.modifiers.toSpliced(from, 1).toSpliced(to, 0, moved) }
}

/** The run with one value of one modifier changed. */
export function withModifierValue(
  run: Run,
  index: number,
  name: string,
  value: HyperparameterValue,
  steps: number,
): Run {
  return {
    ...run,
    modifiers: run.modifiers.map((old, place) => (place === index ? withSettingValue(old, name, value, steps) : old)),
  }
}
