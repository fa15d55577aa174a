import { decay, learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const sgdw = optimizer({
  id: 'sgdw',
  family: 'momentum',
  momentumState: ['m'],
  name: { en: 'SGDW', 'zh-Hant': 'SGDW', 'zh-Hans': 'SGDW' },
  summary: {
    en: 'Momentum whose weight decay stays out of the memory.',
    'zh-Hant': '權重衰減不進入動量的 SGDM。',
    'zh-Hans': '权重衰减不进入动量的 SGDM。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decay('β', 0.9, { label: { en: 'momentum', 'zh-Hant': '動量', 'zh-Hans': '动量' }, role: 'momentum' }),
    decay: number('λ', 0.01, {
      label: { en: 'weight decay', 'zh-Hant': '權重衰減', 'zh-Hans': '权重衰减' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: { m: 0 },
  program: `
    m = momentum*m + learningRate*g
    theta = theta - m - learningRate*decay*theta
  `,
  references: [
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'Decoupled Weight Decay Regularization',
      year: 2019,
      url: 'https://arxiv.org/abs/1711.05101',
    },
  ],
})
