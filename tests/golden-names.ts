import type { Values } from '../src/declare/hyperparameter.ts'

/** Id of a thing on a shelf, with the hyperparameters it is to have. */
export type Named = readonly [id: string, values: Values]

/** One of PyTorch's schedulers (or our rule for a LambdaLR); a sequence and a chain hold others. */
export interface GoldenSchedule {
  name: string
  args: Record<string, unknown>
}

/** What of ours does the same. */
export interface Wanted {
  optimizer: Named
  modifiers: readonly Named[]
  /** Our state by the reference's name. */
  states: Readonly<Record<string, string>>
  schedule?: GoldenSchedule
}

/** The optimizer and modifiers that do what PyTorch's class (or the paper's algorithm) does; undefined where there are none. */
export function wantedBy(name: string, hyper: Record<string, unknown>): Wanted | undefined {
  const h = hyper as Record<string, number>
  const learningRate = h.lr
  const epsilon = h.eps
  const decay = h.weight_decay
  const decayed: Named[] = decay ? [[hyper.decoupled_weight_decay ? 'decoupled-weight-decay' : 'l2', { decay }]] : []
  const moments = { learningRate, epsilon, ...betas(hyper) }
  const exponential = { exp_avg: 'm', exp_avg_sq: 'v' }
  const bounded = name.startsWith('ams') ? { ...exponential, max_exp_avg_sq: 'top' } : exponential
  const made = (optimizer: Named, states: Wanted['states'] = {}, modifiers = decayed): Wanted => ({
    optimizer,
    modifiers,
    states,
  })
  switch (name) {
    case 'SGD': {
      if (!h.momentum) return made(['sgd', { learningRate }])
      const { momentum, dampening = 0 } = h
      const states = { momentum_buffer: 'v' }
      return hyper.nesterov
        ? made(['nesterov', { learningRate, momentum }], states)
        : made(['momentum', { learningRate, momentum, dampening }], states)
    }
    case 'Adagrad': {
      const more = { learningRateDecay: h.lr_decay, initialAccumulator: h.initial_accumulator_value }
      return made(['adagrad', { learningRate, epsilon, ...more }], { sum: 's' })
    }
    case 'RMSprop': {
      const values: Values = { learningRate, epsilon, alpha: h.alpha, momentum: h.momentum }
      const states = { square_avg: 'v', grad_avg: 'gMean', momentum_buffer: 'b' }
      return made(['rmsprop', { ...values, centered: hyper.centered ? 'yes' : 'no' }], states)
    }
    case 'Adam':
    case 'AdamW':
      if (hyper.amsgrad) return made(['amsgrad', moments], { ...exponential, max_exp_avg_sq: 'top' })
      return name === 'AdamW'
        ? made(['adamw', { ...moments, decay }], exponential, [])
        : made(['adam', moments], exponential)
    case 'NAdam':
      return made(['nadam', { ...moments, momentumDecay: h.momentum_decay }], { ...exponential, mu_product: 'product' })
    case 'RAdam':
      return made(['radam', moments], exponential)
    case 'Adadelta':
      return made(['adadelta', { learningRate, epsilon, rho: h.rho }], { square_avg: 'v', acc_delta: 'd' })
    case 'Adamax':
      return made(['adamax', moments], { exp_avg: 'm', exp_inf: 'u' })
    case 'Rprop': {
      const [etaMinus, etaPlus] = hyper.etas as number[]
      const [minimumStep, maximumStep] = hyper.step_sizes as number[]
      const values = { learningRate, etaMinus, etaPlus, minimumStep, maximumStep }
      return made(['rprop', values], { prev: 'previous', step_size: 'step' })
    }
    case 'ASGD':
      return made(['asgd', { learningRate, lambda: h.lambd, alpha: h.alpha, averagingStart: h.t0 }], { ax: 'average' })
    case 'adabound':
    case 'amsbound':
      return made([name, { ...moments, finalLearningRate: h.final_lr, gamma: h.gamma }], bounded)
    case 'adabound_listing':
    case 'amsbound_listing': {
      const values = { learningRate, ...betas(hyper), finalLearningRate: h.final_lr, form: 'paper' }
      return made([name.slice(0, 8), values], bounded)
    }
    case 'swats':
      return made(['swats', { ...moments, switchEpsilon: h.switch_eps }], {
        exp_avg: 'm',
        exp_avg_sq: 'a',
        velocity: 'v',
        lambda: 'lambda',
      })
    case 'lookahead': {
      const inner = wantedBy(String(hyper.inner), hyper) as Wanted
      const treatment = hyper.pullback === 'none' ? 'keep' : (hyper.pullback as string)
      const states = { ...inner.states, slow: 'lookahead.slow' }
      return made(inner.optimizer, states, [['lookahead', { k: h.k, alpha: h.alpha, inner: treatment }]])
    }
    case 'lecture_adagrad':
      // With the rate falling as 1/√t the roots of means and of sums are the same: Adagrad without ε.
      return made([hyper.decay === true ? 'adagrad' : 'adagrad-rms', { learningRate, epsilon: 0 }])
    case 'lecture_rmsprop':
      return made(['rmsprop-lecture', { learningRate, alpha: h.alpha, epsilon: 0 }])
    case 'lecture_momentum': {
      // The rate halves after step 100 of 200.
      const schedule: GoldenSchedule = { name: 'StepLR', args: { step_size: 100, gamma: 0.5 } }
      return {
        ...made(['momentum', { learningRate, momentum: h.lambda, form: 'lecture' }], { movement: 'v' }),
        schedule,
      }
    }
    case 'nag_lookahead':
      return made(['nesterov-lookahead', { learningRate, momentum: h.lambda }], { movement: 'v' })
    case 'sgdw':
      return made(['sgdw', { learningRate, momentum: h.momentum, decay }], { movement: 'm' }, [])
    default:
      return undefined
  }
}

function betas(hyper: Record<string, unknown>): Values {
  if (!Array.isArray(hyper.betas)) return {}
  const [beta1, beta2] = hyper.betas as number[]
  return { beta1, beta2 }
}

/** The schedule that does what one of PyTorch's schedulers does; one that is not known has PyTorch's name. */
export function scheduleSetting({ name, args }: GoldenSchedule): Named {
  const a = args as Record<string, number>
  // PyTorch cycles momentum unless told otherwise.
  const cycleMomentum = args.cycle_momentum === false ? 'no' : 'yes'
  switch (name) {
    case 'StepLR':
      return ['step', { period: a.step_size, gamma: a.gamma }]
    case 'MultiStepLR':
      return ['multi-step', { milestones: args.milestones as number[], gamma: a.gamma }]
    case 'ConstantLR':
      return ['constant', { factor: a.factor, length: a.total_iters }]
    case 'ExponentialLR':
      return ['exponential', { gamma: a.gamma }]
    case 'LinearLR':
      return ['linear', { start: a.start_factor, end: a.end_factor, length: a.total_iters }]
    case 'PolynomialLR':
      return ['polynomial', { length: a.total_iters, power: a.power }]
    case 'CosineAnnealingLR':
      return ['cosine', { length: a.T_max, minimum: a.eta_min }]
    case 'CosineAnnealingWarmRestarts':
      return ['cosine-restarts', { period: a.T_0, multiplier: a.T_mult, minimum: a.eta_min }]
    case 'CyclicLR': {
      const { base_lr: base, step_size_up: up, step_size_down: down = up, gamma = 1 } = a
      const { base_momentum: baseMomentum = 0.8, max_momentum: maxMomentum = 0.9 } = a
      const form = args.mode === 'exp_range' ? 'exp-range' : String(args.mode)
      return ['cyclic', { base, up, down, gamma, form, cycleMomentum, baseMomentum, maxMomentum }]
    }
    case 'OneCycleLR': {
      const {
        total_steps: length,
        pct_start: start = 0.3,
        div_factor: divide = 25,
        final_div_factor: finalDivide = 1e4,
      } = a
      const { base_momentum: baseMomentum = 0.85, max_momentum: maxMomentum = 0.95 } = a
      const forms = {
        anneal: args.anneal_strategy === 'linear' ? 'linear' : 'cosine',
        phases: args.three_phase ? 'three' : 'two',
      }
      return ['one-cycle', { length, start, divide, finalDivide, ...forms, cycleMomentum, baseMomentum, maxMomentum }]
    }
    case 'ReduceLROnPlateau': {
      const { factor, patience, threshold, cooldown, min_lr: minimum, eps: epsilon } = a
      const mode = args.threshold_mode === 'abs' ? 'absolute' : 'relative'
      return ['plateau', { factor, patience, threshold, cooldown, minimum, epsilon, mode }]
    }
    case 'LambdaLR':
      return args.lambda === 'noam'
        ? ['noam', { dimension: a.d_model, warmup: a.warmup }]
        : ['inverse-sqrt', { warmup: a.warmup }]
    default:
      return [name, {}]
  }
}
