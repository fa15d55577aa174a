import { choice, decay } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const average = modifier({
  id: 'average',
  when: 'after',
  name: { en: 'Averaging', 'zh-Hant': '權重平均', 'zh-Hans': '权重平均' },
  summary: {
    en: 'Keeps the average of all places so far, or a moving one, beside the run.',
    'zh-Hant': '另外記下走過位置的平均或移動平均。',
    'zh-Hans': '另外记下走过位置的平均或移动平均。',
  },
  hyperparameters: {
    form: choice('form', { en: 'average', 'zh-Hant': '平均方式', 'zh-Hans': '平均方式' }, [
      {
        id: 'polyak',
        label: { en: 'of all steps (Polyak)', 'zh-Hant': '所有步（Polyak）', 'zh-Hans': '所有步（Polyak）' },
      },
      { id: 'moving', label: { en: 'moving (EMA)', 'zh-Hant': '移動平均（EMA）', 'zh-Hans': '移动平均（EMA）' } },
    ]),
    alpha: decay('α', 0.99),
  },
  state: { average: 'theta' },
  program: `
    average = where(form == 0, average + (theta - average)/t, alpha*average + (1 - alpha)*theta)
  `,
  points: ['average'],
  references: [
    {
      authors: 'B. T. Polyak, A. B. Juditsky',
      title: 'Acceleration of Stochastic Approximation by Averaging',
      year: 1992,
      url: 'https://doi.org/10.1137/0330046',
    },
  ],
})
