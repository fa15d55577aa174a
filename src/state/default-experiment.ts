import { catalogue } from '../catalogue/catalogue.ts'
import type { Experiment } from '../simulation/experiment.ts'

const find = <T extends { id: string }>(shelf: readonly T[], id: string): T =>
  shelf.find((thing) => thing.id === id) as T

/** What the bare page opens: several optimizers part at a saddle. */
export const defaultExperiment: Experiment = {
  landscape: { thing: find(catalogue.landscapes, 'double-well'), values: {} },
  starts: [[0.3, 1.3]],
  runs: [
    {
      optimizer: { thing: find(catalogue.optimizers, 'sgd'), values: { learningRate: 0.05 } },
      schedule: [],
      modifiers: [],
    },
    {
      optimizer: { thing: find(catalogue.optimizers, 'momentum'), values: { learningRate: 0.02 } },
      schedule: [],
      modifiers: [],
    },
    {
      optimizer: { thing: find(catalogue.optimizers, 'rmsprop'), values: { learningRate: 0.02 } },
      schedule: [],
      modifiers: [],
    },
    {
      optimizer: { thing: find(catalogue.optimizers, 'adam'), values: { learningRate: 0.05 } },
      schedule: [],
      modifiers: [],
    },
  ],
  steps: 200,
  seed: 1,
}
