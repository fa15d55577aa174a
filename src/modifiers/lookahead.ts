import { choice, number } from '../declare/hyperparameter.ts'
import { modifier } from '../declare/modifier.ts'

export const lookahead = modifier({
  id: 'lookahead',
  when: 'after',
  name: { en: 'Lookahead', 'zh-Hant': 'Lookahead', 'zh-Hans': 'Lookahead' },
  summary: {
    en: 'Every k steps of the fast weights, slow weights follow them part of the way, and the fast ones start again from there.',
    'zh-Hant': '快權重每走 k 步，慢權重跟上一部分，快權重再從那裡重新出發。',
    'zh-Hans': '快权重每走 k 步，慢权重跟上一部分，快权重再从那里重新出发。',
  },
  hyperparameters: {
    k: number('k', 5, {
      label: { en: 'steps between synchronisations', 'zh-Hant': '同步間隔步數', 'zh-Hans': '同步间隔步数' },
      range: [1, 50],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    alpha: number('α', 0.5, {
      label: { en: 'how far the slow weights follow', 'zh-Hant': '慢權重跟上的比例', 'zh-Hans': '慢权重跟上的比例' },
      range: [0, 1],
      scale: 'linear',
      valid: { least: 0, most: 1 },
    }),
    inner: choice(
      'inner',
      { en: 'momentum at a synchronisation', 'zh-Hant': '同步時的動量', 'zh-Hans': '同步时的动量' },
      [
        { id: 'keep', label: { en: 'kept', 'zh-Hant': '保留', 'zh-Hans': '保留' } },
        { id: 'reset', label: { en: 'reset to zero', 'zh-Hant': '歸零', 'zh-Hans': '归零' } },
        { id: 'pullback', label: { en: 'pulled back', 'zh-Hant': '拉回', 'zh-Hans': '拉回' } },
      ],
    ),
  },
  state: { slow: 'theta' },
  program: `
    sync = mod(t, k) == 0
    slow = where(sync, slow + alpha*(theta - slow), slow)
    theta = where(sync, slow, theta)
  `,
  eachMomentum: {
    state: { slowBuffer: 0 },
    program: `
      slowBuffer = where(sync and inner == 2, slowBuffer + alpha*(buffer - slowBuffer), slowBuffer)
      buffer = where(sync, where(inner == 1, 0, where(inner == 2, slowBuffer, buffer)), buffer)
    `,
  },
  points: ['slow'],
  events: [
    { when: 'sync', says: { en: 'the slow weights followed', 'zh-Hant': '慢權重跟上', 'zh-Hans': '慢权重跟上' } },
  ],
  references: [
    {
      authors: 'M. R. Zhang, J. Lucas, G. Hinton, J. Ba',
      title: 'Lookahead Optimizer: k steps forward, 1 step back',
      year: 2019,
      url: 'https://arxiv.org/abs/1907.08610',
    },
  ],
})
