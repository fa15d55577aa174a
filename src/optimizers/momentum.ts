import { choice, decay, learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const momentum = optimizer({
  id: 'momentum',
  family: 'momentum',
  momentumState: ['v'],
  name: { en: 'Momentum', 'zh-Hant': 'SGD + 動量', 'zh-Hans': 'SGD + 动量' },
  summary: {
    en: 'A heavy ball: every step is today’s gradient plus a fading memory of all earlier ones.',
    'zh-Hant': '像一顆有重量的球：每一步等於現在的梯度加上逐漸淡去的所有舊梯度。',
    'zh-Hans': '像一个有重量的球：每一步等于现在的梯度加上逐渐淡去的所有旧梯度。',
  },
  hyperparameters: {
    learningRate: learningRate(0.001),
    momentum: decay('β', 0.9, { label: { en: 'momentum', 'zh-Hant': '動量', 'zh-Hans': '动量' }, role: 'momentum' }),
    dampening: number('τ', 0, {
      label: { en: 'dampening', 'zh-Hant': '阻尼', 'zh-Hans': '阻尼' },
      range: [0, 1],
      valid: { least: 0, most: 1 },
    }),
    form: choice('form', { en: 'form', 'zh-Hant': '形式', 'zh-Hans': '形式' }, [
      { id: 'pytorch', label: { en: 'PyTorch', 'zh-Hant': 'PyTorch', 'zh-Hans': 'PyTorch' } },
      { id: 'lecture', label: { en: 'lecture', 'zh-Hant': '課程', 'zh-Hans': '课程' } },
    ]),
  },
  state: { v: 0 },
  program: `
    v = where(form == 0, where(t == 1, g, momentum*v + (1 - dampening)*g), momentum*v - learningRate*(1 - dampening)*g)
    theta = where(form == 0, theta - learningRate*v, theta + v)
  `,
  references: [
    {
      authors: 'B. T. Polyak',
      title: 'Some methods of speeding up the convergence of iteration methods',
      year: 1964,
      url: 'https://doi.org/10.1016/0041-5553(64)90137-5',
    },
    {
      authors: 'I. Sutskever, J. Martens, G. Dahl, G. Hinton',
      title: 'On the importance of initialization and momentum in deep learning',
      year: 2013,
      url: 'https://proceedings.mlr.press/v28/sutskever13.html',
    },
  ],
})
