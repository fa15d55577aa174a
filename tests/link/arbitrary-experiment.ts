import fc from 'fast-check'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { ownModifier, ownOptimizer, ownSchedule, type OwnProgram } from '../../src/catalogue/own-program.ts'
import type { ProgramKind } from '../../src/catalogue/program-names.ts'
import { valueProblem } from '../../src/declare/check-value.ts'
import type { Entry } from '../../src/declare/entry.ts'
import type { Hyperparameter, HyperparameterValue, Valid, Values } from '../../src/declare/hyperparameter.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import type { Modifier } from '../../src/declare/modifier.ts'
import type { Optimizer } from '../../src/declare/optimizer.ts'
import type { Schedule } from '../../src/declare/schedule.ts'
import { initialValue } from '../../src/link/leading-parentheses.ts'
import type { Experiment, Run, SchedulePart, ScheduleProduct, Setting } from '../../src/simulation/experiment.ts'
import { arbitraryExpression } from '../formula/arbitrary-expression.ts'
import { printExpression } from '../../src/formula/print.ts'
import { checkLoss, shelves } from './shelves.ts'

/** Finite numbers of every size and sign, -0 included. */
const finite = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -100, max: 100 }).map((n) => n / 8),
  fc.constantFrom(0, -0, 5e-324, 1e21, 1e-7, 123456.789, 0.1 + 0.2, 1e6, 1e-4, Number.MAX_VALUE),
)

function numberIn({ least = -1e9, most = 1e9 }: Valid): fc.Arbitrary<number> {
  return fc.oneof(
    finite.map((x) => Math.abs(x)),
    fc.double({ min: least, max: most, noNaN: true }),
    fc.integer({ min: Math.ceil(least), max: Math.floor(most) }),
  )
}

function valueOf(declared: Hyperparameter): fc.Arbitrary<HyperparameterValue> {
  switch (declared.kind) {
    case 'choice':
      return fc.constantFrom(...declared.choices.map((entry) => entry.id))
    case 'list':
      return fc.array(numberIn(declared.valid).filter(accepted(declared)), { maxLength: 4 })
    case 'number':
      return fc
        .oneof(numberIn(declared.valid), numberIn(declared.valid).map(Math.round))
        .filter((value) => valueProblem('x', declared, value) === undefined)
  }
}

const accepted = (declared: Hyperparameter) => (value: number) => valueProblem('x', declared, [value]) === undefined

function settingOf<Thing extends Entry>(shelf: readonly Thing[]): fc.Arbitrary<Setting<Thing>> {
  return fc.constantFrom(...shelf).chain((thing) =>
    fc
      .record(Object.fromEntries(Object.entries(thing.hyperparameters).map(([name, h]) => [name, valueOf(h)])), {
        requiredKeys: [],
      })
      .map((values) => ({ thing, values: values as Values })),
  )
}

/** An own program of each kind, each with a name of its own; numbers are any. */
const programs: fc.Arbitrary<Programs> = fc
  .record({
    a: finite,
    b: finite,
    initial: fc.oneof(finite, fc.constantFrom('theta', 'a*learningRate', 'infinity', '0')),
  })
  .map(({ a, b, initial }) => {
    const state = { m: typeof initial === 'string' ? initialValue(initial) : initial }
    const own = (kind: ProgramKind, name: string, text: string, constants: OwnProgram['constants']) => ({
      kind,
      name,
      text,
      constants,
      state,
    })
    return {
      optimizers: [
        ownOptimizer(own('optimizer', 'mine', 'm = a*m + (1 - a)*g\ntheta = theta - learningRate*m', { a })),
        ownOptimizer({ ...own('optimizer', 'Plain_2', 'theta = theta - learningRate*g', {}), state: {} }),
        ownOptimizer(
          own('optimizer', 'cases', 'm = where(t > 1 and not a, m, g*b)\ntheta = theta - learningRate*m', { a, b }),
        ),
      ],
      schedules: [ownSchedule({ ...own('schedule', 'falling', 'learningRate = learningRate*a^t', { a }), state: {} })],
      modifiers: [
        ownModifier(own('before', 'smooth-g', 'm = a*m + b*g\ng = m', { a, b })),
        ownModifier({ ...own('after', 'halfway', 'theta = (theta + before)/2', {}), state: {} }),
      ],
    }
  })

interface Programs {
  optimizers: Optimizer[]
  schedules: Schedule[]
  modifiers: Modifier[]
}

const runsWith = (own: Programs): fc.Arbitrary<Run> => {
  const product = fc.array(settingOf([...shelves.schedules, ...own.schedules]), { minLength: 1, maxLength: 3 })
  return fc.record(
    {
      optimizer: fc.oneof(
        { weight: 2, arbitrary: settingOf(shelves.optimizers) },
        { weight: 1, arbitrary: settingOf(own.optimizers) },
      ),
      schedule: scheduleOf(product),
      modifiers: fc.array(settingOf([...shelves.modifiers, ...own.modifiers]), { maxLength: 3 }),
      seed: fc.maxSafeNat(),
      hidden: fc.boolean(),
    },
    { requiredKeys: ['optimizer', 'schedule', 'modifiers'] },
  )
}

const scheduleOf = (product: fc.Arbitrary<ScheduleProduct>): fc.Arbitrary<SchedulePart[]> =>
  fc.oneof(
    fc.constant<SchedulePart[]>([]),
    product.map((factors) => [{ from: 1, factors }]),
    fc
      .tuple(
        fc.uniqueArray(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 4 }),
        fc.array(product, { minLength: 4, maxLength: 4 }),
      )
      .map(([froms, products]) => froms.sort((a, b) => a - b).map((from, k) => ({ from, factors: products[k] }))),
  )

/** Losses of every shape: one expression, a program, names beyond ASCII, columns of data. */
const own: fc.Arbitrary<Landscape> = fc.oneof(
  arbitraryExpression
    .map((loss) => ownLandscape(['x', 'y'], printExpression(loss)))
    .filter((landscape) => checkLoss(landscape) === undefined),
  fc.constantFrom(
    ownLandscape(['x', 'y'], 'x^2 - y^2'),
    ownLandscape(['w1', 'w2'], '(1 - w1*w2)^2'),
    ownLandscape(['beta1', '權重'], 'where(beta1 < 0 and 權重 >= 1, exp(-beta1), 權重^2)'),
    ownLandscape(['a', 'b', 'c'], 'r = a^2 + b^2\n\nloss = log(1 + r) + c^2*(a == b)'),
    ownLandscape(['w1', 'w2'], 'mean((w1*x1 + w2*x2 - y)^2)', shelves.landscapes.find((entry) => entry.data)?.data),
  ),
)

const landscape: fc.Arbitrary<Setting<Landscape>> = fc.oneof(
  { weight: 3, arbitrary: settingOf(shelves.landscapes) },
  { weight: 1, arbitrary: own.map((thing) => ({ thing, values: {} })) },
  {
    weight: 1,
    arbitrary: fc.record({ a: finite, 'β₁': finite, value: finite }).map(({ a, 'β₁': beta1, value }) => ({
      thing: ownLandscape(['x', 'y'], '(a - x)^2 + beta1*(y - x^2)^2', undefined, { a, beta1 }),
      values: (value > 0 ? { a: value } : {}) as Values,
    })),
  },
)

const side = fc
  .tuple(finite, finite)
  .filter(([a, b]) => a !== b && Number.isFinite(a - b))
  .map(([a, b]): [number, number] => (a < b ? [a, b] : [b, a]))

/** Any experiment that the page could hold. */
export const arbitraryExperiment: fc.Arbitrary<Experiment> = fc.tuple(landscape, programs).chain(([setting, own]) => {
  const size = setting.thing.parameters.length
  const exactly = { minLength: size, maxLength: size }
  return fc.record(
    {
      landscape: fc.constant(setting),
      domain: fc.oneof(fc.array(side, exactly), fc.constant(setting.thing.domain)),
      starts: fc.oneof(
        fc.array(fc.array(finite, exactly), { maxLength: 3 }),
        fc.constant(setting.thing.starts.slice(0, 1)),
      ),
      runs: fc.array(runsWith(own), { maxLength: 5 }),
      steps: fc.oneof(fc.constant(200), fc.integer({ min: 1, max: 100_000 })),
      seed: fc.oneof(fc.constant(1), fc.maxSafeNat()),
    },
    { requiredKeys: ['landscape', 'starts', 'runs', 'steps', 'seed'] },
  )
})
