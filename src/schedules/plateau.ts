import { choice, number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const plateau = schedule({
  id: 'plateau',
  name: { en: 'Reduce on plateau', 'zh-Hant': '遇平原降低', 'zh-Hans': '遇平台降低' },
  summary: {
    en: 'When the loss has not got better for a while, the rate is multiplied by a factor.',
    'zh-Hant': 'loss 一段時間沒有進步，就把學習率乘上一個倍率。',
    'zh-Hans': 'loss 一段时间没有进步，就把学习率乘上一个倍率。',
  },
  hyperparameters: {
    factor: number('f', 0.1, {
      label: { en: 'factor', 'zh-Hant': '倍率', 'zh-Hans': '倍率' },
      range: [0.01, 0.99],
      scale: 'linear',
      valid: { least: 0, most: 1, openMost: true },
    }),
    patience: number('p', 10, {
      label: { en: 'patience in steps', 'zh-Hant': '耐心步數', 'zh-Hans': '耐心步数' },
      range: [0, 200],
      scale: 'linear',
      integer: true,
      valid: { least: 0 },
    }),
    threshold: number('τ', 1e-4, {
      label: { en: 'what counts as better', 'zh-Hant': '算進步的門檻', 'zh-Hans': '算进步的阈值' },
      range: [1e-6, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
    mode: choice('mode', { en: 'threshold is', 'zh-Hant': '門檻為', 'zh-Hans': '阈值为' }, [
      { id: 'relative', label: { en: 'relative', 'zh-Hant': '相對', 'zh-Hans': '相对' } },
      { id: 'absolute', label: { en: 'absolute', 'zh-Hant': '絕對', 'zh-Hans': '绝对' } },
    ]),
    cooldown: number('c', 0, {
      label: { en: 'cool-down in steps', 'zh-Hant': '冷卻步數', 'zh-Hans': '冷却步数' },
      range: [0, 200],
      scale: 'linear',
      integer: true,
      valid: { least: 0 },
    }),
    minimum: number('ηₘᵢₙ', 0, {
      label: { en: 'lowest rate', 'zh-Hant': '最低學習率', 'zh-Hans': '最低学习率' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
    epsilon: number('ε', 1e-8, {
      label: { en: 'smallest change', 'zh-Hant': '最小變化', 'zh-Hans': '最小变化' },
      range: [1e-12, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  state: { best: 'infinity', bad: 0, cool: 0, rate: 'learningRate' },
  events: [
    {
      when: 'drop',
      says: {
        en: 'the loss stood still and the rate was reduced',
        'zh-Hant': 'loss 停滯，學習率降低',
        'zh-Hans': 'loss 停滞，学习率降低',
      },
    },
  ],
  program: `
    seen = t > 1
    better = loss < where(mode == 0, best*(1 - threshold), best - threshold)
    best = where(seen and better, loss, best)
    bad = where(seen, where(better, 0, bad + 1), bad)
    cooling = seen and cool > 0
    cool = where(cooling, cool - 1, cool)
    bad = where(cooling, 0, bad)
    drop = bad > patience
    lower = max(rate*factor, minimum)
    rate = where(drop and rate - lower > epsilon, lower, rate)
    cool = where(drop, cooldown, cool)
    bad = where(drop, 0, bad)
    learningRate = rate
  `,
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.optim.lr_scheduler.ReduceLROnPlateau',
      year: 2019,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.optim.lr_scheduler.ReduceLROnPlateau.html',
    },
  ],
})
