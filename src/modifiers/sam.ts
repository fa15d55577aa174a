import { number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const sam = modifier({
  id: 'sam',
  when: 'before',
  name: { en: 'Sharpness-aware (SAM)', 'zh-Hant': '銳度感知（SAM）', 'zh-Hans': '锐度感知（SAM）' },
  summary: {
    en: 'Takes the gradient at the worst point nearby, so that sharp minima look steep.',
    'zh-Hant': '在附近最糟的點取梯度，尖銳的最低點因此顯得陡。',
    'zh-Hans': '在附近最糟的点取梯度，尖锐的极小点因此显得陡。',
  },
  hyperparameters: {
    rho: number('ρ', 0.05, {
      label: { en: 'radius', 'zh-Hant': '半徑', 'zh-Hans': '半径' },
      range: [0.001, 2],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    g = grad(theta + rho*g/(norm(g) + 1e-12))
  `,
  references: [
    {
      authors: 'P. Foret, A. Kleiner, H. Mobahi, B. Neyshabur',
      title: 'Sharpness-Aware Minimization for Efficiently Improving Generalization',
      year: 2021,
      url: 'https://arxiv.org/abs/2010.01412',
    },
  ],
})
