import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const elongatedBowl = landscape({
  id: 'elongated-bowl',
  name: { en: 'Elongated bowl', 'zh-Hant': '狹長的碗', 'zh-Hans': '狭长的碗' },
  summary: {
    en: 'A convex bowl, κ times steeper across than along: one learning rate cannot suit both directions.',
    'zh-Hant': '凸的碗，橫向比縱向陡 κ 倍：同一個學習率無法兩個方向都合用。',
    'zh-Hans': '凸的碗，横向比纵向陡 κ 倍：同一个学习率无法两个方向都合用。',
  },
  parameters: ['w1', 'w2'],
  loss: '(w1^2 + kappa*w2^2)/2',
  hyperparameters: {
    kappa: number('κ', 25, {
      label: { en: 'condition number', 'zh-Hant': '條件數', 'zh-Hans': '条件数' },
      range: [1, 1000],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  domain: [
    [-8, 8],
    [-3, 3],
  ],
  starts: [[-6, 2]],
  heightScale: 'linear',
  heightCap: 96,
  suggestedRates: { default: 0.05, adagrad: 1, rmsprop: 0.1, adam: 0.3, momentum: 0.02, nesterov: 0.02 },
  criticalPoints: [{ theta: [0, 0], kind: 'minimum' }],
  references: [
    { authors: 'G. Goh', title: 'Why Momentum Really Works', year: 2017, url: 'https://distill.pub/2017/momentum/' },
  ],
})
