import { number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const l2 = modifier({
  id: 'l2',
  when: 'before',
  name: { en: 'L2 regularization', 'zh-Hant': 'L2 正則化', 'zh-Hans': 'L2 正则化' },
  summary: {
    en: 'Adds the decay to the gradient, so that it goes through the optimizer’s averages.',
    'zh-Hant': '把衰減加進梯度，因此會經過最佳化器的平均。',
    'zh-Hans': '把衰减加进梯度，因此会经过优化器的平均。',
  },
  hyperparameters: {
    decay: number('λ', 0.01, {
      label: { en: 'weight decay', 'zh-Hant': '權重衰減', 'zh-Hans': '权重衰减' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    g = g + decay*theta
  `,
  references: [
    {
      authors: 'A. Krogh, J. A. Hertz',
      title: 'A Simple Weight Decay Can Improve Generalization',
      year: 1991,
      url: 'https://papers.nips.cc/paper/1991/hash/8eefcfdf5990e441f0fb6f3fad709e21-Abstract.html',
    },
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'Decoupled Weight Decay Regularization',
      year: 2019,
      url: 'https://arxiv.org/abs/1711.05101',
    },
  ],
})
