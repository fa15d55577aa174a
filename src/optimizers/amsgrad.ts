import { choice, decay, learningRate, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const amsgrad = optimizer({
  id: 'amsgrad',
  family: 'adaptive',
  momentumState: ['m'],
  effectiveRate: 'learningRate/(sqrt(vHat) + epsilon)',
  name: { en: 'AMSGrad', 'zh-Hant': 'AMSGrad', 'zh-Hans': 'AMSGrad' },
  summary: {
    en: 'Adam that divides by the largest average of squares so far: a large gradient, once seen, is never forgotten.',
    'zh-Hant': '除以過去最大平方平均的 Adam：見過的大梯度永遠不會被忘記。',
    'zh-Hans': '除以过去最大平方平均的 Adam：见过的大梯度永远不会被忘记。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-8),
    form: choice('form', { en: 'form', 'zh-Hant': '形式', 'zh-Hans': '形式' }, [
      { id: 'pytorch', label: { en: 'PyTorch', 'zh-Hant': 'PyTorch', 'zh-Hans': 'PyTorch' } },
      { id: 'paper', label: { en: 'paper', 'zh-Hant': '論文', 'zh-Hans': '论文' } },
    ]),
  },
  state: { m: 0, v: 0, top: 0 },
  program: `
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    top = max(top, v)
    mHat = where(form == 0, m/(1 - beta1^t), m)
    vHat = where(form == 0, top/(1 - beta2^t), top)
    theta = theta - learningRate*mHat/(sqrt(vHat) + epsilon)
  `,
  references: [
    {
      authors: 'S. J. Reddi, S. Kale, S. Kumar',
      title: 'On the Convergence of Adam and Beyond',
      year: 2018,
      url: 'https://arxiv.org/abs/1904.09237',
    },
  ],
})
