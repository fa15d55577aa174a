import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const himmelblau = landscape({
  id: 'himmelblau',
  name: { en: 'Himmelblau', 'zh-Hant': 'Himmelblau 函數', 'zh-Hans': 'Himmelblau 函数' },
  summary: {
    en: 'Four equally low minima around one hill: a small change of the start decides which one a run finds.',
    'zh-Hant': '一座山丘周圍有四個一樣低的最低點：起點稍微動一下，走到的最低點就不同。',
    'zh-Hans': '一座山丘周围有四个一样低的最低点：起点稍微动一下，走到的最低点就不同。',
  },
  parameters: ['x', 'y'],
  loss: '(x^2 + y - a)^2 + (x + y^2 - b)^2',
  hyperparameters: {
    a: number('a', 11, {
      label: { en: 'first constant', 'zh-Hant': '第一個常數', 'zh-Hans': '第一个常数' },
      range: [-5, 20],
    }),
    b: number('b', 7, {
      label: { en: 'second constant', 'zh-Hant': '第二個常數', 'zh-Hans': '第二个常数' },
      range: [-5, 20],
    }),
  },
  domain: [
    [-5, 5],
    [-5, 5],
  ],
  starts: [[0, 0]],
  heightScale: 'log',
  heightCap: 96,
  suggestedRates: { default: 0.01, momentum: 0.007, nesterov: 0.007, adagrad: 1, rmsprop: 0.1, adam: 0.3 },
  criticalPoints: [
    { theta: [3, 2], kind: 'minimum' },
    { theta: [3.58442834, -1.84812653], kind: 'minimum' },
    { theta: [-3.77931025, -3.28318599], kind: 'minimum' },
    { theta: [-2.80511809, 3.13131252], kind: 'minimum' },
    { theta: [3.38515418, 0.07385188], kind: 'saddle' },
    { theta: [0.0866775, 2.8842547], kind: 'saddle' },
    { theta: [-3.07302575, -0.08135304], kind: 'saddle' },
    { theta: [-0.12796135, -1.95371498], kind: 'saddle' },
    { theta: [-0.27084459, -0.92303856], kind: 'maximum' },
  ],
  references: [
    {
      authors: 'D. M. Himmelblau',
      title: 'Applied Nonlinear Programming (McGraw-Hill)',
      year: 1972,
      url: 'https://en.wikipedia.org/wiki/Himmelblau%27s_function',
    },
    {
      authors: 'M. Jamil, X.-S. Yang',
      title: 'A literature survey of benchmark functions for global optimization problems',
      year: 2013,
      url: 'https://arxiv.org/abs/1308.4008',
    },
  ],
})
