import { landscape } from '../declare/landscape.ts'

export const goldsteinPrice = landscape({
  id: 'goldstein-price',
  name: { en: 'Goldstein–Price', 'zh-Hant': 'Goldstein–Price 函數', 'zh-Hans': 'Goldstein–Price 函数' },
  summary: {
    en: 'Four minima with losses from 3 to 840 between walls of a million: only the logarithm of the loss shows them.',
    'zh-Hant': '四個最低點的 loss 從 3 到 840，谷壁卻高達百萬：取對數才看得出來。',
    'zh-Hans': '四个最低点的 loss 从 3 到 840，谷壁却高达百万：取对数才看得出来。',
  },
  parameters: ['x', 'y'],
  loss: `
    a = 1 + (x + y + 1)^2*(19 - 14x + 3x^2 - 14y + 6x*y + 3y^2)
    b = 30 + (2x - 3y)^2*(18 - 32x + 12x^2 + 48y - 36x*y + 27y^2)
    loss = a*b
  `,
  hyperparameters: {},
  domain: [
    [-2, 2],
    [-2, 2],
  ],
  starts: [[-1.2, -1.4]],
  heightScale: 'log',
  heightCap: 86,
  suggestedRates: { default: 0.00002, momentum: 0.000007, nesterov: 0.000007, adagrad: 0.3, rmsprop: 0.03, adam: 0.2 },
  criticalPoints: [
    { theta: [0, -1], kind: 'minimum' },
    { theta: [-0.6, -0.4], kind: 'minimum' },
    { theta: [-0.4, -0.6], kind: 'saddle' },
    { theta: [1.8, 0.2], kind: 'minimum' },
    { theta: [1.2, -0.2], kind: 'saddle' },
    { theta: [1.2, 0.8], kind: 'minimum' },
    { theta: [1.4, 0.6], kind: 'saddle' },
    { theta: [0.6, 0.4], kind: 'saddle' },
    { theta: [0.8, 0.2], kind: 'maximum' },
  ],
  references: [
    {
      authors: 'A. A. Goldstein, J. F. Price',
      title: 'On descent from local minima',
      year: 1971,
      url: 'https://doi.org/10.1090/S0025-5718-1971-0312365-X',
    },
    {
      authors: 'S. Surjanovic, D. Bingham',
      title: 'Virtual Library of Simulation Experiments: Goldstein-Price function',
      year: 2013,
      url: 'https://www.sfu.ca/~ssurjano/goldpr.html',
    },
  ],
})
