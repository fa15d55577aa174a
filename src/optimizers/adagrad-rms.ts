import { learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const adagradRms = optimizer({
  id: 'adagrad-rms',
  family: 'adaptive',
  ratesLike: 'adam',
  effectiveRate: 'learningRate/(sigma + epsilon)',
  name: { en: 'Adagrad, lecture form', 'zh-Hant': 'Adagrad（課程形式）', 'zh-Hans': 'Adagrad（课程形式）' },
  summary: {
    en: 'The lecture’s Adagrad: the rate is divided by the root mean square of all gradients so far, and does not decay by itself.',
    'zh-Hant': '課程中的 Adagrad：學習率除以過去所有梯度的均方根，本身不會衰減。',
    'zh-Hans': '课程中的 Adagrad：学习率除以过去所有梯度的均方根，本身不会衰减。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    epsilon: small('ε', 1e-8),
  },
  state: { s: 0 },
  program: `
    s = s + g^2
    sigma = sqrt(s/t)
    theta = theta - learningRate*where(sigma == 0, 0, g/(sigma + epsilon))
  `,
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Error surface is rugged, adaptive learning rate',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'J. Duchi, E. Hazan, Y. Singer',
      title: 'Adaptive Subgradient Methods for Online Learning and Stochastic Optimization',
      year: 2011,
      url: 'https://jmlr.org/papers/v12/duchi11a.html',
    },
  ],
})
