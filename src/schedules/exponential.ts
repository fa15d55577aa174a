import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const exponential = schedule({
  id: 'exponential',
  name: { en: 'Exponential decay', 'zh-Hant': '指數衰減', 'zh-Hans': '指数衰减' },
  summary: {
    en: 'Every step the rate is multiplied by the same factor.',
    'zh-Hant': '每一步學習率都乘上同一個倍率。',
    'zh-Hans': '每一步学习率都乘上同一个倍率。',
  },
  hyperparameters: {
    gamma: number('γ', 0.99, {
      label: { en: 'factor', 'zh-Hant': '倍率', 'zh-Hans': '倍率' },
      range: [0.5, 0.9999],
      scale: 'one-minus-log',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    learningRate = learningRate*gamma^(t - 1)
  `,
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.ExponentialLR',
      year: 2019,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ExponentialLR.html',
    },
  ],
})
