import { decay, learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const adamax = optimizer({
  id: 'adamax',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate/u',
  name: { en: 'Adamax', 'zh-Hant': 'Adamax', 'zh-Hans': 'Adamax' },
  summary: {
    en: 'Adam with the largest recent gradient in place of the root mean square.',
    'zh-Hant': '用近期最大的梯度取代均方根的 Adam。',
    'zh-Hans': '用近期最大的梯度取代均方根的 Adam。',
  },
  hyperparameters: {
    learningRate: learningRate(0.002),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-8),
  },
  state: { m: 0, u: 0 },
  program: `
    m = beta1*m + (1 - beta1)*g
    u = max(beta2*u, abs(g) + epsilon)
    theta = theta - learningRate/(1 - beta1^t)*m/u
  `,
  references: [
    {
      authors: 'D. P. Kingma, J. Ba',
      title: 'Adam: A Method for Stochastic Optimization',
      year: 2015,
      url: 'https://arxiv.org/abs/1412.6980',
    },
  ],
})
