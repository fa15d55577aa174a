import type { Language } from '../i18n/language.ts'
import { runColour, runDash } from '../look/run-colours.ts'
import type { Store } from '../state/store.ts'
import { quantities, seriesOf, valueAt, type Quantity } from './quantities.ts'

type Derived = Pick<Store, 'results' | 'experiment'>

/** One run's line in a chart. */
export interface DrawnSeries {
  run: number
  values: Float64Array
  /** Step of the first value. */
  firstStep: number
  colour: string
  dash: readonly number[]
  diverged: boolean
}

/** The lines of a chart: every run that is shown and could be computed. */
export function drawnSeries({ results, experiment }: Derived, quantity: Quantity): DrawnSeries[] {
  return results.trajectories.flatMap((trajectory, run) =>
    'error' in trajectory || !experiment.runs[run] || experiment.runs[run].hidden
      ? []
      : [
          {
            run,
            values: seriesOf(quantity, trajectory),
            firstStep: quantities[quantity].firstStep,
            colour: runColour(run),
            dash: runDash(run),
            diverged: trajectory.stop.reason === 'diverged',
          },
        ],
  )
}

/** A run's name and its value at a step; undefined where the run has none. */
export interface RunValue {
  run: number
  name: string
  colour: string
  value: number | undefined
}

/** What every shown run has at a step. */
export function runValues(state: Derived, quantity: Quantity, step: number, language: Language): RunValue[] {
  return drawnSeries(state, quantity).map(({ run, values, firstStep, colour }) => ({
    run,
    name: state.experiment.runs[run].optimizer.thing.name[language],
    colour,
    value: valueAt(values, firstStep, step),
  }))
}
