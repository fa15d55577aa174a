import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const sharpAndFlatMinima = landscape({
  id: 'sharp-and-flat-minima',
  name: { en: 'Sharp and flat minima', 'zh-Hant': '尖銳與平坦的最低點', 'zh-Hans': '尖锐与平坦的最低点' },
  summary: {
    en: 'Two equally low minima, one a canyon and one a basin: a small shift of the surface is deadly only in the canyon.',
    'zh-Hant': '兩個一樣低的最低點，一個是峽谷、一個是盆地：曲面稍微平移，只有峽谷裡的人會慘。',
    'zh-Hans': '两个一样低的最低点，一个是峡谷、一个是盆地：曲面稍微平移，只有峡谷里的人会惨。',
  },
  parameters: ['w1', 'w2'],
  loss: `
    a = flat*((w1 + 2)^2 + w2^2)
    b = sharp*((w1 - 2.5)^2 + w2^2)
    loss = -logsumexp(-10a, -10b)/10
  `,
  hyperparameters: {
    flat: number('c', 0.25, {
      label: { en: 'curvature of the flat minimum', 'zh-Hant': '平坦處的曲率', 'zh-Hans': '平坦处的曲率' },
      range: [0.05, 2],
      valid: { least: 0 },
    }),
    sharp: number('d', 10, {
      label: { en: 'curvature of the sharp minimum', 'zh-Hant': '尖銳處的曲率', 'zh-Hans': '尖锐处的曲率' },
      range: [1, 40],
      valid: { least: 0 },
    }),
  },
  domain: [
    [-6, 5],
    [-3, 3],
  ],
  starts: [[3, 0.2]],
  heightScale: 'linear',
  heightCap: 90,
  suggestedRates: { default: 0.02, adagrad: 0.3, adam: 0.1 },
  criticalPoints: [
    { theta: [-2, 0], kind: 'minimum' },
    { theta: [1.87261, 0], kind: 'saddle' },
    { theta: [2.5, 0], kind: 'minimum' },
  ],
  references: [
    {
      authors: 'N. S. Keskar, D. Mudigere, J. Nocedal, M. Smelyanskiy, P. T. P. Tang',
      title: 'On Large-Batch Training for Deep Learning: Generalization Gap and Sharp Minima',
      year: 2017,
      url: 'https://arxiv.org/abs/1609.04836',
    },
  ],
})
