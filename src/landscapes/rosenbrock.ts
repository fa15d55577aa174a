import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const rosenbrock = landscape({
  id: 'rosenbrock',
  name: { en: 'Rosenbrock', 'zh-Hant': 'Rosenbrock 香蕉谷', 'zh-Hans': 'Rosenbrock 香蕉谷' },
  summary: {
    en: 'A curved, almost flat valley between steep walls: easy to find, hard to follow.',
    'zh-Hant': '陡壁之間一道彎曲而幾乎平坦的谷：找得到，卻走得很慢。',
    'zh-Hans': '陡壁之间一道弯曲而几乎平坦的谷：找得到，却走得很慢。',
  },
  parameters: ['w1', 'w2'],
  loss: '(a - w1)^2 + b*(w2 - w1^2)^2',
  hyperparameters: {
    a: number('a', 1, {
      label: { en: 'minimum at w₁', 'zh-Hant': '最低點的 w₁', 'zh-Hans': '最低点的 w₁' },
      range: [-1.5, 1.5],
    }),
    b: number('b', 100, {
      label: { en: 'steepness of the walls', 'zh-Hant': '谷壁陡度', 'zh-Hans': '谷壁陡度' },
      range: [1, 1000],
      scale: 'log',
    }),
  },
  domain: [
    [-2, 2],
    [-1, 3],
  ],
  starts: [[-1.5, 2]],
  heightScale: 'log',
  heightCap: 96,
  suggestedRates: { default: 0.001, nesterov: 0.0007, adagrad: 0.5, rmsprop: 0.01, adam: 0.1 },
  criticalPoints: [{ theta: [1, 1], kind: 'minimum' }],
  references: [
    {
      authors: 'H. H. Rosenbrock',
      title: 'An automatic method for finding the greatest or least value of a function',
      year: 1960,
      url: 'https://doi.org/10.1093/comjnl/3.3.175',
    },
  ],
})
