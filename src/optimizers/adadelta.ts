import { decay, learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const adadelta = optimizer({
  id: 'adadelta',
  family: 'adaptive',
  ratesLike: 'none',
  name: { en: 'Adadelta', 'zh-Hant': 'Adadelta', 'zh-Hans': 'Adadelta' },
  summary: {
    en: 'RMSProp that also measures its own steps, so that a step has the units of the parameter and no rate needs choosing.',
    'zh-Hant': '也記錄自己步長的 RMSProp：步長與參數同單位，不必選學習率。',
    'zh-Hans': '也记录自己步长的 RMSProp：步长与参数同单位，不必选学习率。',
  },
  hyperparameters: {
    learningRate: learningRate(1),
    rho: decay('ρ', 0.9),
    epsilon: small('ε', 1e-6),
  },
  state: { v: 0, d: 0 },
  program: `
    v = rho*v + (1 - rho)*g^2
    step = sqrt(d + epsilon)/sqrt(v + epsilon)*g
    d = rho*d + (1 - rho)*step^2
    theta = theta - learningRate*step
  `,
  references: [
    {
      authors: 'M. D. Zeiler',
      title: 'ADADELTA: An Adaptive Learning Rate Method',
      year: 2012,
      url: 'https://arxiv.org/abs/1212.5701',
    },
  ],
})
