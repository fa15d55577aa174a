import { number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const gradientNoise = modifier({
  id: 'gradient-noise',
  when: 'before',
  name: { en: 'Gradient noise', 'zh-Hant': '梯度雜訊', 'zh-Hans': '梯度噪声' },
  summary: {
    en: 'Adds normal noise to the gradient; its size may fall as the run goes on.',
    'zh-Hant': '在梯度上加常態雜訊，強度可隨時間下降。',
    'zh-Hans': '在梯度上加正态噪声，强度可随时间下降。',
  },
  hyperparameters: {
    sigma: number('σ', 0.1, {
      label: { en: 'size of the noise', 'zh-Hant': '雜訊強度', 'zh-Hans': '噪声强度' },
      range: [1e-4, 100],
      scale: 'log',
      valid: { least: 0 },
    }),
    gamma: number('γ', 0.55, {
      label: { en: 'how fast it falls', 'zh-Hant': '下降速度', 'zh-Hans': '下降速度' },
      range: [0, 2],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    g = g + sigma/t^gamma*normal()
  `,
  references: [
    {
      authors: 'A. Neelakantan, L. Vilnis, Q. V. Le, I. Sutskever, L. Kaiser, K. Kurach, J. Martens',
      title: 'Adding Gradient Noise Improves Learning for Very Deep Networks',
      year: 2015,
      url: 'https://arxiv.org/abs/1511.06807',
    },
  ],
})
