import { choice, decay, learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const rmsprop = optimizer({
  id: 'rmsprop',
  family: 'adaptive',
  momentumState: ['b'],
  effectiveRate: 'learningRate/sigma',
  name: { en: 'RMSProp', 'zh-Hant': 'RMSProp', 'zh-Hans': 'RMSProp' },
  summary: {
    en: 'Adagrad that forgets: recent gradients weigh most, so it brakes within a few steps and speeds up again.',
    'zh-Hant': '會遺忘的 Adagrad：最近的梯度影響最大，所以能很快煞車也能再加速。',
    'zh-Hans': '会遗忘的 Adagrad：最近的梯度影响最大，所以能很快刹车也能再加速。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    alpha: decay('α', 0.99),
    epsilon: small('ε', 1e-8),
    momentum: decay('β', 0, { label: { en: 'momentum', 'zh-Hant': '動量', 'zh-Hans': '动量' }, role: 'momentum' }),
    centered: choice('centered', { en: 'centered', 'zh-Hant': '置中', 'zh-Hans': '中心化' }, [
      { id: 'no', label: { en: 'no', 'zh-Hant': '否', 'zh-Hans': '否' } },
      { id: 'yes', label: { en: 'yes', 'zh-Hant': '是', 'zh-Hans': '是' } },
    ]),
  },
  state: { v: 0, gMean: 0, b: 0 },
  program: `
    v = alpha*v + (1 - alpha)*g^2
    gMean = where(centered, gMean + (1 - alpha)*(g - gMean), 0)
    sigma = where(centered, sqrt(max(0, v - gMean^2)), sqrt(v)) + epsilon
    b = momentum*b + g/sigma
    theta = theta - learningRate*b
  `,
  references: [
    {
      authors: 'T. Tieleman, G. Hinton',
      title: 'Lecture 6.5: RMSProp, Neural Networks for Machine Learning',
      year: 2012,
      url: 'https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf',
    },
    {
      authors: 'A. Graves',
      title: 'Generating Sequences With Recurrent Neural Networks',
      year: 2013,
      url: 'https://arxiv.org/abs/1308.0850',
    },
  ],
})
