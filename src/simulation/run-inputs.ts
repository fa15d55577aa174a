import { completeValues, programNumber } from '../declare/default-value.ts'
import type { Hyperparameters, Values } from '../declare/hyperparameter.ts'
import type { Setting, Run } from './experiment.ts'
import type { Landscape } from '../declare/landscape.ts'
import { landscapeInput } from './loss-graph.ts'
import { partInput } from './part.ts'

/** What a run's graph reads from outside. */
export interface RunInputs {
  /** Numbers by input name; `t` and the state are the loop's own. */
  numbers: Map<string, number>
  lists: Map<string, readonly number[]>
}

/** The values of every hyperparameter of a run, by the names its graph reads them. */
export function runInputs(landscape: Setting<Landscape>, run: Run, steps: number): RunInputs {
  const inputs: RunInputs = { numbers: new Map([['steps', steps]]), lists: new Map() }
  gather(inputs, landscape.thing.hyperparameters, landscape.values, steps, landscapeInput)
  gather(inputs, run.optimizer.thing.hyperparameters, run.optimizer.values, steps, (name) =>
    partInput('optimizer', name),
  )
  run.schedule.forEach(({ from, factors }, k) => {
    const last = run.schedule[k + 1]?.from ?? steps + 1
    factors.forEach(({ thing, values }, j) =>
      gather(inputs, thing.hyperparameters, values, last - from, (name) => partInput(`schedule.${k}.${j}`, name)),
    )
  })
  run.modifiers.forEach(({ thing, values }, k) => {
    gather(inputs, thing.hyperparameters, values, steps, (name) => partInput(`modifier.${k}`, name))
    if (thing.eachMomentum)
      for (const buffer of run.optimizer.thing.momentumState ?? [])
        gather(inputs, thing.hyperparameters, values, steps, (name) => partInput(`modifier.${k}.${buffer}`, name))
  })
  return inputs
}

function gather(
  inputs: RunInputs,
  hyperparameters: Hyperparameters,
  values: Values,
  steps: number,
  fullName: (name: string) => string,
): void {
  for (const [name, value] of Object.entries(completeValues(hyperparameters, values, steps))) {
    if (typeof value === 'object') inputs.lists.set(fullName(name), value)
    else inputs.numbers.set(fullName(name), programNumber(hyperparameters[name], value))
  }
}
