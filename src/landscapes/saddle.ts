import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const saddle = landscape({
  id: 'saddle',
  name: { en: 'Saddle', 'zh-Hant': '鞍面', 'zh-Hans': '鞍面' },
  summary: {
    en: 'Up along one axis, down along the other: at the centre the gradient is zero and it is no minimum.',
    'zh-Hant': '沿一軸往上彎、沿另一軸往下彎：中心梯度為零，卻不是最低點。',
    'zh-Hans': '沿一轴往上弯、沿另一轴往下弯：中心梯度为零，却不是最低点。',
  },
  parameters: ['w1', 'w2'],
  loss: 'up*w1^2 - down*w2^2',
  hyperparameters: {
    up: number('a', 1, {
      label: { en: 'curvature of w₁', 'zh-Hant': 'w₁ 的曲率', 'zh-Hans': 'w₁ 的曲率' },
      range: [0, 5],
    }),
    down: number('b', 1, {
      label: { en: 'curvature of w₂', 'zh-Hant': 'w₂ 的曲率', 'zh-Hans': 'w₂ 的曲率' },
      range: [0, 5],
    }),
  },
  domain: [
    [-2, 2],
    [-2, 2],
  ],
  starts: [[1.5, 0.01]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.002, sgd: 0.015, adagrad: 0.07, rmsprop: 0.004, adam: 0.006 },
  criticalPoints: [{ theta: [0, 0], kind: 'saddle' }],
  references: [
    {
      authors: 'Y. Dauphin, R. Pascanu, C. Gulcehre, K. Cho, S. Ganguli, Y. Bengio',
      title: 'Identifying and attacking the saddle point problem in high-dimensional non-convex optimization',
      year: 2014,
      url: 'https://arxiv.org/abs/1406.2572',
    },
  ],
})
