import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/catalogue/catalogue.ts'
import { ownLandscape } from '../src/catalogue/own-landscape.ts'
import type { Values } from '../src/declare/hyperparameter.ts'
import type { Landscape } from '../src/declare/landscape.ts'
import type { Run } from '../src/simulation/experiment.ts'
import { simulateRun } from '../src/simulation/simulate.ts'
import { readGolden } from './golden-adapter.ts'

interface LectureTrajectory {
  surface: string
  optimizer: string
  hyper: { lr: number; wd?: number; final_lr?: number }
  start: number[]
  /** By step: x, y, loss. */
  at: Record<string, [number, number, number]>
  /** Step at which SWATS switched, null where it never did. */
  swats_switch?: number | null
}

const tolerance = 1e-6

/** Where two right implementations part by more, and why. */
const wider: Record<string, number> = {
  // PyTorch's RAdam, and so ours, adds ε before the bias correction; on the plateau the gradient is hardly larger than ε.
  'radam on mse': 1e-3,
  'radam_skip on mse': 1e-3,
  // Bounces from wall to wall for a thousand steps, and amplifies rounding.
  'nadam on rosen': 1e-3,
}

/** Steps compared, where not all: the reference's SWATS does not switch before step 50, a rule that is in no paper. */
const upTo: Record<string, number> = { 'swats on toy': 20 }

const shelved = <Thing extends { id: string }>(shelf: readonly Thing[], id: string): Thing => {
  const thing = shelf.find((entry) => entry.id === id)
  if (!thing) throw new Error(`Nothing on the shelf is called ${id}.`)
  return thing
}

const surfaces: Record<string, Landscape> = {
  quad20: ownLandscape(['x', 'y'], '(x^2 + 20*y^2)/2'),
  toy: shelved(catalogue.landscapes, 'toy-network'),
  rosen: shelved(catalogue.landscapes, 'rosenbrock'),
  mse: shelved(catalogue.landscapes, 'softmax-mse'),
}

const epsilon = 1e-8

/** Our optimizer, its values and modifiers, for each of the names in the file. */
const mapped: Record<
  string,
  (hyper: LectureTrajectory['hyper']) => { id: string; values?: Values; modifiers?: [string, Values][] }
> = {
  sgd: () => ({ id: 'sgd' }),
  sgdm: () => ({ id: 'momentum', values: { form: 'lecture' } }),
  nag: () => ({ id: 'nesterov-lookahead' }),
  sgdwm: ({ wd = 0 }) => ({ id: 'sgdw', values: { decay: wd } }),
  adagrad: () => ({ id: 'adagrad', values: { epsilon } }),
  adagrad_rms: () => ({ id: 'adagrad-rms' }),
  rmsprop: () => ({ id: 'rmsprop-lecture' }),
  adam: () => ({ id: 'adam' }),
  adam_l2: ({ wd = 0 }) => ({ id: 'adam', modifiers: [['l2', { decay: wd }]] }),
  adamw: ({ wd = 0 }) => ({ id: 'adamw', values: { decay: wd } }),
  nadam: () => ({ id: 'nadam', values: { form: 'lecture' } }),
  amsgrad_slide: () => ({ id: 'amsgrad', values: { form: 'paper' } }),
  amsgrad_torch: () => ({ id: 'amsgrad' }),
  adabound: ({ final_lr = 0.1 }) => ({ id: 'adabound', values: { finalLearningRate: final_lr } }),
  radam: () => ({ id: 'radam', values: { threshold: '4' } }),
  radam_skip: () => ({ id: 'radam', values: { threshold: '4', early: 'skip' } }),
  swats: () => ({ id: 'swats', values: { epsilon, criterion: 'relative', switchEpsilon: 0.01 } }),
  lookahead_sgd: () => ({ id: 'sgd', modifiers: [['lookahead', {}]] }),
  lookahead_adam: () => ({ id: 'adam', modifiers: [['lookahead', {}]] }),
}

describe('every optimizer as taught, on the four surfaces of the lecture', () => {
  const references = readGolden<LectureTrajectory[]>('lecture-trajectories.json')

  test('none is left out', () => {
    expect(references).toHaveLength(76)
    expect(references.map(({ optimizer }) => optimizer).filter((name) => !Object.hasOwn(mapped, name))).toEqual([])
  })

  test.each(references)('$optimizer on $surface', ({ surface, optimizer, hyper, start, at }) => {
    const { id, values, modifiers = [] } = mapped[optimizer](hyper)
    const run: Run = {
      optimizer: { thing: shelved(catalogue.optimizers, id), values: { learningRate: hyper.lr, ...values } },
      schedule: [],
      modifiers: modifiers.map(([name, set]) => ({ thing: shelved(catalogue.modifiers, name), values: set })),
    }
    const steps = Math.max(...Object.keys(at).map(Number))
    const landscape = { thing: surfaces[surface], values: {} }
    const { theta, loss } = simulateRun({ landscape, starts: [start], runs: [run], steps, seed: 1 }, run)
    const name = `${optimizer} on ${surface}`
    for (const [step, reference] of Object.entries(at)) {
      const k = Number(step)
      if (k > (upTo[name] ?? Infinity)) continue
      const ours = [theta[2 * k], theta[2 * k + 1], loss[k]]
      reference.forEach((value, i) =>
        expect(Math.abs(ours[i] - value), `step ${step}`).toBeLessThanOrEqual(
          (wider[name] ?? tolerance) * Math.max(1, Math.abs(value)),
        ),
      )
    }
  })
})
