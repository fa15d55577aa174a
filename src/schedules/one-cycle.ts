import { choice, number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const oneCycle = schedule({
  id: 'one-cycle',
  name: { en: 'One cycle', 'zh-Hant': '單週期', 'zh-Hans': '单周期' },
  summary: {
    en: 'One great swing: up to the run’s own rate, then down far below where it began; momentum goes the other way.',
    'zh-Hant': '一次大擺動：先升到本身的學習率，再降到遠低於起點；動量反向而行。',
    'zh-Hans': '一次大摆动：先升到本身的学习率，再降到远低于起点；动量反向而行。',
  },
  hyperparameters: {
    length: number('n', 'steps', {
      label: { en: 'length', 'zh-Hant': '長度', 'zh-Hans': '长度' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    start: number('p', 0.3, {
      label: { en: 'share of the climb', 'zh-Hant': '上升佔比', 'zh-Hans': '上升占比' },
      range: [0.05, 0.9],
      scale: 'linear',
      valid: { least: 0, most: 1, openLeast: true, openMost: true },
    }),
    divide: number('d', 25, {
      label: {
        en: 'the peak is this many times the first rate',
        'zh-Hant': '峰值是起始的幾倍',
        'zh-Hans': '峰值是起始的几倍',
      },
      range: [1, 100],
      scale: 'log',
      valid: { least: 0, openLeast: true },
    }),
    finalDivide: number('D', 1e4, {
      label: {
        en: 'the first rate is this many times the last',
        'zh-Hant': '起始是最後的幾倍',
        'zh-Hans': '起始是最后的几倍',
      },
      range: [1, 1e6],
      scale: 'log',
      valid: { least: 0, openLeast: true },
    }),
    anneal: choice('anneal', { en: 'curve', 'zh-Hant': '曲線', 'zh-Hans': '曲线' }, [
      { id: 'cosine', label: { en: 'cosine', 'zh-Hant': '餘弦', 'zh-Hans': '余弦' } },
      { id: 'linear', label: { en: 'linear', 'zh-Hant': '直線', 'zh-Hans': '直线' } },
    ]),
    phases: choice('phases', { en: 'phases', 'zh-Hant': '階段', 'zh-Hans': '阶段' }, [
      { id: 'two', label: { en: 'two', 'zh-Hant': '二', 'zh-Hans': '二' } },
      { id: 'three', label: { en: 'three', 'zh-Hant': '三', 'zh-Hans': '三' } },
    ]),
    cycleMomentum: choice(
      'cycleMomentum',
      { en: 'cycle the momentum', 'zh-Hant': '動量也擺動', 'zh-Hans': '动量也摆动' },
      [
        { id: 'yes', label: { en: 'yes', 'zh-Hant': '是', 'zh-Hans': '是' } },
        { id: 'no', label: { en: 'no', 'zh-Hant': '否', 'zh-Hans': '否' } },
      ],
    ),
    baseMomentum: number('β₀', 0.85, {
      label: { en: 'lowest momentum', 'zh-Hant': '最低動量', 'zh-Hans': '最低动量' },
      range: [0, 0.999],
      scale: 'linear',
      valid: { least: 0, most: 1, openMost: true },
    }),
    maxMomentum: number('β₁', 0.95, {
      label: { en: 'highest momentum', 'zh-Hant': '最高動量', 'zh-Hans': '最高动量' },
      range: [0, 0.999],
      scale: 'linear',
      valid: { least: 0, most: 1, openMost: true },
    }),
  },
  state: {},
  program: `
    k = t - 1
    first = start*length - 1
    second = where(phases == 0, length - 1, 2*start*length - 2)
    phase = where(k <= first, 1, where(phases == 0 or k <= second, 2, 3))
    u = where(phase == 1, k/first, where(phase == 2, (k - first)/(second - first), (k - second)/(length - 1 - second)))
    w = where(anneal == 0, (1 - cos(pi*u))/2, u)
    low = learningRate/divide
    last = low/finalDivide
    from = where(phase == 2, learningRate, low)
    to = where(phase == 1, learningRate, where(phase == 2 and phases == 1, low, last))
    momentumFrom = where(phase == 2, baseMomentum, maxMomentum)
    momentumTo = where(phase == 1, baseMomentum, maxMomentum)
    momentum = where(cycleMomentum == 0, momentumFrom + (momentumTo - momentumFrom)*w, momentum)
    learningRate = from + (to - from)*w
  `,
  references: [
    {
      authors: 'L. N. Smith, N. Topin',
      title: 'Super-Convergence: Very Fast Training of Neural Networks Using Large Learning Rates',
      year: 2018,
      url: 'https://arxiv.org/abs/1708.07120',
    },
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.OneCycleLR',
      year: 2019,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.OneCycleLR.html',
    },
  ],
})
