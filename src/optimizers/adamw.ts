import { decay, learningRate, number, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const adamw = optimizer({
  id: 'adamw',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate/(sqrt(vHat) + epsilon)',
  name: { en: 'AdamW', 'zh-Hant': 'AdamW', 'zh-Hans': 'AdamW' },
  summary: {
    en: 'Adam whose weight decay bypasses the averages: every weight shrinks by the same factor.',
    'zh-Hant': '權重衰減不經過平均的 AdamW：每個權重以同樣比例縮小。',
    'zh-Hans': '权重衰减不经过平均的 AdamW：每个权重以同样比例缩小。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-8),
    decay: number('λ', 0.01, {
      label: { en: 'weight decay', 'zh-Hant': '權重衰減', 'zh-Hans': '权重衰减' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: { m: 0, v: 0 },
  program: `
    theta = theta*(1 - learningRate*decay)
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mHat = m/(1 - beta1^t)
    vHat = v/(1 - beta2^t)
    theta = theta - learningRate*mHat/(sqrt(vHat) + epsilon)
  `,
  references: [
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'Decoupled Weight Decay Regularization',
      year: 2019,
      url: 'https://arxiv.org/abs/1711.05101',
    },
  ],
})
