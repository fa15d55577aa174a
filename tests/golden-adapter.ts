import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownLandscape } from '../src/catalogue/own-landscape.ts'
import type { Hyperparameters, HyperparameterValue, Values } from '../src/declare/hyperparameter.ts'
import type { Domain, Landscape } from '../src/declare/landscape.ts'
import type { Modifier } from '../src/declare/modifier.ts'
import type { Optimizer } from '../src/declare/optimizer.ts'
import type { Schedule } from '../src/declare/schedule.ts'
import type { Run, SchedulePart, Setting } from '../src/simulation/experiment.ts'

/** `[name, arguments]` as PyTorch has them; a sequence and a chain hold others. */
export interface GoldenSchedule {
  name: string
  args: Record<string, unknown>
}

/** One reference trajectory, by PyTorch 2.13 in float64 or transcribed from a paper; `theta[k − 1]` is θ after step k. */
export interface GoldenCase {
  id: string
  optimizer: string
  landscape: string
  hyper: Record<string, unknown>
  theta0: number[]
  theta: number[][]
  loss: Record<string, number>
  state: Record<string, Record<string, number | number[]>>
  compare_steps: number
  tolerance: number
  early_tolerance: number
  state_tolerance: number
  schedule?: GoldenSchedule
  lr?: number[]
}

/** What of ours can be used: the shelves, or more. */
export interface Shelf {
  optimizers: readonly Optimizer[]
  schedules: readonly Schedule[]
  modifiers: readonly Modifier[]
}

/** The folder the reference data is read from. */
export const goldenFolder = process.env.GOLDEN_DIR ?? fileURLToPath(new URL('golden', import.meta.url))

/** One file of the reference data. */
export function readGolden<Content>(file: string): Content {
  return JSON.parse(readFileSync(join(goldenFolder, file), 'utf8')) as Content
}

interface GoldenLandscape {
  id: string
  formula: string
  domain: Domain
}

/** The reference landscapes in our language, by id. */
export function goldenLandscapes(): Map<string, Landscape> {
  const { landscapes } = readGolden<{ landscapes: GoldenLandscape[] }>('landscapes.json')
  return new Map(
    landscapes.map(({ id, formula, domain }) => [id, { ...ownLandscape(['x', 'y'], ownFormula(formula)), domain }]),
  )
}

/** `…, p = softmax(a, b, c)` becomes shares; `−log(p1)` becomes the logsumexp that does not cancel. */
function ownFormula(formula: string): string {
  const [, loss, listed] = /^(.*), p = softmax\((.*)\)$/.exec(formula) ?? [undefined, formula]
  if (listed === undefined) return loss
  const logits = listed.split(', ')
  const others = (k: number) => logits.filter((_, j) => j !== k)
  const shares = logits.map((own, k) => `p${k + 1} = share(${[own, ...others(k)].join(', ')})`)
  const direct = loss.replace(/-log\(p(\d)\)/g, (_, digit: string) => {
    const k = Number(digit) - 1
    return `logsumexp(0, ${others(k)
      .map((other) => `${other} - ${logits[k]}`)
      .join(', ')})`
  })
  return [...shares, `loss = ${direct}`].join('\n')
}

type Named = readonly [id: string, values: Values]

interface Wanted {
  optimizer: Named
  modifiers: readonly Named[]
  /** Our state by PyTorch's name. */
  states: Readonly<Record<string, string>>
  schedule?: GoldenSchedule
}

/** A reference case as one of our runs, or the names of what is not on the shelf yet. */
export type Mapped = { run: Run; states: Readonly<Record<string, string>> } | { missing: string[] }

/** Finds the things on the shelf that do what PyTorch's class (or the paper's algorithm) does. */
export function goldenRun(golden: Pick<GoldenCase, 'optimizer' | 'hyper' | 'schedule'>, shelf: Shelf): Mapped {
  const wanted = wantedBy(golden.optimizer, golden.hyper)
  if (wanted === undefined) return { missing: [golden.optimizer] }
  const missing: string[] = []
  const planned = wanted.schedule ?? golden.schedule
  const schedule = planned === undefined ? [] : scheduleParts(planned, shelf, missing)
  const rate = planned === undefined ? undefined : planned.args.max_lr
  const [id, values] = wanted.optimizer
  const own = rate === undefined ? values : { ...values, learningRate: rate as number }
  const optimizer = setting(shelf.optimizers, 'optimizer', [id, own], missing)
  const modifiers = wanted.modifiers.flatMap((named) => setting(shelf.modifiers, 'modifier', named, missing) ?? [])
  if (optimizer === undefined || missing.length > 0) return { missing }
  return { run: { optimizer, schedule, modifiers }, states: wanted.states }
}

function wantedBy(name: string, hyper: Record<string, unknown>): Wanted | undefined {
  const h = hyper as Record<string, number>
  const yes = (flag: unknown) => (flag === true ? 'yes' : 'no')
  const decoupled = name === 'AdamW' || hyper.decoupled_weight_decay === true
  const modifiers: Named[] = h.weight_decay ? [[decoupled ? 'decoupled-decay' : 'l2', { decay: h.weight_decay }]] : []
  const learningRate = h.lr
  const epsilon = h.eps
  switch (name) {
    case 'SGD': {
      if (h.momentum === 0) return { optimizer: ['sgd', { learningRate }], modifiers, states: {} }
      const values: Values = { learningRate, momentum: h.momentum }
      const optimizer: Named = hyper.nesterov
        ? ['nesterov', values]
        : ['momentum', { ...values, dampening: h.dampening }]
      return { optimizer, modifiers, states: { momentum_buffer: 'v' } }
    }
    case 'Adagrad': {
      const more = { learningRateDecay: h.lr_decay, initialAccumulator: h.initial_accumulator_value }
      return { optimizer: ['adagrad', { learningRate, epsilon, ...more }], modifiers, states: { sum: 's' } }
    }
    case 'RMSprop': {
      const values: Values = { learningRate, epsilon, alpha: h.alpha, momentum: h.momentum }
      const states = { square_avg: 'v', grad_avg: 'gMean', momentum_buffer: 'b' }
      return { optimizer: ['rmsprop', { ...values, centered: yes(hyper.centered) }], modifiers, states }
    }
    case 'Adam':
    case 'AdamW': {
      const states = { exp_avg: 'm', exp_avg_sq: 'v', max_exp_avg_sq: 'top' }
      const values = { learningRate, epsilon, ...betas(hyper), ...(hyper.amsgrad ? { amsgrad: 'yes' } : {}) }
      return { optimizer: ['adam', values], modifiers, states }
    }
    case 'lookahead': {
      const inner = wantedBy(String(hyper.inner), hyper) as Wanted
      const values: Values = { k: h.k, alpha: h.alpha, inner: hyper.pullback as string }
      return { optimizer: inner.optimizer, modifiers: [['lookahead', values]], states: {} }
    }
    case 'lecture_adagrad':
      // With the rate falling as 1/√t the roots of means and sums are the same: Adagrad without ε.
      return hyper.decay === true
        ? { optimizer: ['adagrad', { learningRate, epsilon: 0 }], modifiers, states: {} }
        : undefined
    case 'lecture_momentum': {
      // The rate halves after step 100 of 200.
      const schedule: GoldenSchedule = { name: 'StepLR', args: { step_size: 100, gamma: 0.5 } }
      const values: Values = { learningRate, momentum: h.lambda, form: 'lecture' }
      return { optimizer: ['momentum', values], modifiers, states: {}, schedule }
    }
    case 'nag_lookahead':
      return { optimizer: ['nesterov-lookahead', { learningRate, momentum: h.lambda }], modifiers, states: {} }
    case 'sgdw': {
      const values: Values = { learningRate, momentum: h.momentum, form: 'lecture' }
      return { optimizer: ['momentum', values], modifiers: [['decoupled-decay', { decay: h.weight_decay }]], states: {} }
    }
    default:
      return undefined
  }
}

function betas(hyper: Record<string, unknown>): Values {
  const [beta1, beta2] = hyper.betas as number[]
  return { beta1, beta2 }
}

/** PyTorch's scheduler as a sequence of products of ours; what is not on the shelf is added to `missing`. */
export function scheduleParts(golden: GoldenSchedule, shelf: Shelf, missing: string[]): SchedulePart[] {
  const inner = () => (golden.args.schedulers as [string, Record<string, unknown>][]).map(([name, args]) => ({ name, args }))
  const factor = (one: GoldenSchedule) =>
    setting(shelf.schedules, 'schedule', scheduleSetting(one), missing) ?? []
  if (golden.name === 'SequentialLR') {
    const begins = [0, ...(golden.args.milestones as number[])]
    return inner().map((one, k) => ({ from: begins[k] + 1, factors: [factor(one)].flat() }))
  }
  const factors = golden.name === 'ChainedScheduler' ? inner().flatMap(factor) : [factor(golden)].flat()
  return [{ from: 1, factors }]
}

function scheduleSetting({ name, args }: GoldenSchedule): Named {
  const a = args as Record<string, number>
  const yes = (flag: unknown) => (flag === true ? 'yes' : 'no')
  switch (name) {
    case 'StepLR':
      return ['step', { period: a.step_size, gamma: a.gamma }]
    case 'ConstantLR':
      return ['constant', { factor: a.factor, length: a.total_iters }]
    case 'CosineAnnealingLR':
      return ['cosine', { length: a.T_max, minimum: a.eta_min }]
    case 'LinearLR':
      return ['linear', { start: a.start_factor, end: a.end_factor, length: a.total_iters }]
    case 'ExponentialLR':
      return ['exponential', { gamma: a.gamma }]
    case 'CosineAnnealingWarmRestarts':
      return ['warm-restarts', { length: a.T_0, multiplier: a.T_mult, minimum: a.eta_min }]
    case 'CyclicLR': {
      const { base_lr: base, step_size_up: up, step_size_down: down = up, gamma = 1 } = a
      const momentum = { baseMomentum: a.base_momentum ?? 0.8, maxMomentum: a.max_momentum ?? 0.9 }
      return ['cyclic', { base, up, down, gamma, mode: String(args.mode), cycle: yes(args.cycle_momentum ?? true), ...momentum }]
    }
    case 'ReduceLROnPlateau': {
      const { factor, patience, threshold, cooldown, min_lr: minimum, eps: epsilon } = a
      return ['plateau', { factor, patience, threshold, cooldown, minimum, epsilon, mode: String(args.threshold_mode) }]
    }
    default:
      return [name, {}]
  }
}

function setting<Thing extends { id: string; hyperparameters: Hyperparameters }>(
  things: readonly Thing[],
  kind: string,
  [id, values]: Named,
  missing: string[],
): Setting<Thing> | undefined {
  const thing = things.find((one) => one.id === id)
  if (thing === undefined) {
    missing.push(`${kind} ${id}`)
    return undefined
  }
  const known: [string, HyperparameterValue][] = []
  for (const [name, value] of Object.entries(values))
    if (Object.hasOwn(thing.hyperparameters, name)) known.push([name, value])
    else missing.push(`${id}.${name}`)
  return { thing, values: Object.fromEntries(known) }
}
