import { list, number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const multiStep = schedule({
  id: 'multi-step',
  name: { en: 'Milestones', 'zh-Hant': '里程碑衰減', 'zh-Hans': '里程碑衰减' },
  summary: {
    en: 'At each milestone the rate is multiplied by a factor.',
    'zh-Hant': '每到一個里程碑，學習率乘上一個倍率。',
    'zh-Hans': '每到一个里程碑，学习率乘上一个倍率。',
  },
  hyperparameters: {
    milestones: list(
      'milestones',
      [60, 120],
      { en: 'milestones', 'zh-Hant': '里程碑', 'zh-Hans': '里程碑' },
      { least: 0 },
    ),
    gamma: number('γ', 0.1, {
      label: { en: 'factor', 'zh-Hant': '倍率', 'zh-Hans': '倍率' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    learningRate = learningRate*gamma^count(milestones, t - 1)
  `,
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.MultiStepLR',
      year: 2019,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.MultiStepLR.html',
    },
  ],
})
