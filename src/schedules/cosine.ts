import { number } from '../declare/hyperparameter.ts'
import { schedule } from '../declare/schedule.ts'

export const cosine = schedule({
  id: 'cosine',
  name: { en: 'Cosine annealing', 'zh-Hant': '餘弦退火', 'zh-Hans': '余弦退火' },
  summary: {
    en: 'The rate falls along half a cosine wave, and climbs again if the run goes on.',
    'zh-Hant': '學習率沿半個餘弦波下降，若繼續訓練會再升回來。',
    'zh-Hans': '学习率沿半个余弦波下降，若继续训练会再升回来。',
  },
  hyperparameters: {
    length: number('n', 'steps', {
      label: { en: 'length of the descent', 'zh-Hant': '下降步數', 'zh-Hans': '下降步数' },
      range: [1, 1000],
      scale: 'log',
      integer: true,
      valid: { least: 1 },
    }),
    minimum: number('ηₘᵢₙ', 0, {
      label: { en: 'lowest rate', 'zh-Hant': '最低學習率', 'zh-Hans': '最低学习率' },
      range: [0, 1],
      valid: { least: 0 },
    }),
  },
  state: {},
  program: 'learningRate = minimum + (learningRate - minimum)*(1 + cos(pi*(t - 1)/length))/2',
  references: [
    {
      authors: 'I. Loshchilov, F. Hutter',
      title: 'SGDR: Stochastic Gradient Descent with Warm Restarts',
      year: 2017,
      url: 'https://arxiv.org/abs/1608.03983',
    },
  ],
})
