import { choice, decay, learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const radam = optimizer({
  id: 'radam',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate*rate',
  events: [{ when: 'rectified', says: { en: 'rectification began', 'zh-Hant': '開始校正', 'zh-Hans': '开始校正' } }],
  name: { en: 'RAdam', 'zh-Hant': 'RAdam', 'zh-Hans': 'RAdam' },
  summary: {
    en: 'Adam that waits: while too few gradients have been seen to trust σ it walks like SGD, then it corrects for what variance is left.',
    'zh-Hant': '會等的 Adam：看過的梯度太少、σ 不可信時先像 SGD 走，之後再校正剩下的變異。',
    'zh-Hans': '会等的 Adam：看过的梯度太少、σ 不可信时先像 SGD 走，之后再校正剩下的方差。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-8),
    threshold: choice('threshold', { en: 'threshold of ρ', 'zh-Hant': 'ρ 的門檻', 'zh-Hans': 'ρ 的阈值' }, [
      { id: '5', label: { en: '5 (PyTorch)', 'zh-Hant': '5(PyTorch)', 'zh-Hans': '5(PyTorch)' } },
      { id: '4', label: { en: '4 (paper)', 'zh-Hant': '4（論文）', 'zh-Hans': '4（论文）' } },
    ]),
    early: choice('early', { en: 'before rectification', 'zh-Hant': '校正之前', 'zh-Hans': '校正之前' }, [
      { id: 'sgd', label: { en: 'walk like SGD', 'zh-Hant': '像 SGD 走', 'zh-Hans': '像 SGD 走' } },
      { id: 'skip', label: { en: 'stand still', 'zh-Hant': '不動', 'zh-Hans': '不动' } },
    ]),
  },
  state: { m: 0, v: 0 },
  program: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mHat = m/(1 - beta1^t)
    rhoMax = 2/(1 - beta2) - 1
    rho = rhoMax - 2*t*beta2^t/(1 - beta2^t)
    rectified = rho > where(threshold == 0, 5, 4)
    r = sqrt((rho - 4)*(rho - 2)*rhoMax/((rhoMax - 4)*(rhoMax - 2)*rho))
    rate = where(rectified, r*sqrt(1 - beta2^t)/(sqrt(v) + epsilon), where(early == 0, 1, 0))
    theta = theta - learningRate*mHat*rate
  `,
  references: [
    {
      authors: 'L. Liu, H. Jiang, P. He, W. Chen, X. Liu, J. Gao, J. Han',
      title: 'On the Variance of the Adaptive Learning Rate and Beyond',
      year: 2020,
      url: 'https://arxiv.org/abs/1908.03265',
    },
  ],
})
