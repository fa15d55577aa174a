import { describe, expect, it } from 'vitest'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { momentum } from '../../src/optimizers/momentum.ts'
import { rosenbrock } from '../../src/landscapes/rosenbrock.ts'
import { clipNorm } from '../../src/modifiers/clip-norm.ts'
import { l2 } from '../../src/modifiers/l2.ts'
import { lookahead } from '../../src/modifiers/lookahead.ts'
import {
  startOf,
  withAddedModifier,
  withAddedRun,
  withDuplicate,
  withLandscape,
  withModifierAt,
  withModifierValue,
  withOptimizer,
  withoutModifier,
  withoutRun,
  withOwnLandscape,
  withStart,
} from '../../src/panels/experiment-edits.ts'
import { valueOf, withValue } from '../../src/panels/hyperparameter-values.ts'
import type { Run } from '../../src/simulation/experiment.ts'
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
    expect(startOf(own)).toEqual([0.7, startOf(defaultExperiment)[1], 1])
    expect(own.domain).toEqual([...defaultExperiment.landscape.thing.domain, [-2, 2]])
    expect(rates(own)).toEqual(rates(defaultExperiment))
  })

  it('duplicates right behind and removes one run alone', () => {
    const names = (experiment: typeof defaultExperiment) => experiment.runs.map(({ optimizer }) => optimizer.thing.id)
    expect(names(withDuplicate(defaultExperiment, 1))).toEqual(['sgd', 'momentum', 'momentum', 'rmsprop', 'adam'])
    expect(names(withoutRun(defaultExperiment, 1))).toEqual(['sgd', 'rmsprop', 'adam'])
    expect(names(withOptimizer(defaultExperiment, 0, momentum))).toEqual(['momentum', 'momentum', 'rmsprop', 'adam'])
  })

  it('adds, changes and removes modifiers, and moves one in the order in which they act', () => {
    const [run] = defaultExperiment.runs
    const ids = ({ modifiers }: Run) => modifiers.map(({ thing }) => thing.id)
    const three = [l2, clipNorm, lookahead].reduce(withAddedModifier, run)
    expect(ids(three)).toEqual(['l2', 'clip-norm', 'lookahead'])
    expect(ids(withModifierAt(three, 0, 1))).toEqual(['clip-norm', 'l2', 'lookahead'])
    expect(ids(withModifierAt(three, 2, 0))).toEqual(['lookahead', 'l2', 'clip-norm'])
    expect(withModifierAt(three, 0, -1)).toBe(three)
    expect(withModifierAt(three, 2, 3)).toBe(three)
    expect(ids(withoutModifier(three, 1))).toEqual(['l2', 'lookahead'])

    const slower = withModifierValue(three, 2, 'k', 9, 200)
    expect(slower.modifiers.map(({ values }) => values)).toEqual([{}, {}, { k: 9 }])
    expect(withModifierValue(slower, 2, 'k', 5, 200).modifiers[2].values).toEqual({})
  })

  it('adds no more modifiers than a link may hold', () => {
    const full = Array.from({ length: 16 }, () => l2).reduce(withAddedModifier, defaultExperiment.runs[0])
    expect(full.modifiers.length).toBe(16)
    expect(withAddedModifier(full, l2)).toBe(full)
  })
})

describe('values that equal their default are not kept', () => {
  const shelves = [...catalogue.optimizers, ...catalogue.schedules, ...catalogue.modifiers, ...catalogue.landscapes]
  it.each(shelves.map((thing) => ({ id: thing.id, thing })))('of $id', ({ thing: { hyperparameters } }) => {
    for (const name of Object.keys(hyperparameters)) {
      const byDefault = valueOf(hyperparameters, {}, name, 123)
      expect(withValue(hyperparameters, { [name]: 7 }, name, byDefault, 123)).toEqual({})
      expect(withValue(hyperparameters, {}, name, 0.123456, 123)).toEqual({ [name]: 0.123456 })
    }
  })
})
