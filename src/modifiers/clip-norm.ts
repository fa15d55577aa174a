import { number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const clipNorm = modifier({
  id: 'clip-norm',
  when: 'before',
  name: { en: 'Clip by norm', 'zh-Hant': '依範數裁剪', 'zh-Hans': '按范数裁剪' },
  summary: {
    en: 'Shortens a gradient that is longer than the limit; its direction stays.',
    'zh-Hant': '把超過上限的梯度縮短，方向不變。',
    'zh-Hans': '把超过上限的梯度缩短，方向不变。',
  },
  hyperparameters: {
    limit: number('c', 1, {
      label: { en: 'longest gradient', 'zh-Hant': '梯度長度上限', 'zh-Hans': '梯度长度上限' },
      range: [0.01, 100],
      scale: 'log',
      valid: { least: 0, openLeast: true },
    }),
  },
  state: {},
  program: `
    g = g*min(1, limit/(norm(g) + 1e-6))
  `,
  references: [
    {
      authors: 'R. Pascanu, T. Mikolov, Y. Bengio',
      title: 'On the difficulty of training Recurrent Neural Networks',
      year: 2013,
      url: 'https://arxiv.org/abs/1211.5063',
    },
    {
      authors: 'PyTorch',
      title: 'torch.nn.utils.clip_grad_norm_',
      year: 2017,
      url: 'https://docs.pytorch.org/docs/stable/generated/torch.nn.utils.clip_grad_norm_.html',
    },
  ],
})
