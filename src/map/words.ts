import type { LocalizedText } from '../i18n/language.ts'

/** Words of the map; `{…}` stands for what is filled in. */
export const words = {
  label: {
    en: 'Contour map of {landscape}: {x} to the right, {y} upwards. The arrow keys move the start.',
    'zh-Hant': '{landscape}的等高線圖：{x} 向右，{y} 向上。用方向鍵移動起點。',
    'zh-Hans': '{landscape}的等高线图：{x} 向右，{y} 向上。用方向键移动起点。',
  },
  role: { en: 'contour map', 'zh-Hant': '等高線圖', 'zh-Hans': '等高线图' },
  start: {
    en: 'Start: {x} {xValue}, {y} {yValue}{loss}',
    'zh-Hant': '起點：{x} {xValue}，{y} {yValue}{loss}',
    'zh-Hans': '起点：{x} {xValue}，{y} {yValue}{loss}',
  },
  startLoss: { en: ', loss {loss}', 'zh-Hant': '，損失 {loss}', 'zh-Hans': '，损失 {loss}' },
  points: { en: 'Critical points', 'zh-Hant': '臨界點', 'zh-Hans': '临界点' },
} satisfies Record<string, LocalizedText>
