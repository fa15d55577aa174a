import type { Values } from '../src/declare/hyperparameter.ts'
import type { Landscape } from '../src/declare/landscape.ts'
import type { Run } from '../src/simulation/experiment.ts'
import { simulateRun } from '../src/simulation/simulate.ts'
import type { Trajectory } from '../src/simulation/trajectory.ts'

/** A run on a landscape, from its own start unless told otherwise, with states. */
export function bare(
  landscape: Landscape,
  run: Run,
  steps = 60,
  start?: readonly number[],
  values: Values = {},
): Trajectory {
  const setting = { thing: landscape, values }
  return simulateRun({ landscape: setting, starts: start ? [start] : [], runs: [run], steps, seed: 1 }, run, {
    states: true,
  })
}

/** An optimizer without modifiers. */
export const plain = (
  optimizer: Run['optimizer']['thing'],
  values: Values = {},
  schedule: Run['schedule'] = [],
): Run => ({
  optimizer: { thing: optimizer, values },
  schedule,
  modifiers: [],
})

/** The learning rate that the page gives an optimizer here. */
export const suggested = ({ suggestedRates }: Landscape, id: string) => suggestedRates[id] ?? suggestedRates.default
