import { number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const decoupledWeightDecay = modifier({
  id: 'decoupled-weight-decay',
  when: 'before',
  name: { en: 'Decoupled weight decay', 'zh-Hant': '解耦權重衰減', 'zh-Hans': '解耦权重衰减' },
  summary: {
    en: 'Shrinks the weights themselves, past the optimizer: what turns Adam into AdamW.',
    'zh-Hant': '直接縮小權重，不經過最佳化器：Adam 因此變成 AdamW。',
    'zh-Hans': '直接缩小权重，不经过优化器：Adam 因此变成 AdamW。',
  },
  hyperparameters: {
    decay: number('λ', 0.01, {
      label: { en: 'weight decay', 'zh-Hant': '權重衰減', 'zh-Hans': '权重衰减' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0 },
    }),
  },
  state: {},
  program: `
    theta = theta*(1 - learningRate*decay)
  `,
  references: [
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'Decoupled Weight Decay Regularization',
      year: 2019,
      url: 'https://arxiv.org/abs/1711.05101',
    },
  ],
})
