import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const gorge = landscape({
  id: 'gorge',
  name: { en: 'Gorge', 'zh-Hant': '峽谷', 'zh-Hans': '峡谷' },
  summary: {
    en: 'A narrow gorge opens into a wide valley, with a trap beside its entrance: go slowly while it is narrow, and only then speed up.',
    'zh-Hant': '窄峽谷通往開闊的山谷，入口旁有個陷阱：路窄時先慢走，路寬了再加速。',
    'zh-Hans': '窄峡谷通往开阔的山谷，入口旁有个陷阱：路窄时先慢走，路宽了再加速。',
  },
  parameters: ['w1', 'w2'],
  loss: `
    k = 1 + narrowness*sigmoid(-3(w1 + 1.5))
    valley = k*w2^2/2 + sqrt(1 + (w1 - 2)^2) - 1
    trap = ((w1 + 4)^2 + (w2 - 3)^2)/2 + level
    loss = -logsumexp(-4valley, -4trap)/4
  `,
  hyperparameters: {
    narrowness: number('n', 60, {
      label: { en: 'extra curvature of the gorge', 'zh-Hant': '峽谷多出的曲率', 'zh-Hans': '峡谷多出的曲率' },
      range: [0, 300],
      valid: { least: 0 },
    }),
    level: number('c', 1.5, {
      label: { en: 'loss at the bottom of the trap', 'zh-Hant': '陷阱底部的 loss', 'zh-Hans': '陷阱底部的 loss' },
      range: [0, 4],
    }),
  },
  domain: [
    [-5.5, 4.5],
    [-1.5, 4],
  ],
  starts: [[-4, 0.05]],
  heightScale: 'log',
  heightCap: 92,
  suggestedRates: { default: 0.02, nesterov: 0.015, adagrad: 0.3, rmsprop: 0.03, adam: 0.1 },
  criticalPoints: [
    { theta: [2, 0], kind: 'minimum' },
    { theta: [-4, 3], kind: 'minimum' },
    { theta: [-3.74879271, 0.18202935], kind: 'saddle' },
  ],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Tips for training, adaptive learning rate',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'P. Goyal, P. Dollár, R. Girshick, P. Noordhuis, L. Wesolowski, A. Kyrola, A. Tulloch, Y. Jia, K. He',
      title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
      year: 2017,
      url: 'https://arxiv.org/abs/1706.02677',
    },
  ],
})
