import { catalogue, type Catalogue } from '../../src/catalogue/catalogue.ts'
import { choice, number, type ListHyperparameter } from '../../src/declare/hyperparameter.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import { modifier } from '../../src/declare/modifier.ts'
import { schedule } from '../../src/declare/schedule.ts'
import { FormulaError } from '../../src/formula/formula-error.ts'
import type { FormulaChecks } from '../../src/link/parse-link.ts'
import { lossGraph } from '../../src/simulation/loss-graph.ts'
import { stepProgram } from '../../src/simulation/step-program.ts'

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en })
const named = { name: text('trial'), summary: text('A trial.'), references: [], state: {} }

const milestones: ListHyperparameter = {
  kind: 'list',
  symbol: 'n',
  label: text('milestones'),
  default: [30, 60],
  valid: { least: 1 },
}

/** The catalogue with a thing of every shape a link can hold: choices, lists, whole numbers, defaults in `steps`. */
export const shelves: Catalogue = {
  ...catalogue,
  schedules: [
    ...catalogue.schedules,
    schedule({
      ...named,
      id: 'trial-milestones',
      hyperparameters: {
        milestones,
        gamma: number('γ', 0.1, { label: text('factor'), range: [0, 1], valid: { least: 0, openLeast: true } }),
        length: number('n', 'steps/4', { label: text('length'), range: [1, 1000], valid: { least: 0 } }),
      },
      program: 'learningRate = learningRate*gamma^count(milestones, t)',
    }),
  ],
  modifiers: [
    ...catalogue.modifiers,
    modifier({
      ...named,
      id: 'trial-lookahead',
      when: 'after',
      hyperparameters: {
        k: number('k', 5, { label: text('k'), range: [1, 50], integer: true, valid: { least: 1 } }),
        alpha: number('α', 0.5, { label: text('alpha'), range: [0, 1], valid: { least: 0, most: 1 } }),
        inner: choice('inner', text('inner state'), [
          { id: 'keep', label: text('kept') },
          { id: 'pull-back', label: text('pulled back') },
        ]),
      },
      program: 'theta = theta',
    }),
    modifier({ ...named, id: 'trial-sign', when: 'before', hyperparameters: {}, program: 'g = sign(g)' }),
  ],
}

/** What is wrong with a loss, in a sentence. */
export function checkLoss(thing: Landscape): string | undefined {
  return problemOf(() => lossGraph({ thing, values: {} }))
}

/** What is wrong with anything that a person typed, as the page says it. */
export const checks: FormulaChecks = {
  loss: checkLoss,
  run: (landscape, run) => problemOf(() => stepProgram(landscape, run)),
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof FormulaError) return error.message
    throw error
  }
}
