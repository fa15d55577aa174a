import { landscape } from '../declare/landscape.ts'

export const rawFeatures = landscape({
  id: 'raw-features',
  name: { en: 'Raw features', 'zh-Hant': '原始特徵', 'zh-Hans': '原始特征' },
  summary: {
    en: 'Linear regression on one small and one large feature: the surface is a canyon fifty thousand times steeper across than along.',
    'zh-Hant': '線性迴歸，一個特徵小、一個特徵大：曲面成了峽谷，橫向比縱向陡五萬倍。',
    'zh-Hans': '线性回归，一个特征小、一个特征大：曲面成了峡谷，横向比纵向陡五万倍。',
  },
  parameters: ['w1', 'w2'],
  loss: 'mean((y - w1*x1 - w2*x2)^2)',
  hyperparameters: {},
  data: { x1: [1, 1, 2, 2], x2: [100, 200, 100, 200], y: [8, 13, 11, 16] },
  domain: [
    [-1, 7],
    [-0.05, 0.15],
  ],
  starts: [[-0.5, 0.12]],
  heightScale: 'log',
  heightCap: 98,
  suggestedRates: { default: 0.00002, adagrad: 0.07, rmsprop: 0.007, adam: 0.07, momentum: 0.00001, nesterov: 0.00001 },
  criticalPoints: [{ theta: [3, 0.05], kind: 'minimum' }],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Batch normalization',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'Y. LeCun, L. Bottou, G. B. Orr, K.-R. Müller',
      title: 'Efficient BackProp',
      year: 1998,
      url: 'https://doi.org/10.1007/3-540-49430-8_2',
    },
  ],
})
