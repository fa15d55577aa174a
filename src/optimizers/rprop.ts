import { learningRate, number } from '../declare/hyperparameter.ts'
import { optimizer } from '../declare/optimizer.ts'

export const rprop = optimizer({
  id: 'rprop',
  family: 'adaptive',
  ratesLike: 'adam',
  effectiveRate: 'step',
  name: { en: 'Rprop', 'zh-Hant': 'Rprop', 'zh-Hans': 'Rprop' },
  summary: {
    en: 'Every parameter has a step of its own that grows while the slope keeps its sign and shrinks when it turns.',
    'zh-Hant': '每個參數有自己的步長：坡度方向不變就變長，一變向就縮短。',
    'zh-Hans': '每个参数有自己的步长：坡度方向不变就变长，一变向就缩短。',
  },
  hyperparameters: {
    learningRate: learningRate(0.01),
    etaMinus: number('η⁻', 0.5, {
      label: { en: 'shrink factor', 'zh-Hant': '縮短倍率', 'zh-Hans': '缩短倍率' },
      range: [0.1, 0.99],
      scale: 'linear',
      valid: { least: 0, most: 1, openLeast: true, openMost: true },
    }),
    etaPlus: number('η⁺', 1.2, {
      label: { en: 'growth factor', 'zh-Hant': '增長倍率', 'zh-Hans': '增长倍率' },
      range: [1.01, 2],
      scale: 'linear',
      valid: { least: 1, openLeast: true },
    }),
    minimumStep: number('Δₘᵢₙ', 1e-6, {
      label: { en: 'shortest step', 'zh-Hant': '最短步長', 'zh-Hans': '最短步长' },
      range: [1e-9, 1],
      scale: 'log',
      valid: { least: 0 },
    }),
    maximumStep: number('Δₘₐₓ', 50, {
      label: { en: 'longest step', 'zh-Hant': '最長步長', 'zh-Hans': '最长步长' },
      range: [0.01, 100],
      scale: 'log',
      valid: { least: 0 },
    }),
  },
  state: { previous: 0, step: 'learningRate' },
  program: `
    s = sign(g*previous)
    step = clamp(step*where(s > 0, etaPlus, where(s < 0, etaMinus, 1)), minimumStep, maximumStep)
    previous = where(s < 0, 0, g)
    theta = theta - sign(previous)*step
  `,
  references: [
    {
      authors: 'M. Riedmiller, H. Braun',
      title: 'A direct adaptive method for faster backpropagation learning: the RPROP algorithm',
      year: 1993,
      url: 'https://doi.org/10.1109/ICNN.1993.298623',
    },
  ],
})
