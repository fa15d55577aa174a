import { landscape } from '../declare/landscape.ts'

export const peaks = landscape({
  id: 'peaks',
  name: { en: 'Peaks (MATLAB)', 'zh-Hant': 'Peaks（MATLAB 的山峰）', 'zh-Hans': 'Peaks（MATLAB 的山峰）' },
  summary: {
    en: 'Three hills, three hollows and the three passes between them: every kind of critical point on one small map.',
    'zh-Hant': '三座山、三個窪地和之間的三道隘口：一張小地圖上各種臨界點都有。',
    'zh-Hans': '三座山、三个洼地和之间的三道隘口：一张小地图上各种临界点都有。',
  },
  parameters: ['x', 'y'],
  loss: '3*(1 - x)^2*exp(-x^2 - (y + 1)^2) - 10*(x/5 - x^3 - y^5)*exp(-x^2 - y^2) - exp(-(x + 1)^2 - y^2)/3',
  hyperparameters: {},
  domain: [
    [-3, 3],
    [-3, 3],
  ],
  starts: [[0.3, 0.8]],
  heightScale: 'linear',
  heightCap: 100,
  suggestedRates: { default: 0.03, momentum: 0.05, nesterov: 0.02, adagrad: 0.2, adam: 0.1 },
  criticalPoints: [
    { theta: [0.22827892, -1.62553496], kind: 'minimum' },
    { theta: [-1.34739624, 0.20451887], kind: 'minimum' },
    { theta: [0.29644555, 0.32019625], kind: 'minimum' },
    { theta: [0.41632332, -0.3941451], kind: 'saddle' },
    { theta: [-0.26593756, 0.46673999], kind: 'saddle' },
    { theta: [1.09827283, 0.85446098], kind: 'saddle' },
    { theta: [1.2856847, -0.00484756], kind: 'maximum' },
    { theta: [-0.46002452, -0.62919651], kind: 'maximum' },
    { theta: [-0.00931758, 1.58136796], kind: 'maximum' },
  ],
  references: [
    {
      authors: 'The MathWorks',
      title: 'peaks: sample function of two variables, MATLAB documentation',
      year: 1992,
      url: 'https://www.mathworks.com/help/matlab/ref/peaks.html',
    },
    {
      authors: 'H.-Y. Lee',
      title: 'Machine Learning 2021: When gradient is small (critical points)',
      year: 2021,
      url: 'https://speech.ee.ntu.edu.tw/~hylee/ml/2021-spring.php',
    },
  ],
})
