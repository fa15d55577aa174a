import { landscape } from '../declare/landscape.ts'

export const normalizedFeatures = landscape({
  id: 'normalized-features',
  name: { en: 'Normalized features', 'zh-Hant': '標準化後的特徵', 'zh-Hans': '标准化后的特征' },
  summary: {
    en: 'The same regression after standardizing each feature: the canyon has become a round bowl.',
    'zh-Hant': '同一個迴歸，每個特徵先標準化：峽谷變成圓碗。',
    'zh-Hans': '同一个回归，每个特征先标准化：峡谷变成圆碗。',
  },
  parameters: ['w1', 'w2'],
  loss: `
    a1 = (x1 - mean(x1))/sqrt(mean((x1 - mean(x1))^2))
    a2 = (x2 - mean(x2))/sqrt(mean((x2 - mean(x2))^2))
    loss = mean((y - mean(y) - w1*a1 - w2*a2)^2)
  `,
  hyperparameters: {},
  data: { x1: [1, 1, 2, 2], x2: [100, 200, 100, 200], y: [8, 13, 11, 16] },
  domain: [
    [-2.5, 5.5],
    [-1.5, 6.5],
  ],
  starts: [[-2, 6]],
  heightScale: 'linear',
  heightCap: 98,
  suggestedRates: { default: 0.1, adagrad: 1, rmsprop: 0.1, adam: 0.2, momentum: 0.05, nesterov: 0.05 },
  criticalPoints: [{ theta: [1.5, 2.5], kind: 'minimum' }],
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
