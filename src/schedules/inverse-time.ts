import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const inverseTime = schedule({
  id: 'inverse-time',
  name: { en: 'Inverse time', 'zh-Hant': '時間倒數', 'zh-Hans': '时间倒数' },
  summary: {
    en: 'The rate falls as 1/(1 + γt).',
    'zh-Hant': '學習率隨 1/(1 + γt) 下降。',
    'zh-Hans': '学习率随 1/(1 + γt) 下降。',
  },
  hyperparameters: {
    gamma: number('γ', 0.01, {
      label: { en: 'speed of the decay', 'zh-Hant': '衰減速度', 'zh-Hans': '衰减速度' },
      range: [1e-4, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    learningRate = learningRate/(1 + gamma*(t - 1))
  `,
  references: [
    {
      authors: 'H. Robbins, S. Monro',
      title: 'A Stochastic Approximation Method',
      year: 1951,
      url: 'https://doi.org/10.1214/aoms/1177729586',
    },
  ],
})
