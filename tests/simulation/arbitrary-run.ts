import fc from 'fast-check'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { number, type Hyperparameters, type Values } from '../../src/declare/hyperparameter.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import type { Modifier } from '../../src/declare/modifier.ts'
import type { Optimizer } from '../../src/declare/optimizer.ts'
import type { Schedule } from '../../src/declare/schedule.ts'
import type { Run, SchedulePart, Setting } from '../../src/simulation/experiment.ts'
import { anyNumber } from '../formula/arbitrary-graph.ts'
import { arbitraryText, type Words } from './arbitrary-text.ts'

const label = { en: 'x', 'zh-Hant': 'x', 'zh-Hans': 'x' }
const nameless = { name: label, summary: label, references: [] }
const numbers: Hyperparameters = {
  a: number('a', 0.5, { label, range: [0, 1] }),
  b: number('b', 2, { label, range: [0, 1] }),
}
const milestones: Hyperparameters[string] = { kind: 'list', symbol: 'M', label, default: [2, 5, 5, NaN], valid: {} }
const rated: Hyperparameters = {
  ...numbers,
  learningRate: number('η', 0.1, { label, range: [0, 1] }),
  momentum: number('μ', 0.9, { label, range: [0, 1], role: 'momentum' }),
  milestones,
}

/** Moderate mostly, so that runs live on for some steps; anything else now and then. */
const value: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.nat(1_000_000).map((n) => n / 1e6) },
  { weight: 1, arbitrary: anyNumber },
)

const values = (names: readonly string[]): fc.Arbitrary<Values> =>
  fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }) as fc.Arbitrary<Values>

const text = (words: Words, depth: number) => arbitraryText({ scalars: [], vectors: [], columns: [], ...words }, depth)

const timely = ['t', 'steps', 'learningRate', 'a', 'b']

const landscape: fc.Arbitrary<Setting<Landscape>> = fc
  .record({
    plain: text({ scalars: ['w1', 'w2', 'a', 'b', 't'] }, 3).scalar,
    data: text({ scalars: ['w1', 'w2', 'a', 't'], columns: ['x1', 'y'], chance: true }, 3).column,
    onData: fc.boolean(),
    samples: fc.integer({ min: 1, max: 4 }),
    values: values(['a', 'b']),
  })
  .map(({ plain, data, onData, samples, values: chosen }) => {
    const columns = { x1: [0.5, -1, 2, 3].slice(0, samples), y: [1, 0, -2, 0.25].slice(0, samples) }
    const thing = onData
      ? ownLandscape(['w1', 'w2'], `loss = mean(${data}) + ${plain}`, columns)
      : ownLandscape(['w1', 'w2'], plain)
    return { thing: { ...thing, hyperparameters: numbers }, values: chosen }
  })

/** What every program of the step may say. */
const everything: Words = {
  scalars: [...timely, 's', 'k'],
  vectors: ['theta', 'g', 'v'],
  lists: ['milestones'],
  chance: true,
  loss: true,
}
/** What is known before the run starts. */
const beforehand: Words = { scalars: [...timely, 'k'], lists: ['milestones'] }

const optimizer: fc.Arbitrary<Setting<Optimizer>> = fc
  .record({
    k: text(beforehand, 3).scalar,
    s: text(everything, 3).scalar,
    v: text(everything, 3).vector,
    step: text({ ...everything, scalars: [...timely, 's', 'k', 'momentum'] }, 3).vector,
    order: fc.constantFrom([0, 1, 2], [2, 1, 0], [1, 2, 0]),
    initial: fc.constantFrom<Record<string, number | string>>(
      { k: 0, s: 1, v: '-0*theta' },
      { k: 'a', s: 'learningRate', v: 'theta' },
      { k: 'infinity', s: 'steps', v: 'b/theta' },
    ),
    values: values(['a', 'b', 'learningRate', 'momentum']),
  })
  .map(({ k, s, v, step, order, initial, values: chosen }) => {
    const lines = [`k = ${k}`, `s = ${s}`, `v = ${v}`]
    const program = [...order.map((i) => lines[i]), `theta = theta - learningRate*(${step})`].join('\n')
    const thing: Optimizer = {
      ...nameless,
      id: 'any',
      family: 'gradient',
      hyperparameters: rated,
      state: initial,
      momentumState: ['v'],
      program,
    }
    return { thing, values: chosen }
  })

const schedule: fc.Arbitrary<Setting<Schedule>> = fc
  .record({
    rate: text({ scalars: [...timely, 'k', 'loss'] }, 2).scalar,
    momentum: text({ scalars: [...timely, 'momentum'] }, 1).scalar,
    k: text({ scalars: [...timely, 'k', 'momentum'] }, 2).scalar,
    says: fc.boolean(),
    values: values(['a', 'b']),
  })
  .map(({ rate, momentum, k, says, values: chosen }) => {
    const program = `k = ${k}\n${says ? `momentum = ${momentum}\n` : ''}learningRate = ${rate}`
    return {
      thing: { ...nameless, id: 'any', hyperparameters: numbers, state: { k: 'learningRate' }, program },
      values: chosen,
    }
  })

const sequence: fc.Arbitrary<SchedulePart[]> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<SchedulePart[]>([]) },
  { weight: 1, arbitrary: fc.array(schedule, { minLength: 1, maxLength: 2 }).map((factors) => [{ from: 1, factors }]) },
  {
    weight: 1,
    arbitrary: fc.tuple(schedule, schedule).map(([first, second]) => [
      { from: 1, factors: [first] },
      { from: 3, factors: [second] },
    ]),
  },
)

const modifier: fc.Arbitrary<Setting<Modifier>> = fc
  .record({
    when: fc.constantFrom('before' as const, 'after' as const),
    g: text({ ...everything, scalars: timely, vectors: ['theta', 'g', 'slow'], lists: [] }, 2).vector,
    theta: text({ ...everything, scalars: timely, vectors: ['theta', 'g', 'slow'], lists: [] }, 2).vector,
    buffer: text({ scalars: timely, vectors: ['buffer', 'theta'] }, 1).vector,
    each: fc.boolean(),
    values: values(['a', 'b']),
  })
  .map(({ when, g, theta, buffer, each, values: chosen }) => {
    const program =
      when === 'before' ? `g = ${g}\nslow = slow + a*g` : `slow = ${theta}\ntheta = where(mod(t, 2) == 0, slow, theta)`
    const eachMomentum = { state: { kept: 1 }, program: `kept = ${buffer}\nbuffer = kept + b` }
    const thing: Modifier = {
      ...nameless,
      id: `any-${when}`,
      hyperparameters: numbers,
      when,
      state: { slow: 'theta' },
      program,
    }
    return { thing: when === 'after' && each ? { ...thing, eachMomentum } : thing, values: chosen }
  })

export interface ArbitraryRun {
  landscape: Setting<Landscape>
  run: Run
  start: [number, number]
  steps: number
  seed: number
}

/** Whole runs of random programs: an optimizer, and often a schedule and modifiers, on a random loss with random hyperparameters. */
export const arbitraryRun: fc.Arbitrary<ArbitraryRun> = fc
  .record({
    landscape,
    optimizer,
    schedule: sequence,
    modifiers: fc.oneof(
      { weight: 2, arbitrary: fc.constant([]) },
      { weight: 1, arbitrary: fc.array(modifier, { maxLength: 2 }) },
    ),
    start: fc.tuple(value, value),
    steps: fc.constantFrom(3, 6, 36),
    seed: fc.nat(2 ** 40),
  })
  .map(({ landscape: surface, optimizer: one, schedule: parts, modifiers, ...rest }) => ({
    landscape: surface,
    run: { optimizer: one, schedule: parts, modifiers },
    ...rest,
  }))

/** Other numbers for the same programs. */
export const otherValues: fc.Arbitrary<Values> = values(['a', 'b', 'learningRate'])
