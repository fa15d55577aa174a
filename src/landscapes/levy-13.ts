import { landscape } from '../declare/landscape.ts'

export const levy13 = landscape({
  id: 'levy-13',
  name: { en: 'Lévy N. 13', 'zh-Hant': 'Lévy N. 13 函數', 'zh-Hans': 'Lévy N. 13 函数' },
  summary: {
    en: 'Furrows cross a bowl, finer in one direction than in the other: well over a hundred minima, one of them at loss zero.',
    'zh-Hant': '碗裡縱橫交錯的溝，一個方向比另一個方向細密：最低點有一百多個，只有一個 loss 是零。',
    'zh-Hans': '碗里纵横交错的沟，一个方向比另一个方向细密：最低点有一百多个，只有一个 loss 是零。',
  },
  parameters: ['x', 'y'],
  loss: 'sin(3pi*x)^2 + (x - 1)^2*(1 + sin(3pi*y)^2) + (y - 1)^2*(1 + sin(2pi*y)^2)',
  hyperparameters: {},
  domain: [
    [-1, 3],
    [-1, 3],
  ],
  starts: [[-0.2, 2.4]],
  heightScale: 'linear',
  heightCap: 98,
  suggestedRates: { default: 0.005, momentum: 0.003, nesterov: 0.003, adagrad: 0.05, adam: 0.05 },
  references: [
    {
      authors: 'A. V. Levy, A. Montalvo',
      title: 'The Tunneling Algorithm for the Global Minimization of Functions',
      year: 1985,
      url: 'https://doi.org/10.1137/0906002',
    },
    {
      authors: 'S. Surjanovic, D. Bingham',
      title: 'Virtual Library of Simulation Experiments: Lévy function N. 13',
      year: 2013,
      url: 'https://www.sfu.ca/~ssurjano/levy13.html',
    },
  ],
})
