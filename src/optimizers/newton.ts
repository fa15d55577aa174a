import { learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const newton = optimizer({
  id: 'newton',
  family: 'second-order',
  name: { en: 'Newton', 'zh-Hant': '牛頓法', 'zh-Hans': '牛顿法' },
  summary: {
    en: 'Steps to the critical point of the second-order model, be it a minimum, a maximum or a saddle.',
    'zh-Hant': '一步走到二階近似的臨界點，不論那是最低點、最高點還是鞍點。',
    'zh-Hans': '一步走到二阶近似的临界点，不论那是极小点、极大点还是鞍点。',
  },
  hyperparameters: {
    learningRate: learningRate(1),
    damping: number('μ', 0, {
      label: { en: 'damping', 'zh-Hant': '阻尼', 'zh-Hans': '阻尼' },
      range: [0, 10],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    theta = theta - learningRate*newton(g, damping)
  `,
  references: [
    {
      authors: 'J. Nocedal, S. J. Wright',
      title: 'Numerical Optimization, 2nd edition',
      year: 2006,
      url: 'https://doi.org/10.1007/978-0-387-40065-5',
    },
  ],
})
