import { learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const asgd = optimizer({
  id: 'asgd',
  family: 'gradient',
  points: ['average'],
  name: { en: 'Averaged SGD', 'zh-Hant': '平均 SGD', 'zh-Hans': '平均 SGD' },
  summary: {
    en: 'Gradient descent with a slowly falling rate that also keeps the average of the places it has been.',
    'zh-Hant': '學習率緩慢下降的梯度下降，同時記下走過位置的平均。',
    'zh-Hans': '学习率缓慢下降的梯度下降，同时记下走过位置的平均。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    lambda: number('λ', 1e-4, {
      label: { en: 'decay', 'zh-Hant': '衰減', 'zh-Hans': '衰减' },
      range: [1e-6, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
    alpha: number('α', 0.75, {
      label: { en: 'power of the decay', 'zh-Hant': '衰減的次方', 'zh-Hans': '衰减的次方' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
    averagingStart: number('t₀', 1e6, {
      label: { en: 'step at which averaging starts', 'zh-Hant': '開始平均的步數', 'zh-Hans': '开始平均的步数' },
      range: [1, 1e6],
      scale: 'log',
      valid: { least: 0 },
      integer: true,
    }),
  },
  state: { average: 'theta' },
  program: `
    eta = where(t == 1, learningRate, learningRate/(1 + lambda*learningRate*(t - 1))^alpha)
    mu = 1/max(1, t - 1 - averagingStart)
    theta = theta*(1 - lambda*eta) - eta*g
    average = where(mu == 1, theta, average + (theta - average)*mu)
  `,
  references: [
    {
      authors: 'B. T. Polyak, A. B. Juditsky',
      title: 'Acceleration of Stochastic Approximation by Averaging',
      year: 1992,
      url: 'https://doi.org/10.1137/0330046',
    },
  ],
})
