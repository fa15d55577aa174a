import { learningRate } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const sgd = optimizer({
  id: 'sgd',
  family: 'gradient',
  name: { en: 'SGD', 'zh-Hant': 'SGD 梯度下降', 'zh-Hans': 'SGD 梯度下降' },
  summary: {
    en: 'Gradient descent: every step goes straight against the gradient, as long as the gradient is steep.',
    'zh-Hant': '梯度下降：每一步都沿梯度的反方向走，坡越陡走得越遠。',
    'zh-Hans': '梯度下降：每一步都沿梯度的反方向走，坡越陡走得越远。',
  },
  hyperparameters: { learningRate: learningRate(0.001) },
  state: {},
  program: 'theta = theta - learningRate*g',
  references: [
    {
      authors: 'H. Robbins, S. Monro',
      title: 'A Stochastic Approximation Method',
      year: 1951,
      url: 'https://doi.org/10.1214/aoms/1177729586',
    },
  ],
})
