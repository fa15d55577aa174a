import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const wallToWall = landscape({
  id: 'wall-to-wall',
  name: { en: 'Wall to wall', 'zh-Hant': '兩壁之間', 'zh-Hans': '两壁之间' },
  summary: {
    en: 'A narrow gully with a gentle floor: the loss stops falling while the gradient stays large, because every step jumps from one wall to the other.',
    'zh-Hant': '窄溝裡一道緩坡：loss 不再下降，梯度卻一直很大，因為每一步都從一面谷壁跳到另一面。',
    'zh-Hans': '窄沟里一道缓坡：loss 不再下降，梯度却一直很大，因为每一步都从一面谷壁跳到另一面。',
  },
  parameters: ['w1', 'w2'],
  loss: 'sqrt(0.01 + (steepness*w2)^2) + curvature*w1^2',
  hyperparameters: {
    steepness: number('s', 3, {
      label: { en: 'steepness of the walls', 'zh-Hant': '谷壁陡度', 'zh-Hans': '谷壁陡度' },
      range: [0.1, 10],
      scale: 'log',
    }),
    curvature: number('c', 0.005, {
      label: { en: 'curvature of the floor', 'zh-Hant': '谷底的曲率', 'zh-Hans': '谷底的曲率' },
      range: [0, 0.1],
    }),
  },
  domain: [
    [-5, 5],
    [-1.5, 1.5],
  ],
  starts: [[-4, 1]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.02, sgd: 0.1, nesterov: 0.015, adagrad: 0.3, rmsprop: 0.03, adam: 0.1 },
  criticalPoints: [{ theta: [0, 0], kind: 'minimum' }],
  references: [
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: Tips for training, adaptive learning rate',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
    {
      authors: 'J. M. Cohen, S. Kaur, Y. Li, J. Z. Kolter, A. Talwalkar',
      title: 'Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability',
      year: 2021,
      url: 'https://arxiv.org/abs/2103.00065',
    },
  ],
})
