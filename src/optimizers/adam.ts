import { decay, learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const adam = optimizer({
  id: 'adam',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate/(sqrt(vHat) + epsilon)',
  name: { en: 'Adam', 'zh-Hant': 'Adam', 'zh-Hans': 'Adam' },
  summary: {
    en: 'Momentum chooses the direction, RMSProp the length; both averages are corrected for starting at zero.',
    'zh-Hant': 'Momentum 決定方向，RMSProp 決定步長；兩個平均都校正了從零開始的偏差。',
    'zh-Hans': 'Momentum 决定方向，RMSProp 决定步长；两个平均都校正了从零开始的偏差。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-8),
  },
  state: { m: 0, v: 0 },
  program: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mHat = m/(1 - beta1^t)
    vHat = v/(1 - beta2^t)
    theta = theta - learningRate*mHat/(sqrt(vHat) + epsilon)
  `,
  references: [
    {
      authors: 'D. P. Kingma, J. Ba',
      title: 'Adam: A Method for Stochastic Optimization',
      year: 2015,
      url: 'https://arxiv.org/abs/1412.6980',
    },
  ],
})
