import { choice, decay, learningRate, number, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const nadam = optimizer({
  id: 'nadam',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate/sigma',
  name: { en: 'Nadam', 'zh-Hant': 'Nadam', 'zh-Hans': 'Nadam' },
  summary: {
    en: 'Adam with Nesterov’s look-ahead: the momentum of the next step counts already in this one.',
    'zh-Hant': '加上 Nesterov 前瞻的 Adam：這一步就用上下一步的動量。',
    'zh-Hans': '加上 Nesterov 前瞻的 Adam：这一步就用上下一步的动量。',
  },
  hyperparameters: {
    learningRate: learningRate(0.002),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-8),
    momentumDecay: number('ψ', 0.004, {
      label: { en: 'momentum decay', 'zh-Hant': '動量衰減', 'zh-Hans': '动量衰减' },
      range: [0, 0.1],
      scale: 'linear',
      valid: { least: 0 },
    }),
    form: choice('form', { en: 'form', 'zh-Hant': '形式', 'zh-Hans': '形式' }, [
      { id: 'pytorch', label: { en: 'PyTorch', 'zh-Hant': 'PyTorch', 'zh-Hans': 'PyTorch' } },
      { id: 'lecture', label: { en: 'lecture', 'zh-Hant': '課程', 'zh-Hans': '课程' } },
    ]),
  },
  state: { m: 0, v: 0, product: 1 },
  program: `
    mu = beta1*(1 - 0.5*0.96^(t*momentumDecay))
    muNext = beta1*(1 - 0.5*0.96^((t + 1)*momentumDecay))
    product = product*mu
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    sigma = sqrt(v/(1 - beta2^t)) + epsilon
    mHat = where(form == 0, (1 - mu)/(1 - product)*g + muNext/(1 - product*muNext)*m, (1 - beta1)/(1 - beta1^t)*g + beta1/(1 - beta1^(t + 1))*m)
    theta = theta - learningRate*mHat/sigma
  `,
  references: [
    {
      authors: 'T. Dozat',
      title: 'Incorporating Nesterov Momentum into Adam',
      year: 2016,
      url: 'https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ',
    },
  ],
})
