import { number } from '../declare/hyperparameter.ts'
import { landscape } from '../declare/landscape.ts'

export const ackley = landscape({
  id: 'ackley',
  name: { en: 'Ackley', 'zh-Hant': 'Ackley 函數', 'zh-Hans': 'Ackley 函数' },
  summary: {
    en: 'An almost flat, rippled plain around one deep funnel: far away the gradient tells little about where the funnel is.',
    'zh-Hant': '近乎平坦、滿是波紋的平原，中間一個深漏斗：離得遠時，梯度幾乎看不出漏斗在哪裡。',
    'zh-Hans': '近乎平坦、满是波纹的平原，中间一个深漏斗：离得远时，梯度几乎看不出漏斗在哪里。',
  },
  parameters: ['x', 'y'],
  loss: '-a*exp(-b*sqrt((x^2 + y^2)/2)) - exp((cos(2pi*x) + cos(2pi*y))/2) + a + e',
  hyperparameters: {
    a: number('a', 20, {
      label: { en: 'depth of the funnel', 'zh-Hant': '漏斗深度', 'zh-Hans': '漏斗深度' },
      range: [0, 40],
    }),
    b: number('b', 0.2, {
      label: { en: 'steepness of the funnel', 'zh-Hant': '漏斗陡度', 'zh-Hans': '漏斗陡度' },
      range: [0.02, 1],
      scale: 'log',
    }),
  },
  domain: [
    [-5, 5],
    [-5, 5],
  ],
  starts: [[2.5, 1.5]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.03, momentum: 0.015, nesterov: 0.015, adagrad: 1, rmsprop: 0.1, adam: 0.1 },
  references: [
    {
      authors: 'D. H. Ackley',
      title: 'A Connectionist Machine for Genetic Hillclimbing',
      year: 1987,
      url: 'https://doi.org/10.1007/978-1-4613-1997-9',
    },
    {
      authors: 'S. Surjanovic, D. Bingham',
      title: 'Virtual Library of Simulation Experiments: Ackley function',
      year: 2013,
      url: 'https://www.sfu.ca/~ssurjano/ackley.html',
    },
  ],
})
