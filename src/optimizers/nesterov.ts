import { decay, learningRate } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const nesterov = optimizer({
  id: 'nesterov',
  family: 'momentum',
  momentumState: ['v'],
  name: { en: 'Nesterov', 'zh-Hant': 'Nesterov 加速梯度', 'zh-Hans': 'Nesterov 加速梯度' },
  summary: {
    en: 'Momentum that looks ahead: the gradient counts where the memory is about to carry the ball (PyTorch’s rearranged form).',
    'zh-Hant': '會往前看的動量：梯度取在動量將要把球帶到的地方（PyTorch 的等價寫法）。',
    'zh-Hans': '会往前看的动量：梯度取在动量将要把球带到的地方（PyTorch 的等价写法）。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decay('β', 0.9, { label: { en: 'momentum', 'zh-Hant': '動量', 'zh-Hans': '动量' }, role: 'momentum' }),
  },
  state: { v: 0 },
  program: `
    v = where(t == 1, g, momentum*v + g)
    theta = theta - learningRate*(g + momentum*v)
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
