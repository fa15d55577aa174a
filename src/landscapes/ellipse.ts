import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const ellipse = landscape({
  id: 'ellipse',
  name: { en: 'Ellipse', 'zh-Hant': '橢圓', 'zh-Hans': '椭圆' },
  summary: {
    en: 'Elliptic contours: the steep direction wants short strides and the flat one long strides, so every parameter wants its own learning rate.',
    'zh-Hant': '橢圓形的等高線：陡的方向步子要小、平的方向步子要大，所以每個參數都需要自己的學習率。',
    'zh-Hans': '椭圆形的等高线：陡的方向步子要小、平的方向步子要大，所以每个参数都需要自己的学习率。',
  },
  parameters: ['w1', 'w2'],
  loss: 'a*(w1 - 0.05)^2 + b*(w2 - 0.33)^2',
  hyperparameters: {
    a: number('a', 0.24, {
      label: { en: 'steepness along w₁', 'zh-Hant': 'w₁ 方向的陡度', 'zh-Hans': 'w₁ 方向的陡度' },
      range: [0, 2],
    }),
    b: number('b', 0.78, {
      label: { en: 'steepness along w₂', 'zh-Hant': 'w₂ 方向的陡度', 'zh-Hans': 'w₂ 方向的陡度' },
      range: [0, 10],
    }),
  },
  domain: [
    [-5, 5],
    [-5, 5],
  ],
  starts: [[-3, -3.8]],
  heightScale: 'linear',
  heightCap: 98,
  suggestedRates: { default: 0.2, momentum: 0.05, nesterov: 0.1, adagrad: 1, rmsprop: 0.1, adam: 0.3 },
  criticalPoints: [{ theta: [0.05, 0.33], kind: 'minimum' }],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Tips for training, adaptive learning rate',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'J. Duchi, E. Hazan, Y. Singer',
      title: 'Adaptive Subgradient Methods for Online Learning and Stochastic Optimization',
      year: 2011,
      url: 'https://jmlr.org/papers/v12/duchi11a.html',
    },
  ],
})
