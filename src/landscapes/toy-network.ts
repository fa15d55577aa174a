import { landscape } from '../declare/landscape.ts'

export const toyNetwork = landscape({
  id: 'toy-network',
  name: { en: 'Toy network', 'zh-Hant': '玩具網路', 'zh-Hans': '玩具网络' },
  summary: {
    en: 'The smallest deep network, y = w₁·w₂·x, trained on one example: a saddle between two valleys of minima.',
    'zh-Hant': '最小的深度網路 y = w₁·w₂·x，只有一筆資料：兩條低谷之間夾著一個鞍點。',
    'zh-Hans': '最小的深度网络 y = w₁·w₂·x，只有一笔数据：两条低谷之间夹着一个鞍点。',
  },
  parameters: ['w1', 'w2'],
  loss: '(1 - w1*w2)^2',
  hyperparameters: {},
  domain: [
    [-2, 2],
    [-2, 2],
  ],
  starts: [[1.2, -0.9]],
  heightScale: 'linear',
  heightCap: 88,
  suggestedRates: { default: 0.02, momentum: 0.007, nesterov: 0.007, adagrad: 0.2, adam: 0.05 },
  criticalPoints: [{ theta: [0, 0], kind: 'saddle' }],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: When gradient is small (critical points)',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
  ],
})
