import { choice, decay, learningRate, number, small } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

// The switch asks for a positive estimate too, as public implementations do: with a negative one SGD would climb.
export const swats = optimizer({
  id: 'swats',
  family: 'adaptive',
  momentumState: ['m'],
  events: [
    {
      when: 'switch',
      says: { en: 'switched from Adam to SGD', 'zh-Hant': '從 Adam 切換到 SGD', 'zh-Hans': '从 Adam 切换到 SGD' },
    },
  ],
  name: { en: 'SWATS', 'zh-Hant': 'SWATS', 'zh-Hans': 'SWATS' },
  summary: {
    en: 'Adam first, then SGD: it switches once the rate that SGD would need has settled.',
    'zh-Hant': '先 Adam 後 SGD：等 SGD 該用的學習率穩定下來就切換。',
    'zh-Hans': '先 Adam 后 SGD：等 SGD 该用的学习率稳定下来就切换。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    beta1: decay('β₁', 0.9, { role: 'momentum' }),
    beta2: decay('β₂', 0.999),
    epsilon: small('ε', 1e-9),
    switchEpsilon: number('εₛ', 1e-9, {
      label: { en: 'switch tolerance', 'zh-Hant': '切換容許差', 'zh-Hans': '切换容差' },
      range: [1e-9, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
    criterion: choice('criterion', { en: 'switch criterion', 'zh-Hant': '切換準則', 'zh-Hans': '切换准则' }, [
      { id: 'absolute', label: { en: 'absolute (paper)', 'zh-Hant': '絕對（論文）', 'zh-Hans': '绝对（论文）' } },
      { id: 'relative', label: { en: 'relative', 'zh-Hant': '相對', 'zh-Hans': '相对' } },
    ]),
  },
  state: { m: 0, a: 0, lambda: 0, v: 0, sgd: 0, rate: 0 },
  program: `
    m = where(sgd, m, beta1*m + (1 - beta1)*g)
    a = where(sgd, a, beta2*a + (1 - beta2)*g^2)
    step = -(learningRate*sqrt(1 - beta2^t)/(1 - beta1^t))*m/(sqrt(a) + epsilon)
    v = where(sgd, beta1*v + g, v)
    theta = where(sgd, theta - (1 - beta1)*rate*v, theta + step)
    live = not sgd and not (dot(step, g) == 0)
    gamma = dot(step, step)/(-dot(step, g))
    lambda = where(live, beta2*lambda + (1 - beta2)*gamma, lambda)
    estimate = lambda/(1 - beta2^t)
    switch = live and t > 1 and estimate > 0 and abs(estimate - gamma) < switchEpsilon*where(criterion == 0, 1, estimate)
    rate = where(switch, estimate, rate)
    sgd = sgd or switch
  `,
  references: [
    {
      authors: 'N. S. Keskar, R. Socher',
      title: 'Improving Generalization Performance by Switching from Adam to SGD',
      year: 2017,
      url: 'https://arxiv.org/abs/1712.07628',
    },
  ],
})
