import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const rastrigin = landscape({
  id: 'rastrigin',
  name: { en: 'Rastrigin', 'zh-Hant': 'Rastrigin 函數', 'zh-Hans': 'Rastrigin 函数' },
  summary: {
    en: 'A bowl with deep ripples: 121 minima in a regular grid, and plain descent stays in the one it starts in.',
    'zh-Hant': '碗裡布滿深深的波紋：121 個最低點排成整齊的格子，單純往下走就留在出發的那一格。',
    'zh-Hans': '碗里布满深深的波纹：121 个最低点排成整齐的格子，单纯往下走就留在出发的那一格。',
  },
  parameters: ['x', 'y'],
  loss: '2A + x^2 - A*cos(2pi*x) + y^2 - A*cos(2pi*y)',
  hyperparameters: {
    A: number('A', 10, {
      label: { en: 'depth of the ripples', 'zh-Hant': '波紋深度', 'zh-Hans': '波纹深度' },
      range: [0, 20],
    }),
  },
  domain: [
    [-5.12, 5.12],
    [-5.12, 5.12],
  ],
  starts: [[2.3, -1.7]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.002, momentum: 0.001, nesterov: 0.001, adagrad: 0.3, rmsprop: 0.02, adam: 0.2 },
  references: [
    {
      authors: 'L. A. Rastrigin',
      title: 'Systems of Extremal Control (Nauka, in Russian)',
      year: 1974,
      url: 'https://www.sfu.ca/~ssurjano/rastr.html',
    },
    {
      authors: 'M. Jamil, X.-S. Yang',
      title: 'A literature survey of benchmark functions for global optimization problems',
      year: 2013,
      url: 'https://arxiv.org/abs/1308.4008',
    },
  ],
})
