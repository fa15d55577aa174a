import { landscape } from '../declare/landscape.ts'

export const beale = landscape({
  id: 'beale',
  name: { en: 'Beale', 'zh-Hant': 'Beale 函數', 'zh-Hans': 'Beale 函数' },
  summary: {
    en: 'A flat, curved valley between walls higher than a hundred thousand: steps that suit the valley explode on the walls.',
    'zh-Hant': '平緩彎曲的谷，兩旁的谷壁高達十幾萬：適合谷底的步子，到谷壁上就會爆掉。',
    'zh-Hans': '平缓弯曲的谷，两旁的谷壁高达十几万：适合谷底的步子，到谷壁上就会爆掉。',
  },
  parameters: ['x', 'y'],
  loss: '(1.5 - x + x*y)^2 + (2.25 - x + x*y^2)^2 + (2.625 - x + x*y^3)^2',
  hyperparameters: {},
  domain: [
    [-4.5, 4.5],
    [-4.5, 4.5],
  ],
  starts: [[1, 0.6]],
  heightScale: 'log',
  heightCap: 70,
  suggestedRates: { default: 0.03, momentum: 0.01, nesterov: 0.01, adagrad: 0.5, adam: 0.2 },
  criticalPoints: [
    { theta: [3, 0.5], kind: 'minimum' },
    { theta: [0.10053794, -2.64451359], kind: 'saddle' },
    { theta: [0, 1], kind: 'saddle' },
  ],
  references: [
    {
      authors: 'E. M. L. Beale',
      title:
        'On an iterative method for finding a local minimum of a function of more than one variable (Princeton, Technical Report 25)',
      year: 1958,
      url: 'https://www.sfu.ca/~ssurjano/beale.html',
    },
    {
      authors: 'J. J. Moré, B. S. Garbow, K. E. Hillstrom',
      title: 'Testing Unconstrained Optimization Software',
      year: 1981,
      url: 'https://doi.org/10.1145/355934.355936',
    },
  ],
})
