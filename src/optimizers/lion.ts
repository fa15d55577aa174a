import { decay, learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const lion = optimizer({
  id: 'lion',
  family: 'momentum',
  ratesLike: 'adam',
  momentumState: ['m'],
  name: { en: 'Lion', 'zh-Hant': 'Lion', 'zh-Hans': 'Lion' },
  summary: {
    en: 'Only the sign of the momentum counts: every parameter moves by η at every step.',
    'zh-Hant': '只看動量的正負號：每個參數每步都走 η。',
    'zh-Hans': '只看动量的正负号：每个参数每步都走 η。',
  },
  hyperparameters: {
    learningRate: learningRate(0.0001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.99),
    decay: number('λ', 0, {
      label: { en: 'weight decay', 'zh-Hant': '權重衰減', 'zh-Hans': '权重衰减' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: { m: 0 },
  program: `
    theta = theta - learningRate*(sign(beta1*m + (1 - beta1)*g) + decay*theta)
    m = beta2*m + (1 - beta2)*g
  `,
  references: [
    {
      authors:
        'X. Chen, C. Liang, D. Huang, E. Real, K. Wang, Y. Liu, H. Pham, X. Dong, T. Luong, C.-J. Hsieh, Y. Lu, Q. V. Le',
      title: 'Symbolic Discovery of Optimization Algorithms',
      year: 2023,
      url: 'https://arxiv.org/abs/2302.06675',
    },
  ],
})
