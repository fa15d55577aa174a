import { landscape } from '../declare/landscape.ts'

export const softmaxCrossEntropy = landscape({
  id: 'softmax-cross-entropy',
  name: { en: 'Softmax with cross-entropy', 'zh-Hant': 'Softmax + 交叉熵', 'zh-Hans': 'Softmax + 交叉熵' },
  summary: {
    en: 'Classification with cross-entropy: the same labels and model, and every start is a slope.',
    'zh-Hant': '分類問題用交叉熵：同樣的標籤與模型，從哪裡出發都是斜坡。',
    'zh-Hans': '分类问题用交叉熵：同样的标签与模型，从哪里出发都是斜坡。',
  },
  parameters: ['y1', 'y2'],
  loss: 'logsumexp(0, y2 - y1, -1000 - y1)',
  hyperparameters: {},
  domain: [
    [-10, 10],
    [-10, 10],
  ],
  starts: [[-7, 5]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.5, momentum: 0.07, nesterov: 0.07, adagrad: 1, rmsprop: 0.1, adam: 0.1 },
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Classification',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'P. Golik, P. Doetsch, H. Ney',
      title: 'Cross-entropy vs. squared error training: a theoretical and experimental comparison',
      year: 2013,
      url: 'https://www.isca-archive.org/interspeech_2013/golik13_interspeech.html',
    },
  ],
})
