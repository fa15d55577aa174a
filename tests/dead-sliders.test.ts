import { describe, expect, test } from 'vitest'
import { LossEvaluator } from '../src/analysis/loss-evaluator.ts'
import { catalogue } from '../src/catalogue/catalogue.ts'
import { defaultValue } from '../src/declare/default-value.ts'
import type { Entry } from '../src/declare/entry.ts'
import type { Hyperparameter, HyperparameterValue, Values } from '../src/declare/hyperparameter.ts'
import type { Landscape } from '../src/declare/landscape.ts'
import type { Modifier } from '../src/declare/modifier.ts'
import type { Schedule } from '../src/declare/schedule.ts'
import type { Run } from '../src/simulation/experiment.ts'
import type { Trajectory } from '../src/simulation/trajectory.ts'
import { bare, plain, suggested } from './shelf-run.ts'

const { landscapes, optimizers, schedules } = catalogue
const everything = Object.entries(catalogue).flatMap(([shelf, entries]) =>
  entries.map((entry: Entry) => ({ shelf, id: entry.id, entry })),
)
const hyperparameters = everything.flatMap(({ shelf, id, entry }) =>
  Object.entries(entry.hyperparameters).map(([name, declared]) => ({ shelf, id, name, declared, entry })),
)

/** Whether two trajectories differ in some bit of θ, the rate or a state. */
function differs(a: Trajectory, b: Trajectory): boolean {
  const rows = ({ theta, learningRate, states }: Trajectory) => [
    theta,
    learningRate,
    ...Object.values(states ?? {}).map((state) => state.rows),
  ]
  const [ours, theirs] = [rows(a), rows(b)]
  return ours.some((row, k) => row.length !== theirs[k].length || row.some((x, i) => !Object.is(x, theirs[k][i])))
}

/** Other accepted values than the present one. */
function others(declared: Hyperparameter, present: unknown): HyperparameterValue[] {
  if (declared.kind === 'choice') return declared.choices.map((one) => one.id).filter((id) => id !== present)
  if (declared.kind === 'list') return [[3, 7], []]
  const [low, high] = declared.range
  const middle = declared.scale === 'log' ? Math.sqrt(low * high) : (low + high) / 2
  return [middle, high, low]
    .map((value) => (declared.integer ? Math.round(value) : value))
    .filter((value) => value !== present)
}

/** Values under which everything that a thing can do happens within some two hundred steps. */
const lively: Record<string, Values> = {
  asgd: { averagingStart: 20 },
  lion: { learningRate: 0.05 },
  average: { form: 'moving' },
  swats: { switchEpsilon: 0.01, beta2: 0.9 },
  constant: { factor: 0.5 },
  cyclic: { up: 10, down: 15, form: 'exp-range', gamma: 0.9 },
  plateau: { patience: 2, threshold: 0.5, cooldown: 3, factor: 0.7 },
}

describe('no dead sliders', () => {
  const find = (id: string) => landscapes.find((landscape) => landscape.id === id) as Landscape
  const places: [Landscape, readonly number[] | undefined][] = [
    [find('elongated-bowl'), undefined],
    [find('rosenbrock'), undefined],
    // At the saddle itself: only what looks for a way out moves.
    [find('toy-network'), [0, 0]],
  ]
  const halving: Run['schedule'] = [
    {
      from: 1,
      factors: [{ thing: schedules.find(({ id }) => id === 'step') as Schedule, values: { period: 10, gamma: 0.5 } }],
    },
  ]

  for (const { id, name, declared, entry } of hyperparameters.filter(({ shelf }) => shelf === 'optimizers'))
    test(`${id} ${name}`, () => {
      const optimizer = entry as (typeof optimizers)[number]
      const changed = places.some(([landscape, start]) => {
        const values: Values = { learningRate: suggested(landscape, id), ...lively[id] }
        const run = (more: Values) => bare(landscape, plain(optimizer, { ...values, ...more }, halving), 200, start)
        return others(declared, values[name] ?? defaultValue(declared, 200)).some((value) =>
          differs(run({}), run({ [name]: value })),
        )
      })
      expect(changed).toBe(true)
    })

  for (const { id, name, declared, entry } of hyperparameters.filter(({ shelf }) => shelf === 'schedules'))
    test(`${id} ${name}`, () => {
      const values = lively[id] ?? {}
      const momentum = optimizers.find((one) => one.id === 'momentum') as (typeof optimizers)[number]
      const run = (more: Values) => {
        const factors = [{ thing: entry as Schedule, values: { ...values, ...more } }]
        return bare(places[0][0], plain(momentum, { learningRate: 0.01 }, [{ from: 1, factors }]), 200)
      }
      expect(
        others(declared, values[name] ?? defaultValue(declared, 200)).some((value) =>
          differs(run({}), run({ [name]: value })),
        ),
      ).toBe(true)
    })

  for (const { id, name, declared, entry } of hyperparameters.filter(({ shelf }) => shelf === 'modifiers'))
    test(`${id} ${name}`, () => {
      const momentum = optimizers.find((one) => one.id === 'momentum') as (typeof optimizers)[number]
      const run = (more: Values) => {
        const modified: Run = {
          ...plain(momentum, { learningRate: 0.01 }),
          modifiers: [{ thing: entry as Modifier, values: { ...lively[id], ...more } }],
        }
        return bare(places[0][0], modified, 200)
      }
      expect(
        others(declared, lively[id]?.[name] ?? defaultValue(declared, 200)).some((value) =>
          differs(run({}), run({ [name]: value })),
        ),
      ).toBe(true)
    })

  for (const { id, name, declared, entry } of hyperparameters.filter(({ shelf }) => shelf === 'landscapes'))
    test(`${id} ${name}`, () => {
      const thing = entry as Landscape
      const { domain } = thing
      // Not on the round numbers where a wave may just be zero.
      const lattice = Float64Array.from({ length: 100 * domain.length }, (_, k) => {
        const [low, high] = domain[k % domain.length]
        return low + (high - low) * ((0.618034 * (k + 1)) % 1)
      })
      const loss = (values: Values) => new LossEvaluator({ thing, values }).loss(lattice)
      const run = plain(optimizers[0], { learningRate: suggested(thing, 'sgd') })
      const changes = (values: Values) =>
        loss(values).some((x, k) => !Object.is(x, loss({})[k])) ||
        differs(bare(thing, run, 200), bare(thing, run, 200, undefined, values))
      expect(others(declared, defaultValue(declared, 200)).some((value) => changes({ [name]: value }))).toBe(true)
    })

  test.each(schedules)('$id leaves the run’s own learning rate alive', (thing) => {
    const under = (learningRate: number) =>
      bare(places[0][0], plain(optimizers[0], { learningRate }, [{ from: 1, factors: [{ thing, values: {} }] }]))
        .learningRate
    expect(Math.max(...under(0.02))).toBeGreaterThan(Math.max(...under(0.01)))
    expect(under(0.02).every((rate) => rate >= 0 && rate <= 0.02 * (1 + 1e-15))).toBe(true)
  })
})
