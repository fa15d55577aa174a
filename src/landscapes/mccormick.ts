import { landscape } from '../declare/landscape.ts'

export const mccormick = landscape({
  id: 'mccormick',
  name: { en: 'McCormick', 'zh-Hant': 'McCormick 函數', 'zh-Hans': 'McCormick 函数' },
  summary: {
    en: 'A long trough in waves that sinks to one side: a pass separates the shallow hollow from the deeper one.',
    'zh-Hant': '一道起伏的長槽往一側降低：淺的窪地和深的窪地之間隔著一道隘口。',
    'zh-Hans': '一道起伏的长槽往一侧降低：浅的洼地和深的洼地之间隔着一道隘口。',
  },
  parameters: ['x', 'y'],
  loss: 'sin(x + y) + (x - y)^2 - 1.5x + 2.5y + 1',
  hyperparameters: {},
  domain: [
    [-1.5, 4],
    [-3, 4],
  ],
  starts: [[3.2, -0.4]],
  heightScale: 'linear',
  heightCap: 72,
  suggestedRates: { default: 0.1, momentum: 0.05, nesterov: 0.05, adagrad: 0.7, rmsprop: 0.07, adam: 0.3 },
  criticalPoints: [
    { theta: [-0.54719755, -1.54719755], kind: 'minimum' },
    { theta: [2.5943951, 1.5943951], kind: 'minimum' },
    { theta: [1.54719755, 0.54719755], kind: 'saddle' },
  ],
  references: [
    {
      authors: 'G. P. McCormick',
      title:
        'Computability of global solutions to factorable nonconvex programs: Part I, Convex underestimating problems',
      year: 1976,
      url: 'https://doi.org/10.1007/BF01580665',
    },
    {
      authors: 'S. Surjanovic, D. Bingham',
      title: 'Virtual Library of Simulation Experiments: McCormick function',
      year: 2013,
      url: 'https://www.sfu.ca/~ssurjano/mccorm.html',
    },
  ],
})
