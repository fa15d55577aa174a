import { decay, learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const adabelief = optimizer({
  id: 'adabelief',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate/(sqrt(sHat) + epsilon)',
  name: { en: 'AdaBelief', 'zh-Hant': 'AdaBelief', 'zh-Hans': 'AdaBelief' },
  summary: {
    en: 'Adam that divides by how far gradients stray from their average: steady gradients earn long steps.',
    'zh-Hant': '除以梯度偏離平均的程度的 Adam：梯度越穩定，步子越大。',
    'zh-Hans': '除以梯度偏离平均的程度的 Adam：梯度越稳定，步子越大。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: number('ε', 1e-16, {
      label: { en: 'small constant', 'zh-Hant': '微小常數', 'zh-Hans': '微小常数' },
      range: [1e-16, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  state: { m: 0, s: 0 },
  program: `
    m = beta1*m + (1 - beta1)*g
    s = beta2*s + (1 - beta2)*(g - m)^2 + epsilon
    mHat = m/(1 - beta1^t)
    sHat = s/(1 - beta2^t)
    theta = theta - learningRate*mHat/(sqrt(sHat) + epsilon)
  `,
  references: [
    {
      authors: 'J. Zhuang, T. Tang, Y. Ding, S. Tatikonda, N. Dvornek, X. Papademetris, J. S. Duncan',
      title: 'AdaBelief Optimizer: Adapting Stepsizes by the Belief in Observed Gradients',
      year: 2020,
      url: 'https://arxiv.org/abs/2010.07468',
    },
  ],
})
