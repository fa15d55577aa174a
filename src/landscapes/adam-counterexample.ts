import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const adamCounterexample = landscape({
  id: 'adam-counterexample',
  name: { en: 'Adam’s counterexample', 'zh-Hant': 'Adam 的反例', 'zh-Hans': 'Adam 的反例' },
  summary: {
    en: 'Once every few steps a large gradient points the right way, all others point a little the wrong way: kept in the box [−1, 1], Adam with a short memory ends at the worst point, x = 1.',
    'zh-Hant':
      '每隔幾步才有一個大梯度指對方向，其餘都稍微指錯：限制在 [−1, 1] 裡（加上 box），記憶短的 Adam 會停在最差的 x = 1。',
    'zh-Hans':
      '每隔几步才有一个大梯度指对方向，其余都稍微指错：限制在 [−1, 1] 里（加上 box），记忆短的 Adam 会停在最差的 x = 1。',
  },
  parameters: ['x', 'y'],
  loss: 'where(mod(t, period) == 1, C*x, -x) + y^2/2',
  hyperparameters: {
    C: number('C', 3, {
      label: { en: 'size of the rare gradient', 'zh-Hant': '罕見梯度的大小', 'zh-Hans': '罕见梯度的大小' },
      range: [1, 200],
      scale: 'log',
    }),
    period: number('p', 3, {
      label: {
        en: 'steps from one rare gradient to the next',
        'zh-Hant': '兩次罕見梯度相隔的步數',
        'zh-Hans': '两次罕见梯度相隔的步数',
      },
      range: [2, 200],
      scale: 'log',
      integer: true,
      valid: { least: 2 },
    }),
  },
  domain: [
    [-1, 1],
    [-1, 1],
  ],
  starts: [[0, 0.5]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.001, sgd: 0.01, adagrad: 0.1, rmsprop: 0.01, adam: 0.01 },
  references: [
    {
      authors: 'S. J. Reddi, S. Kale, S. Kumar',
      title: 'On the Convergence of Adam and Beyond',
      year: 2018,
      url: 'https://arxiv.org/abs/1904.09237',
    },
  ],
})
