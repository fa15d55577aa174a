import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const step = schedule({
  id: 'step',
  name: { en: 'Step decay', 'zh-Hant': '階梯衰減', 'zh-Hans': '阶梯衰减' },
  summary: {
    en: 'Every so many steps the rate is multiplied by a factor.',
    'zh-Hant': '每隔固定步數，學習率乘上一個倍率。',
    'zh-Hans': '每隔固定步数，学习率乘上一个倍率。',
  },
  hyperparameters: {
    period: number('n', 30, {
      label: { en: 'period', 'zh-Hant': '週期', 'zh-Hans': '周期' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    gamma: number('γ', 0.1, {
      label: { en: 'factor', 'zh-Hant': '倍率', 'zh-Hans': '倍率' },
      range: [0, 1],
      valid: { least: 0 },
    }),
  },
  state: {},
  program: 'learningRate = learningRate*gamma^floor((t - 1)/period)',
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.StepLR',
      year: 2017,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.StepLR.html',
    },
  ],
})
