import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const cliff = landscape({
  id: 'cliff',
  name: { en: 'Cliff', 'zh-Hant': '懸崖', 'zh-Hans': '悬崖' },
  summary: {
    en: 'A long plain, a sudden drop, and a plain again: who remembers the cliff’s gradient for too long hardly moves afterwards.',
    'zh-Hant': '長長的平地、突然一道懸崖、又是平地：把懸崖的梯度記得太久，之後就幾乎走不動。',
    'zh-Hans': '长长的平地、突然一道悬崖、又是平地：把悬崖的梯度记得太久，之后就几乎走不动。',
  },
  parameters: ['w1', 'w2'],
  loss: '-slope*w1 - drop*sigmoid((w1 - 6)/width) + k*w2^2/2',
  hyperparameters: {
    slope: number('c', 0.05, {
      label: { en: 'slope of the plains', 'zh-Hant': '平地的坡度', 'zh-Hans': '平地的坡度' },
      range: [0, 0.5],
    }),
    drop: number('h', 5, {
      label: { en: 'height of the cliff', 'zh-Hant': '懸崖高度', 'zh-Hans': '悬崖高度' },
      range: [0, 20],
    }),
    width: number('b', 0.4, {
      label: { en: 'width of the cliff', 'zh-Hant': '懸崖寬度', 'zh-Hans': '悬崖宽度' },
      range: [0.05, 3],
      scale: 'log',
      valid: { least: 0, openLeast: true },
    }),
    k: number('k', 1, {
      label: { en: 'curvature of w₂', 'zh-Hant': 'w₂ 的曲率', 'zh-Hans': 'w₂ 的曲率' },
      range: [0, 5],
    }),
  },
  domain: [
    [-1, 24],
    [-2, 2],
  ],
  starts: [[0, 0]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.1, sgd: 0.5, adagrad: 0.6, rmsprop: 0.15, adam: 0.15 },
  criticalPoints: [],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Tips for training, adaptive learning rate',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'R. Pascanu, T. Mikolov, Y. Bengio',
      title: 'On the difficulty of training recurrent neural networks',
      year: 2013,
      url: 'https://arxiv.org/abs/1211.5063',
    },
  ],
})
