import { decay, learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const rmspropLecture = optimizer({
  id: 'rmsprop-lecture',
  family: 'adaptive',
  ratesLike: 'rmsprop',
  effectiveRate: 'learningRate/(sigma + epsilon)',
  name: { en: 'RMSProp, lecture form', 'zh-Hant': 'RMSProp（課程形式）', 'zh-Hans': 'RMSProp（课程形式）' },
  summary: {
    en: 'The lecture’s RMSProp: the average starts with the first gradient, so the first step is η whatever the slope.',
    'zh-Hant': '課程中的 RMSProp：平均從第一個梯度開始，所以不論坡度第一步都是 η。',
    'zh-Hans': '课程中的 RMSProp：平均从第一个梯度开始，所以不论坡度第一步都是 η。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    alpha: decay('α', 0.9),
    epsilon: small('ε', 1e-8),
  },
  state: { v: 0 },
  program: `
    v = where(t == 1, g^2, alpha*v + (1 - alpha)*g^2)
    sigma = sqrt(v)
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
      authors: 'T. Tieleman, G. Hinton',
      title: 'Lecture 6.5: RMSProp, Neural Networks for Machine Learning',
      year: 2012,
      url: 'https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf',
    },
  ],
})
