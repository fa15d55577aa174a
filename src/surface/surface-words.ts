import type { LocalizedText } from '../i18n/language.ts'

/** The few sentences of the surface view itself. */
export const surfaceWords = {
  label: {
    en: 'Error surface. Arrow keys turn it, plus and minus zoom, 0 resets the view; a click moves the start.',
    'zh-Hant': '誤差曲面。方向鍵旋轉，加減號縮放，0 還原視角；點一下即可移動起點。',
    'zh-Hans': '误差曲面。方向键旋转，加减号缩放，0 还原视角；点一下即可移动起点。',
  },
  withoutGraphics: {
    en: 'This browser shows no 3-D graphics (WebGL 2). The map shows the same surface from above.',
    'zh-Hant': '這個瀏覽器無法顯示 3D 圖形（WebGL 2）；等高線圖是同一個曲面由上往下看的樣子。',
    'zh-Hans': '这个浏览器无法显示 3D 图形（WebGL 2）；等高线图是同一个曲面由上往下看的样子。',
  },
  loss: { en: 'loss', 'zh-Hant': '損失', 'zh-Hans': '损失' },
} as const satisfies Record<string, LocalizedText>
