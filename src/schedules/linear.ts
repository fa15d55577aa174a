import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const linear = schedule({
  id: 'linear',
  name: { en: 'Linear', 'zh-Hant': '線性', 'zh-Hans': '线性' },
  summary: {
    en: 'The rate goes in a straight line from one share of itself to another, then stays: warm-up or decay.',
    'zh-Hant': '學習率從一個倍率直線變到另一個倍率後保持不變：暖身或衰減都行。',
    'zh-Hans': '学习率从一个倍率直线变到另一个倍率后保持不变：预热或衰减都行。',
  },
  hyperparameters: {
    start: number('a', '1/3', {
      label: { en: 'share at the start', 'zh-Hant': '起始倍率', 'zh-Hans': '起始倍率' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
    end: number('b', 1, {
      label: { en: 'share at the end', 'zh-Hant': '結束倍率', 'zh-Hans': '结束倍率' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
    length: number('n', 5, {
      label: { en: 'length', 'zh-Hant': '長度', 'zh-Hans': '长度' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
  },
  state: {},
  program: `
    learningRate = learningRate*(start + (end - start)*min(t - 1, length)/length)
  `,
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.LinearLR',
      year: 2021,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.LinearLR.html',
    },
    {
      authors: 'P. Goyal et al.',
      title: 'Accurate, Large Minibatch SGD: Training ImageNet in 1 Hour',
      year: 2017,
      url: 'https://arxiv.org/abs/1706.02677',
    },
  ],
})
