import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const rollingBall = landscape({
  id: 'rolling-ball',
  name: { en: 'Rolling ball', 'zh-Hant': '滾動的球', 'zh-Hans': '滚动的球' },
  summary: {
    en: 'A steep slope, a plain, a shallow hollow and a bump before the true valley: only enough inertia carries the ball over.',
    'zh-Hant': '陡坡、平地、淺窪，再翻過一個小丘才是真正的谷：慣性夠大，球才過得去。',
    'zh-Hans': '陡坡、平地、浅洼，再翻过一个小丘才是真正的谷：惯性够大，球才过得去。',
  },
  parameters: ['w1', 'w2'],
  loss: `
    hollow = -0.6exp(-((w1 - 3.2)/0.5)^2)
    bump = height*exp(-((w1 - 4.5)/0.45)^2)
    valley = -1.6exp(-((w1 - 6.4)/0.7)^2)
    walls = 3exp(-2w1) + 3exp(3(w1 - 8))
    loss = 1.2 + hollow + bump + valley + walls + k*w2^2/2
  `,
  hyperparameters: {
    height: number('h', 0.3, {
      label: { en: 'height of the bump', 'zh-Hant': '小丘高度', 'zh-Hans': '小丘高度' },
      range: [0, 1],
    }),
    k: number('k', 1, {
      label: { en: 'curvature of w₂', 'zh-Hant': 'w₂ 的曲率', 'zh-Hans': 'w₂ 的曲率' },
      range: [0, 5],
    }),
  },
  domain: [
    [0, 8],
    [-1.5, 1.5],
  ],
  starts: [[0.1, 0]],
  heightScale: 'linear',
  heightCap: 98,
  suggestedRates: { default: 0.1, momentum: 0.15, adagrad: 0.5, rmsprop: 0.05, adam: 0.2 },
  criticalPoints: [
    { theta: [6.38902562, 0], kind: 'minimum' },
    { theta: [3.20187328, 0], kind: 'minimum' },
    { theta: [4.4996452, 0], kind: 'saddle' },
  ],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Tips for training, batch and momentum',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    { authors: 'G. Goh', title: 'Why Momentum Really Works', year: 2017, url: 'https://distill.pub/2017/momentum/' },
  ],
})
