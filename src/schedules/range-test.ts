import { choice, number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const rangeTest = schedule({
  id: 'range-test',
  name: { en: 'Range test', 'zh-Hant': '範圍測試', 'zh-Hans': '范围测试' },
  summary: {
    en: 'Sweeps the rate up to the run’s own, to see where the loss falls fastest and where it breaks.',
    'zh-Hant': '把學習率一路掃到本身的值，看 loss 在哪裡降得最快、在哪裡爆掉。',
    'zh-Hans': '把学习率一路扫到本身的值，看 loss 在哪里降得最快、在哪里爆掉。',
  },
  hyperparameters: {
    start: number('a', 1e-4, {
      label: { en: 'share at the start', 'zh-Hant': '起始倍率', 'zh-Hans': '起始倍率' },
      range: [1e-6, 1],
      scale: 'log',
      valid: { least: 0, openLeast: true },
    }),
    length: number('n', 'steps', {
      label: { en: 'length', 'zh-Hant': '長度', 'zh-Hans': '长度' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    form: choice('form', { en: 'sweep', 'zh-Hant': '掃描', 'zh-Hans': '扫描' }, [
      { id: 'exponential', label: { en: 'exponential', 'zh-Hant': '指數', 'zh-Hans': '指数' } },
      { id: 'linear', label: { en: 'linear', 'zh-Hant': '線性', 'zh-Hans': '线性' } },
    ]),
  },
  state: {},
  program: `
    progress = min(1, (t - 1)/max(1, length - 1))
    learningRate = learningRate*where(form == 0, start^(1 - progress), start + (1 - start)*progress)
  `,
  references: [
    {
      authors: 'L. N. Smith',
      title: 'Cyclical Learning Rates for Training Neural Networks',
      year: 2017,
      url: 'https://arxiv.org/abs/1506.01186',
    },
  ],
})
