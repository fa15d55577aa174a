import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const eggCarton = landscape({
  id: 'egg-carton',
  name: { en: 'Egg carton', 'zh-Hant': '蛋盒', 'zh-Hans': '鸡蛋托' },
  summary: {
    en: 'A wide bowl full of dimples: a small learning rate stays in the first one, a large one strolls from dimple to dimple.',
    'zh-Hant': '寬寬的碗裡滿是小坑：學習率小就留在第一個坑裡，學習率大才會一坑一坑走下去。',
    'zh-Hans': '宽宽的碗里满是小坑：学习率小就留在第一个坑里，学习率大才会一坑一坑走下去。',
  },
  parameters: ['w1', 'w2'],
  loss: 'bowl*(w1^2 + w2^2) + depth*(1 - cos(2pi*w1)) + depth*(1 - cos(2pi*w2))',
  hyperparameters: {
    bowl: number('c', 0.05, {
      label: { en: 'steepness of the bowl', 'zh-Hant': '碗的陡度', 'zh-Hans': '碗的陡度' },
      range: [0, 0.5],
    }),
    depth: number('A', 0.5, {
      label: { en: 'depth of the dimples', 'zh-Hant': '小坑深度', 'zh-Hans': '小坑深度' },
      range: [0, 2],
    }),
  },
  domain: [
    [-6, 6],
    [-6, 6],
  ],
  starts: [[4.2, -3.2]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.05, nesterov: 0.03, adagrad: 0.5, adam: 0.1 },
  references: [
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
      year: 2017,
      url: 'https://arxiv.org/abs/1608.03983',
    },
    {
      authors: 'L. N. Smith',
      title: 'Cyclical Learning Rates for Training Neural Networks',
      year: 2017,
      url: 'https://arxiv.org/abs/1506.01186',
    },
  ],
})
