import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const inverseSqrt = schedule({
  id: 'inverse-sqrt',
  name: { en: 'Inverse square root', 'zh-Hant': '平方根倒數', 'zh-Hans': '平方根倒数' },
  summary: {
    en: 'The rate falls as 1/√t, as in the lecture; with a warm-up it first climbs.',
    'zh-Hant': '學習率隨 1/√t 下降，即課程中的 η/√(t+1)；設定暖身步數則先上升。',
    'zh-Hans': '学习率随 1/√t 下降，即课程中的 η/√(t+1)；设定预热步数则先上升。',
  },
  hyperparameters: {
    warmup: number('w', 1, {
      label: { en: 'steps of warm-up', 'zh-Hant': '暖身步數', 'zh-Hans': '预热步数' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
  },
  state: {},
  program: `
    learningRate = learningRate*min(t/warmup, sqrt(warmup/t))
  `,
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Error surface is rugged, adaptive learning rate',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'H. Robbins, S. Monro',
      title: 'A Stochastic Approximation Method',
      year: 1951,
      url: 'https://doi.org/10.1214/aoms/1177729586',
    },
  ],
})
