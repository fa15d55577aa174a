import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const oneExample = landscape({
  id: 'one-example',
  name: { en: 'One training example', 'zh-Hant': '一筆訓練資料', 'zh-Hans': '一个训练样本' },
  summary: {
    en: 'Two parameters and a single training example: a whole line has loss zero, and the optimizer decides which point of it is found.',
    'zh-Hant': '兩個參數，只有一筆訓練資料：整條線上的 loss 都是零，找到線上哪一點由 optimizer 決定。',
    'zh-Hans': '两个参数，只有一个训练样本：整条线上的 loss 都是零，找到线上哪一点由优化器决定。',
  },
  parameters: ['w1', 'w2'],
  loss: '(w1 + feature*w2 - 1)^2/2',
  hyperparameters: {
    feature: number('x₂', 0.1, {
      label: {
        en: 'second feature of the example',
        'zh-Hant': '這筆資料的第二個特徵',
        'zh-Hans': '这个样本的第二个特征',
      },
      range: [-1, 1],
    }),
  },
  domain: [
    [-0.2, 1.3],
    [-0.2, 1.3],
  ],
  starts: [[0, 0]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.1, momentum: 0.015, nesterov: 0.015, adagrad: 0.3, rmsprop: 0.03, adam: 0.05 },
  references: [
    {
      authors: 'A. C. Wilson, R. Roelofs, M. Stern, N. Srebro, B. Recht',
      title: 'The Marginal Value of Adaptive Gradient Methods in Machine Learning',
      year: 2017,
      url: 'https://arxiv.org/abs/1705.08292',
    },
  ],
})
