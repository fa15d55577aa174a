import { learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const leastEigenvectorEscape = optimizer({
  id: 'least-eigenvector-escape',
  family: 'second-order',
  ratesLike: 'sgd',
  events: [
    {
      when: 'escape',
      says: {
        en: 'left a saddle along the eigenvector of its least eigenvalue',
        'zh-Hant': '沿最小特徵值的特徵向量離開鞍點',
        'zh-Hans': '沿最小特征值的特征向量离开鞍点',
      },
    },
  ],
  name: { en: 'Escape along the least eigenvector', 'zh-Hant': '沿最小特徵向量逃離', 'zh-Hans': '沿最小特征向量逃离' },
  summary: {
    en: 'Gradient descent that, where the gradient vanishes at a saddle, steps along the eigenvector of the most negative eigenvalue.',
    'zh-Hant': '梯度下降；在鞍點梯度消失時，改沿最負特徵值的特徵向量走一步。',
    'zh-Hans': '梯度下降；在鞍点梯度消失时，改沿最负特征值的特征向量走一步。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    tolerance: number('τ', 1e-3, {
      label: { en: 'gradient that counts as zero', 'zh-Hant': '視為零的梯度', 'zh-Hans': '视为零的梯度' },
      range: [1e-8, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
    kick: number('k', 0.3, {
      label: { en: 'length of the step out', 'zh-Hant': '逃離的步長', 'zh-Hans': '逃离的步长' },
      range: [0.01, 2],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    u = least_eigenvector()
    curvature = dot(u, hessian_times(u))
    escape = norm(g) < tolerance and curvature < 0
    theta = where(escape, theta + kick*u, theta - learningRate*g)
  `,
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: When gradient is small (critical points)',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
  ],
})
