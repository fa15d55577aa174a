import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const warmupCosine = schedule({
  id: 'warmup-cosine',
  name: { en: 'Warm-up, then cosine', 'zh-Hant': '暖身後餘弦退火', 'zh-Hans': '预热后余弦退火' },
  summary: {
    en: 'The rate climbs in a straight line, then falls along half a cosine.',
    'zh-Hant': '學習率先直線上升，再沿半個餘弦下降。',
    'zh-Hans': '学习率先直线上升，再沿半个余弦下降。',
  },
  hyperparameters: {
    warmup: number('w', 'max(1, floor(steps/10))', {
      label: { en: 'steps of warm-up', 'zh-Hant': '暖身步數', 'zh-Hans': '预热步数' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    length: number('n', 'steps', {
      label: { en: 'length of the whole', 'zh-Hant': '總長度', 'zh-Hans': '总长度' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    minimum: number('ηₘᵢₙ', 0, {
      label: { en: 'lowest rate', 'zh-Hant': '最低學習率', 'zh-Hans': '最低学习率' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    progress = clamp((t - warmup)/max(1, length - warmup), 0, 1)
    learningRate = where(t < warmup, learningRate*t/warmup, minimum + (learningRate - minimum)*(1 + cos(pi*progress))/2)
  `,
  references: [
    {
      authors: 'P. Goyal et al.',
      title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
      year: 2017,
      url: 'https://arxiv.org/abs/1706.02677',
    },
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
      year: 2017,
      url: 'https://arxiv.org/abs/1608.03983',
    },
  ],
})
