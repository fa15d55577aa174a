import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const cosineRestarts = schedule({
  id: 'cosine-restarts',
  name: { en: 'Cosine with restarts', 'zh-Hant': '餘弦退火重啟（SGDR）', 'zh-Hans': '余弦退火重启（SGDR）' },
  summary: {
    en: 'The rate falls along half a cosine, jumps back to the top, and falls again; every cycle may last longer.',
    'zh-Hant': '學習率沿半個餘弦下降後跳回最高再下降；每一輪可以更長。',
    'zh-Hans': '学习率沿半个余弦下降后跳回最高再下降；每一轮可以更长。',
  },
  hyperparameters: {
    period: number('n', 50, {
      label: { en: 'first cycle', 'zh-Hant': '第一輪步數', 'zh-Hans': '第一轮步数' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    multiplier: number('m', 1, {
      label: { en: 'each next cycle is longer by', 'zh-Hant': '每輪加長倍率', 'zh-Hans': '每轮加长倍率' },
      range: [1, 4],
      scale: 'linear',
      valid: { least: 1 },
    }),
    minimum: number('ηₘᵢₙ', 0, {
      label: { en: 'lowest rate', 'zh-Hant': '最低學習率', 'zh-Hans': '最低学习率' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: { age: -1, cycle: 'period' },
  events: [
    { when: 'restart', says: { en: 'the schedule restarted', 'zh-Hant': '學習率重啟', 'zh-Hans': '学习率重启' } },
  ],
  program: `
    age = age + 1
    restart = age >= cycle
    age = where(restart, age - cycle, age)
    cycle = where(restart, cycle*multiplier, cycle)
    learningRate = minimum + (learningRate - minimum)*(1 + cos(pi*age/cycle))/2
  `,
  references: [
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
      year: 2017,
      url: 'https://arxiv.org/abs/1608.03983',
    },
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.CosineAnnealingWarmRestarts',
      year: 2019,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CosineAnnealingWarmRestarts.html',
    },
  ],
})
