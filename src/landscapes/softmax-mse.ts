import { landscape } from '../declare/landscape.ts'

export const softmaxMse = landscape({
  id: 'softmax-mse',
  name: { en: 'Softmax with MSE', 'zh-Hant': 'Softmax + MSE', 'zh-Hans': 'Softmax + MSE' },
  summary: {
    en: 'Classification with squared error: far from the answer the surface is a plateau, and gradient descent is stuck.',
    'zh-Hant': '分類問題用 MSE：離正確答案遠的地方是一片平原，梯度下降走不動。',
    'zh-Hans': '分类问题用 MSE：离正确答案远的地方是一片平原，梯度下降走不动。',
  },
  parameters: ['y1', 'y2'],
  loss: `
    p1 = share(y1, y2, -1000)
    p2 = share(y2, y1, -1000)
    p3 = share(-1000, y1, y2)
    loss = (p2 + p3)^2 + p2^2 + p3^2
  `,
  hyperparameters: {},
  domain: [
    [-10, 10],
    [-10, 10],
  ],
  starts: [[-7, 5]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.5, rmsprop: 0.1, adam: 0.1 },
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
