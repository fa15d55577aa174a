import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const monkeySaddle = landscape({
  id: 'monkey-saddle',
  name: { en: 'Monkey saddle', 'zh-Hant': '猴鞍面', 'zh-Hans': '猴鞍面' },
  summary: {
    en: 'Three valleys and three ridges meet where gradient and Hessian both vanish: the eigenvalues say nothing there, and a little bowl breaks the point into ordinary ones.',
    'zh-Hant': '三道谷與三道脊交會之處，梯度和 Hessian 都是零：特徵值什麼也說不出來，加一點碗形就散成幾個普通的點。',
    'zh-Hans': '三道谷与三道脊交会之处，梯度和 Hessian 都是零：特征值什么也说不出来，加一点碗形就散成几个普通的点。',
  },
  parameters: ['x', 'y'],
  loss: 'x^3 - 3x*y^2 + bowl*(x^2 + y^2)',
  hyperparameters: {
    bowl: number('c', 0, {
      label: { en: 'curvature of an added bowl', 'zh-Hant': '外加碗形的曲率', 'zh-Hans': '外加碗形的曲率' },
      range: [-1, 1],
    }),
  },
  domain: [
    [-1.5, 1.5],
    [-1.5, 1.5],
  ],
  starts: [[0.12, 0.05]],
  heightScale: 'linear',
  heightCap: 98,
  suggestedRates: { default: 0.002, sgd: 0.015, adagrad: 0.03, adam: 0.003 },
  criticalPoints: [{ theta: [0, 0], kind: 'degenerate' }],
  references: [
    {
      authors: 'E. W. Weisstein',
      title: 'Monkey Saddle, MathWorld',
      year: 1999,
      url: 'https://mathworld.wolfram.com/MonkeySaddle.html',
    },
  ],
})
