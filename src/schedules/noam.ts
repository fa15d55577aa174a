import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const noam = schedule({
  id: 'noam',
  name: { en: 'Transformer (Noam)', 'zh-Hant': 'Transformer (Noam)', 'zh-Hans': 'Transformer (Noam)' },
  summary: {
    en: 'The Transformer’s schedule: linear warm-up, then 1/√t, scaled by the model’s size.',
    'zh-Hant': 'Transformer 的學習率：先線性暖身，再隨 1/√t 下降，並依模型大小縮放。',
    'zh-Hans': 'Transformer 的学习率：先线性预热，再随 1/√t 下降，并依模型大小缩放。',
  },
  hyperparameters: {
    dimension: number('d', 512, {
      label: { en: 'model size', 'zh-Hant': '模型維度', 'zh-Hans': '模型维度' },
      range: [1, 4096],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    warmup: number('w', 4000, {
      label: { en: 'steps of warm-up', 'zh-Hant': '暖身步數', 'zh-Hans': '预热步数' },
      range: [1, 10000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
  },
  state: {},
  program: `
    learningRate = learningRate*dimension^(-0.5)*min(t^(-0.5), t*warmup^(-1.5))
  `,
  references: [
    {
      authors: 'A. Vaswani et al.',
      title: 'Attention Is All You Need',
      year: 2017,
      url: 'https://arxiv.org/abs/1706.03762',
    },
  ],
})
