import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const styblinskiTang = landscape({
  id: 'styblinski-tang',
  name: { en: 'Styblinski–Tang', 'zh-Hant': 'Styblinski–Tang 函數', 'zh-Hans': 'Styblinski–Tang 函数' },
  summary: {
    en: 'Four wells of different depths: the tilt decides how much deeper the deepest one is.',
    'zh-Hant': '四口深淺不同的井：傾斜的大小決定最深的那口深多少。',
    'zh-Hans': '四口深浅不同的井：倾斜的大小决定最深的那口深多少。',
  },
  parameters: ['x', 'y'],
  loss: '(x^4 - 16x^2 + tilt*x + y^4 - 16y^2 + tilt*y)/2',
  hyperparameters: {
    tilt: number('c', 5, { label: { en: 'tilt', 'zh-Hant': '傾斜', 'zh-Hans': '倾斜' }, range: [-20, 20] }),
  },
  domain: [
    [-5, 5],
    [-5, 5],
  ],
  starts: [[1.2, 4.2]],
  heightScale: 'linear',
  heightCap: 80,
  suggestedRates: { default: 0.02, nesterov: 0.01, adagrad: 1, rmsprop: 0.07, adam: 0.3 },
  criticalPoints: [
    { theta: [-2.90353403, -2.90353403], kind: 'minimum' },
    { theta: [-2.90353403, 2.74680277], kind: 'minimum' },
    { theta: [2.74680277, -2.90353403], kind: 'minimum' },
    { theta: [2.74680277, 2.74680277], kind: 'minimum' },
    { theta: [-2.90353403, 0.15673126], kind: 'saddle' },
    { theta: [0.15673126, -2.90353403], kind: 'saddle' },
    { theta: [0.15673126, 2.74680277], kind: 'saddle' },
    { theta: [2.74680277, 0.15673126], kind: 'saddle' },
    { theta: [0.15673126, 0.15673126], kind: 'maximum' },
  ],
  references: [
    {
      authors: 'M. A. Styblinski, T.-S. Tang',
      title:
        'Experiments in nonconvex optimization: Stochastic approximation with function smoothing and simulated annealing',
      year: 1990,
      url: 'https://doi.org/10.1016/0893-6080(90)90029-K',
    },
    {
      authors: 'S. Surjanovic, D. Bingham',
      title: 'Virtual Library of Simulation Experiments: Styblinski-Tang function',
      year: 2013,
      url: 'https://www.sfu.ca/~ssurjano/stybtang.html',
    },
  ],
})
