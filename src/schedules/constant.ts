import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const constant = schedule({
  id: 'constant',
  name: { en: 'Constant', 'zh-Hant': '固定', 'zh-Hans': '固定' },
  summary: {
    en: 'The run’s own rate; with a factor, that much of it for the first steps.',
    'zh-Hant': '學習率不變；也可以在最初幾步先乘上一個倍率。',
    'zh-Hans': '学习率不变；也可以在最初几步先乘上一个倍率。',
  },
  hyperparameters: {
    factor: number('f', 1, {
      label: { en: 'factor', 'zh-Hant': '倍率', 'zh-Hans': '倍率' },
      range: [0, 1],
      valid: { least: 0 },
    }),
    length: number('n', 5, {
      label: { en: 'steps it lasts', 'zh-Hant': '持續步數', 'zh-Hans': '持续步数' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
  },
  state: {},
  program: 'learningRate = learningRate*where(t <= length, factor, 1)',
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.ConstantLR',
      year: 2021,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ConstantLR.html',
    },
  ],
})
