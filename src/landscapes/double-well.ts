import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const doubleWell = landscape({
  id: 'double-well',
  name: { en: 'Double well', 'zh-Hant': '雙井', 'zh-Hans': '双井' },
  summary: {
    en: 'Two valleys with a pass between them, one lower than the other: which one a run finds depends on where it starts.',
    'zh-Hant': '兩個低谷中間隔著一道隘口，其中一個較低：走到哪個谷，看從哪裡出發。',
    'zh-Hans': '两个低谷中间隔着一道隘口，其中一个较低：走到哪个谷，看从哪里出发。',
  },
  parameters: ['w1', 'w2'],
  loss: 'height*(w1^2 - 1)^2 + tilt*w1 + w2^2/2',
  hyperparameters: {
    height: number('h', 0.25, {
      label: { en: 'height of the barrier', 'zh-Hant': '障壁高度', 'zh-Hans': '障壁高度' },
      range: [0, 2],
    }),
    tilt: number('c', 0.15, {
      label: { en: 'tilt', 'zh-Hant': '傾斜', 'zh-Hans': '倾斜' },
      range: [-1, 1],
    }),
  },
  domain: [
    [-1.8, 1.9],
    [-1.6, 1.6],
  ],
  starts: [[0.3, 1.3]],
  heightScale: 'linear',
  heightCap: 92,
  suggestedRates: { default: 0.05, adagrad: 0.2 },
  criticalPoints: [
    { theta: [-1.0679, 0], kind: 'minimum' },
    { theta: [0.1536, 0], kind: 'saddle' },
    { theta: [0.9143, 0], kind: 'minimum' },
  ],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Tips for training, batch and momentum',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
  ],
})
