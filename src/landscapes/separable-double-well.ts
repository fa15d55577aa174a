import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const separableDoubleWell = landscape({
  id: 'separable-double-well',
  name: { en: 'Double well in both directions', 'zh-Hant': '兩個方向都是雙井', 'zh-Hans': '两个方向都是双井' },
  summary: {
    en: 'Every parameter chooses between two wells on its own: of nine critical points four are minima, and every further dimension makes minima rarer among them.',
    'zh-Hant': '每個參數各自在兩口井之間選：九個臨界點裡有四個最低點，維度每多一個，最低點所占的比例就更小。',
    'zh-Hans': '每个参数各自在两口井之间选：九个临界点里有四个最低点，维度每多一个，最低点所占的比例就更小。',
  },
  parameters: ['w1', 'w2'],
  loss: 'height*(w1^2 - 1)^2 + height*(w2^2 - 1)^2',
  hyperparameters: {
    height: number('h', 0.25, {
      label: { en: 'height of the barriers', 'zh-Hant': '障壁高度', 'zh-Hans': '障壁高度' },
      range: [0, 2],
    }),
  },
  domain: [
    [-1.6, 1.6],
    [-1.6, 1.6],
  ],
  starts: [[0.02, -1.3]],
  heightScale: 'linear',
  heightCap: 96,
  suggestedRates: { default: 0.1, momentum: 0.03, nesterov: 0.03, adagrad: 0.3, rmsprop: 0.03, adam: 0.05 },
  criticalPoints: [
    { theta: [-1, 1], kind: 'minimum' },
    { theta: [-1, -1], kind: 'minimum' },
    { theta: [1, -1], kind: 'minimum' },
    { theta: [1, 1], kind: 'minimum' },
    { theta: [-1, 0], kind: 'saddle' },
    { theta: [0, -1], kind: 'saddle' },
    { theta: [0, 1], kind: 'saddle' },
    { theta: [1, 0], kind: 'saddle' },
    { theta: [0, 0], kind: 'maximum' },
  ],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: When gradient is small (critical points)',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'Y. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli, Y. Bengio',
      title: 'Identifying and attacking the saddle point problem in high-dimensional non-convex optimization',
      year: 2014,
      url: 'https://arxiv.org/abs/1406.2572',
    },
  ],
})
