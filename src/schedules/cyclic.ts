import { choice, number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const cyclic = schedule({
  id: 'cyclic',
  name: { en: 'Cyclical', 'zh-Hant': '週期學習率', 'zh-Hans': '周期学习率' },
  summary: {
    en: 'The rate swings between a base and the run’s own; momentum may swing against it.',
    'zh-Hant': '學習率在下限與本身之間來回擺動；動量可以反向擺動。',
    'zh-Hans': '学习率在下限与本身之间来回摆动；动量可以反向摆动。',
  },
  hyperparameters: {
    base: number('η₀', 0.001, {
      label: { en: 'lowest rate', 'zh-Hant': '最低學習率', 'zh-Hans': '最低学习率' },
      range: [1e-5, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
    up: number('n↑', 2000, {
      label: { en: 'steps up', 'zh-Hant': '上升步數', 'zh-Hans': '上升步数' },
      range: [1, 2000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    down: number('n↓', 2000, {
      label: { en: 'steps down', 'zh-Hant': '下降步數', 'zh-Hans': '下降步数' },
      range: [1, 2000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    form: choice('form', { en: 'form', 'zh-Hant': '形式', 'zh-Hans': '形式' }, [
      { id: 'triangular', label: { en: 'triangular', 'zh-Hant': '三角', 'zh-Hans': '三角' } },
      {
        id: 'triangular2',
        label: { en: 'triangular, halved each cycle', 'zh-Hant': '三角，每輪減半', 'zh-Hans': '三角，每轮减半' },
      },
      { id: 'exp-range', label: { en: 'exponential range', 'zh-Hant': '指數範圍', 'zh-Hans': '指数范围' } },
    ]),
    gamma: number('γ', 1, {
      label: { en: 'factor of the exponential range', 'zh-Hant': '指數範圍的倍率', 'zh-Hans': '指数范围的倍率' },
      range: [0.9, 1],
      valid: { least: 0 },
    }),
    cycleMomentum: choice(
      'cycleMomentum',
      { en: 'cycle the momentum', 'zh-Hant': '動量也擺動', 'zh-Hans': '动量也摆动' },
      [
        { id: 'yes', label: { en: 'yes', 'zh-Hant': '是', 'zh-Hans': '是' } },
        { id: 'no', label: { en: 'no', 'zh-Hant': '否', 'zh-Hans': '否' } },
      ],
    ),
    baseMomentum: number('β₀', 0.8, {
      label: { en: 'lowest momentum', 'zh-Hant': '最低動量', 'zh-Hans': '最低动量' },
      range: [0, 0.999],
      scale: 'linear',
      valid: { least: 0, most: 1, openMost: true },
    }),
    maxMomentum: number('β₁', 0.9, {
      label: { en: 'highest momentum', 'zh-Hant': '最高動量', 'zh-Hans': '最高动量' },
      range: [0, 0.999],
      scale: 'linear',
      valid: { least: 0, most: 1, openMost: true },
    }),
  },
  state: {},
  program: `
    cycle = floor((t - 1)/(up + down))
    x = t - 1 - cycle*(up + down)
    height = where(x <= up, x/up, (up + down - x)/down)
    scale = where(form == 1, 0.5^cycle, where(form == 2, gamma^(t - 1), 1))
    momentum = where(cycleMomentum == 0, maxMomentum - (maxMomentum - baseMomentum)*height*scale, momentum)
    learningRate = base + (learningRate - base)*height*scale
  `,
  references: [
    {
      authors: 'L. N. Smith',
      title: 'Cyclical Learning Rates for Training Neural Networks',
      year: 2017,
      url: 'https://arxiv.org/abs/1506.01186',
    },
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.CyclicLR',
      year: 2019,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.CyclicLR.html',
    },
  ],
})
