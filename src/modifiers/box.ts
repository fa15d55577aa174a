import { number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const box = modifier({
  id: 'box',
  when: 'after',
  name: { en: 'Box', 'zh-Hant': '方框限制', 'zh-Hans': '方框限制' },
  summary: {
    en: 'Keeps every parameter between two bounds.',
    'zh-Hant': '把每個參數限制在上下界之間。',
    'zh-Hans': '把每个参数限制在上下界之间。',
  },
  hyperparameters: {
    low: number('a', -1, { label: { en: 'lower bound', 'zh-Hant': '下界', 'zh-Hans': '下界' }, range: [-10, 10] }),
    high: number('b', 1, { label: { en: 'upper bound', 'zh-Hant': '上界', 'zh-Hans': '上界' }, range: [-10, 10] }),
  },
  state: {},
  program: `
    theta = clamp(theta, low, high)
  `,
  references: [
    {
      authors: 'S. J. Reddi, S. Kale, S. Kumar',
      title: 'On the Convergence of Adam and Beyond',
      year: 2018,
      url: 'https://arxiv.org/abs/1904.09237',
    },
  ],
})
