import { number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const clipValue = modifier({
  id: 'clip-value',
  when: 'before',
  name: { en: 'Clip by value', 'zh-Hant': '依數值裁剪', 'zh-Hans': '按数值裁剪' },
  summary: {
    en: 'Clamps every component of the gradient; its direction may change.',
    'zh-Hant': '把梯度的每個分量限制在範圍內，方向可能改變。',
    'zh-Hans': '把梯度的每个分量限制在范围内，方向可能改变。',
  },
  hyperparameters: {
    limit: number('c', 1, {
      label: { en: 'largest component', 'zh-Hant': '分量上限', 'zh-Hans': '分量上限' },
      range: [0.01, 100],
      scale: 'log',
      valid: { least: 0, openLeast: true },
    }),
  },
  state: {},
  program: `
    g = clamp(g, -limit, limit)
  `,
  references: [
    {
      authors: 'PyTorch',
      title: 'torch.nn.utils.clip_grad_value_',
      year: 2017,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_value_.html',
    },
  ],
})
