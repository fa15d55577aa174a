import { describe, expect, it } from 'vitest'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { momentum } from '../../src/optimizers/momentum.ts'
import { rosenbrock } from '../../src/landscapes/rosenbrock.ts'
import {
  onlySchedule,
  startOf,
  withAddedRun,
  withDuplicate,
  withLandscape,
  withOptimizer,
  withoutRun,
  withOwnLandscape,
  withRun,
  withSchedule,
  withScheduleValue,
  withStart,
} from '../../src/panels/experiment-edits.ts'
import { valueOf, withValue } from '../../src/panels/hyperparameter-values.ts'
import { cosine } from '../../src/schedules/cosine.ts'
import { defaultExperiment } from '../../src/state/default-experiment.ts'

const suggested = rosenbrock.suggestedRates

const rates = (experiment: typeof defaultExperiment) =>
  experiment.runs.map(({ optimizer }) => [optimizer.thing.id, optimizer.values.learningRate])

describe('editing an experiment', () => {
  it('adds a run at the rate that the surface suggests', () => {
    const added = withAddedRun(withLandscape(defaultExperiment, rosenbrock), adam)
    expect(added.runs.at(-1)?.optimizer).toEqual({ thing: adam, values: { learningRate: suggested.adam } })
  })

  it('gives every run a rate that suits another surface, and takes its start and region', () => {
    const moved = withLandscape({ ...withStart(defaultExperiment, 0, 9), domain: [[0, 1]] }, rosenbrock)
    for (const { optimizer } of moved.runs) {
      const { id, hyperparameters } = optimizer.thing
      expect(valueOf(hyperparameters, optimizer.values, 'learningRate', 200)).toBe(suggested[id] ?? suggested.default)
    }
    expect(startOf(moved)).toEqual(rosenbrock.starts[0])
    expect(moved).not.toHaveProperty('domain')
  })

  it('keeps region and start under an own formula, and fills in for new parameters', () => {
    const own = withOwnLandscape(withStart(defaultExperiment, 0, 0.7), ownLandscape(['a', 'b', 'c'], 'a^2 + b*c'))
    expect(startOf(own)).toEqual([0.7, 1.3, 1])
    expect(own.domain).toEqual([...defaultExperiment.landscape.thing.domain, [-2, 2]])
    expect(rates(own)).toEqual(rates(defaultExperiment))
  })

  it('duplicates right behind and removes one run alone', () => {
    const names = (experiment: typeof defaultExperiment) => experiment.runs.map(({ optimizer }) => optimizer.thing.id)
    expect(names(withDuplicate(defaultExperiment, 1))).toEqual(['sgd', 'momentum', 'momentum', 'rmsprop', 'adam'])
    expect(names(withoutRun(defaultExperiment, 1))).toEqual(['sgd', 'rmsprop', 'adam'])
    expect(names(withOptimizer(defaultExperiment, 0, momentum))).toEqual(['momentum', 'momentum', 'rmsprop', 'adam'])
  })

  it('sets, changes and takes away the one schedule of a run', () => {
    const [run] = withRun(defaultExperiment, 0, (old) => withSchedule(old, cosine)).runs
    expect(onlySchedule(run)).toEqual({ thing: cosine, values: {} })
    const shorter = withScheduleValue(run, 'length', 50, 200)
    expect(onlySchedule(shorter)?.values).toEqual({ length: 50 })
    expect(onlySchedule(withScheduleValue(shorter, 'length', 200, 200))?.values).toEqual({})
    expect(withSchedule(shorter, undefined).schedule).toEqual([])
  })

  it('leaves a sequence of schedules alone', () => {
    const part = { from: 1, factors: [{ thing: cosine, values: {} }] }
    const run = { ...defaultExperiment.runs[0], schedule: [part, { ...part, from: 60 }] }
    expect(onlySchedule(run)).toBeUndefined()
    expect(withScheduleValue(run, 'length', 5, 200)).toBe(run)
  })
})

describe('values that equal their default are not kept', () => {
  const shelves = [...catalogue.optimizers, ...catalogue.schedules, ...catalogue.landscapes]
  it.each(shelves.map((thing) => ({ id: thing.id, thing })))('of $id', ({ thing: { hyperparameters } }) => {
    for (const name of Object.keys(hyperparameters)) {
      const byDefault = valueOf(hyperparameters, {}, name, 123)
      expect(withValue(hyperparameters, { [name]: 7 }, name, byDefault, 123)).toEqual({})
      expect(withValue(hyperparameters, {}, name, 0.123456, 123)).toEqual({ [name]: 0.123456 })
    }
  })
})
