import { learningRate, number, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const adagrad = optimizer({
  id: 'adagrad',
  family: 'adaptive',
  effectiveRate: 'learningRate/(sqrt(s) + epsilon)',
  name: { en: 'Adagrad', 'zh-Hant': 'Adagrad', 'zh-Hans': 'Adagrad' },
  summary: {
    en: 'Every parameter has its own rate, divided by the root of the sum of all its squared gradients: it only ever slows down.',
    'zh-Hant': '每個參數有自己的學習率，除以過去所有梯度平方和的根號：只會越走越慢。',
    'zh-Hans': '每个参数有自己的学习率，除以过去所有梯度平方和的根号：只会越走越慢。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    learningRateDecay: number('d', 0, {
      label: { en: 'learning rate decay', 'zh-Hant': '學習率衰減', 'zh-Hans': '学习率衰减' },
      range: [0, 1],
      valid: { least: 0 },
    }),
    initialAccumulator: number('s₀', 0, {
      label: { en: 'initial accumulator', 'zh-Hant': '累積初值', 'zh-Hans': '累积初值' },
      range: [0, 1],
      valid: { least: 0 },
    }),
    epsilon: small('ε', 1e-10),
  },
  state: { s: 'initialAccumulator' },
  program: `
    s = s + g^2
    rate = learningRate/(1 + (t - 1)*learningRateDecay)
    theta = theta - rate*g/(sqrt(s) + epsilon)
  `,
  references: [
    {
      authors: 'J. Duchi, E. Hazan, Y. Singer',
      title: 'Adaptive Subgradient Methods for Online Learning and Stochastic Optimization',
      year: 2011,
      url: 'https://jmlr.org/papers/v12/duchi11a.html',
    },
  ],
})
