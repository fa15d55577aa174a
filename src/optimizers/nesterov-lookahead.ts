import { decay, learningRate } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const nesterovLookahead = optimizer({
  id: 'nesterov-lookahead',
  family: 'momentum',
  ratesLike: 'nesterov',
  momentumState: ['v'],
  name: { en: 'Nesterov, look-ahead form', 'zh-Hant': 'Nesterov 前瞻形式', 'zh-Hans': 'Nesterov 前瞻形式' },
  summary: {
    en: 'Nesterov’s method as in the paper: the gradient is taken at the point the momentum is about to reach.',
    'zh-Hant': '論文中的 Nesterov 方法：梯度取在動量即將到達的那一點。',
    'zh-Hans': '论文中的 Nesterov 方法：梯度取在动量即将到达的那一点。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decay('λ', 0.9, { label: { en: 'momentum', 'zh-Hant': '動量', 'zh-Hans': '动量' }, role: 'momentum' }),
  },
  state: { v: 0 },
  program: `
    v = momentum*v - learningRate*grad(theta + momentum*v)
    theta = theta + v
  `,
  references: [
    {
      authors: 'Y. Nesterov',
      title: 'A method for solving the convex programming problem with convergence rate O(1/k²)',
      year: 1983,
      url: 'https://www.mathnet.ru/eng/dan46009',
    },
    {
      authors: 'I. Sutskever, J. Martens, G. Dahl, G. Hinton',
      title: 'On the importance of initialization and momentum in deep learning',
      year: 2013,
      url: 'https://proceedings.mlr.press/v28/sutskever13.html',
    },
  ],
})
