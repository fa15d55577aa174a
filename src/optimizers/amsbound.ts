import { choice, decay, learningRate, number, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const amsbound = optimizer({
  id: 'amsbound',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'rate',
  name: { en: 'AMSBound', 'zh-Hant': 'AMSBound', 'zh-Hans': 'AMSBound' },
  summary: {
    en: 'AdaBound on AMSGrad’s memory: the largest average of squares counts.',
    'zh-Hant': '用 AMSGrad 記憶的 AdaBound：取過去最大的平方平均。',
    'zh-Hans': '用 AMSGrad 记忆的 AdaBound：取过去最大的平方平均。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-8),
    finalLearningRate: number('η*', 0.1, {
      label: { en: 'final learning rate', 'zh-Hant': '最終學習率', 'zh-Hans': '最终学习率' },
      range: [1e-4, 10],
      scale: 'log',
      valid: { least: 0 },
    }),
    gamma: number('γ', 1e-3, {
      label: { en: 'speed of the bounds', 'zh-Hant': '上下界收緊的速度', 'zh-Hans': '上下界收紧的速度' },
      range: [1e-5, 0.1],
      scale: 'log',
      valid: { least: 0 },
    }),
    form: choice('form', { en: 'form', 'zh-Hant': '形式', 'zh-Hans': '形式' }, [
      { id: 'code', label: { en: 'released code', 'zh-Hant': '釋出的程式', 'zh-Hans': '发布的代码' } },
      { id: 'paper', label: { en: 'paper', 'zh-Hant': '論文', 'zh-Hans': '论文' } },
    ]),
  },
  state: { m: 0, v: 0, top: 0 },
  program: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    top = max(top, v)
    low = where(form == 0, finalLearningRate*(1 - 1/(gamma*t + 1)), finalLearningRate - finalLearningRate/((1 - beta2)*t + 1))
    high = where(form == 0, finalLearningRate*(1 + 1/(gamma*t)), finalLearningRate + finalLearningRate/((1 - beta2)*t))
    rate = where(form == 0, clamp(learningRate*sqrt(1 - beta2^t)/(1 - beta1^t)/(sqrt(top) + epsilon), low, high), clamp(learningRate/sqrt(top), low, high)/sqrt(t))
    theta = theta - rate*m
  `,
  references: [
    {
      authors: 'L. Luo, Y. Xiong, Y. Liu, X. Sun',
      title: 'Adaptive Gradient Methods with Dynamic Bound of Learning Rate',
      year: 2019,
      url: 'https://arxiv.org/abs/1902.09843',
    },
    {
      authors: 'S. J. Reddi, S. Kale, S. Kumar',
      title: 'On the Convergence of Adam and Beyond',
      year: 2018,
      url: 'https://arxiv.org/abs/1904.09237',
    },
  ],
})
