import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const polynomial = schedule({
  id: 'polynomial',
  name: { en: 'Polynomial decay', 'zh-Hant': '多項式衰減', 'zh-Hans': '多项式衰减' },
  summary: {
    en: 'The rate falls to zero along a power of the steps that are left.',
    'zh-Hant': '學習率隨剩餘步數的次方降到零。',
    'zh-Hans': '学习率随剩余步数的次方降到零。',
  },
  hyperparameters: {
    length: number('n', 5, {
      label: { en: 'length', 'zh-Hant': '長度', 'zh-Hans': '长度' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    power: number('p', 1, {
      label: { en: 'power', 'zh-Hant': '次方', 'zh-Hans': '次方' },
      range: [0.1, 5],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    learningRate = learningRate*(1 - min(t - 1, length)/length)^power
  `,
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.PolynomialLR',
      year: 2022,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.PolynomialLR.html',
    },
  ],
})
