import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const blurredEggCarton = landscape({
  id: 'blurred-egg-carton',
  name: { en: 'Blurred egg carton', 'zh-Hant': '模糊的蛋盒', 'zh-Hans': '模糊的鸡蛋托' },
  summary: {
    en: 'Dimples in a bowl, seen through a blur of width s: the more blur, the fewer dimples, until one minimum is left; let the blur fade while training and the detail comes back.',
    'zh-Hant':
      '碗裡的小坑，隔著寬度 s 的模糊來看：越模糊坑越少，最後只剩一個最低點；訓練時讓模糊漸退，細節就慢慢回來。',
    'zh-Hans':
      '碗里的小坑，隔着宽度 s 的模糊来看：越模糊坑越少，最后只剩一个最低点；训练时让模糊渐退，细节就慢慢回来。',
  },
  parameters: ['w1', 'w2'],
  loss: `
    width = blur*max(0, 1 - fading*(t - 1))
    ripple = exp(-2pi^2*width^2)
    loss = 0.25(w1^2 + w2^2) + (1 - ripple*cos(2pi*w1))/2 + (1 - ripple*cos(2pi*w2))/2
  `,
  hyperparameters: {
    blur: number('s', 0.2, {
      label: { en: 'width of the blur', 'zh-Hant': '模糊的寬度', 'zh-Hans': '模糊的宽度' },
      range: [0, 0.6],
      valid: { least: 0 },
    }),
    fading: number('r', 0, {
      label: {
        en: 'share of the blur that fades each step',
        'zh-Hant': '每一步消退的模糊比例',
        'zh-Hans': '每一步消退的模糊比例',
      },
      range: [0, 0.05],
      valid: { least: 0 },
    }),
  },
  domain: [
    [-6, 6],
    [-6, 6],
  ],
  starts: [[-4.6, 3.6]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.1, momentum: 0.02, nesterov: 0.03, adagrad: 2, rmsprop: 0.05, adam: 0.3 },
  references: [
    {
      authors: 'Y. Bengio, J. Louradour, R. Collobert, J. Weston',
      title: 'Curriculum learning',
      year: 2009,
      url: 'https://doi.org/10.1145/1553374.1553380',
    },
    {
      authors: 'H. Mobahi, J. W. Fisher III',
      title: 'A Theoretical Analysis of Optimization by Gaussian Continuation',
      year: 2015,
      url: 'https://doi.org/10.1609/aaai.v29i1.9356',
    },
  ],
})
