import { decay, learningRate, number, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const yogi = optimizer({
  id: 'yogi',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate/(sqrt(v) + epsilon)',
  name: { en: 'Yogi', 'zh-Hant': 'Yogi', 'zh-Hans': 'Yogi' },
  summary: {
    en: 'Adam whose average of squares moves by steps of fixed proportion, so that it cannot shrink suddenly.',
    'zh-Hant': '平方平均每次只加減固定比例的 Adam，不會突然縮小。',
    'zh-Hans': '平方平均每次只加减固定比例的 Adam，不会突然缩小。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-3),
    initialAccumulator: number('v₀', 1e-6, {
      label: { en: 'initial accumulator', 'zh-Hant': '累積初值', 'zh-Hans': '累积初值' },
      range: [1e-8, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  state: { m: 0, v: 'initialAccumulator' },
  program: `
    m = beta1*m + (1 - beta1)*g
    v = v - (1 - beta2)*sign(v - g^2)*g^2
    theta = theta - learningRate*m/(sqrt(v) + epsilon)
  `,
  references: [
    {
      authors: 'M. Zaheer, S. J. Reddi, D. Sachan, S. Kale, S. Kumar',
      title: 'Adaptive Methods for Nonconvex Optimization',
      year: 2018,
      url: 'https://papers.nips.cc/paper/2018/hash/90365351ccc7437a1309dc64e4db32a3-Abstract.html',
    },
  ],
})
