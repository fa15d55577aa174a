import { learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const saddleFreeNewton = optimizer({
  id: 'saddle-free-newton',
  family: 'second-order',
  name: { en: 'Saddle-free Newton', 'zh-Hant': '避開鞍點的牛頓法', 'zh-Hans': '避开鞍点的牛顿法' },
  summary: {
    en: 'Newton’s method with every eigenvalue by its size: it walks away from saddles instead of into them.',
    'zh-Hant': '特徵值一律取絕對值的牛頓法：遠離鞍點，而不是走進去。',
    'zh-Hans': '特征值一律取绝对值的牛顿法：远离鞍点，而不是走进去。',
  },
  hyperparameters: {
    learningRate: learningRate(1),
    damping: number('μ', 0, {
      label: { en: 'damping', 'zh-Hant': '阻尼', 'zh-Hans': '阻尼' },
      range: [0, 10],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    theta = theta - learningRate*saddle_free_newton(g, damping)
  `,
  references: [
    {
      authors: 'Y. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli, Y. Bengio',
      title: 'Identifying and attacking the saddle point problem in high-dimensional non-convex optimization',
      year: 2014,
      url: 'https://arxiv.org/abs/1406.2572',
    },
  ],
})
