import { landscape } from '../declare/landscape.ts'

export const sixHumpCamel = landscape({
  id: 'six-hump-camel',
  name: { en: 'Six-hump camel', 'zh-Hant': '六峰駝背函數', 'zh-Hans': '六峰驼背函数' },
  summary: {
    en: 'Six hollows in three pairs of different depth: plain descent stays in a shallow one where momentum rolls on into a deeper one.',
    'zh-Hant': '六個窪地成三對，深淺不同：單純往下走會停在淺的那個，動量卻能滾進更深的一個。',
    'zh-Hans': '六个洼地成三对，深浅不同：单纯往下走会停在浅的那个，动量却能滚进更深的一个。',
  },
  parameters: ['x', 'y'],
  loss: '(4 - 2.1x^2 + x^4/3)*x^2 + x*y + (-4 + 4y^2)*y^2',
  hyperparameters: {},
  domain: [
    [-2, 2],
    [-1.5, 1.5],
  ],
  starts: [[-1.7, -1]],
  heightScale: 'linear',
  heightCap: 80,
  suggestedRates: { default: 0.02, nesterov: 0.01, adagrad: 0.1, rmsprop: 0.01, adam: 0.05 },
  criticalPoints: [
    { theta: [-0.08984201, 0.7126564], kind: 'minimum' },
    { theta: [0.08984201, -0.7126564], kind: 'minimum' },
    { theta: [-1.70360671, 0.79608357], kind: 'minimum' },
    { theta: [1.70360671, -0.79608357], kind: 'minimum' },
    { theta: [0, 0], kind: 'saddle' },
    { theta: [-1.10920534, 0.76826809], kind: 'saddle' },
    { theta: [1.10920534, -0.76826809], kind: 'saddle' },
    { theta: [-1.60710475, -0.56865145], kind: 'minimum' },
    { theta: [1.60710475, 0.56865145], kind: 'minimum' },
    { theta: [-1.63806798, -0.22867407], kind: 'saddle' },
    { theta: [1.63806798, 0.22867407], kind: 'saddle' },
    { theta: [-1.29607027, -0.60508439], kind: 'saddle' },
    { theta: [1.29607027, 0.60508439], kind: 'saddle' },
    { theta: [-1.23022988, -0.16233458], kind: 'maximum' },
    { theta: [1.23022988, 0.16233458], kind: 'maximum' },
  ],
  references: [
    {
      authors: 'L. C. W. Dixon, G. P. Szegő',
      title: 'Towards Global Optimisation 2 (North-Holland)',
      year: 1978,
      url: 'https://www.sfu.ca/~ssurjano/camel6.html',
    },
    {
      authors: 'M. Jamil, X.-S. Yang',
      title: 'A literature survey of benchmark functions for global optimization problems',
      year: 2013,
      url: 'https://arxiv.org/abs/1308.4008',
    },
  ],
})
