import { catalogue } from '../catalogue/catalogue.ts'
import type { Experiment, Run } from '../simulation/experiment.ts'

const find = <T extends { id: string }>(shelf: readonly T[], id: string): T =>
  shelf.find((thing) => thing.id === id) as T

const run = (id: string, learningRate: number): Run => ({
  optimizer: { thing: find(catalogue.optimizers, id), values: { learningRate } },
  schedule: [],
  modifiers: [],
})

/** What the bare page opens: of four optimizers one has the momentum to cross the saddle into the deeper valley. */
export const defaultExperiment: Experiment = {
  landscape: { thing: find(catalogue.landscapes, 'double-well'), values: {} },
  starts: [[1.6, 1]],
  runs: [run('sgd', 0.05), run('momentum', 0.05), run('rmsprop', 0.02), run('adam', 0.05)],
  steps: 200,
  seed: 1,
}

/** The run whose program the inspector shows at first: Adam, the one with most to show. */
export const defaultSelection = 3
