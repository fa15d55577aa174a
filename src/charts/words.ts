import type { LocalizedText } from '../i18n/language.ts'

/** Words of the charts; `{…}` stands for what is filled in. */
export const words = {
  byStep: { en: '{title} by step', 'zh-Hant': '各步的{title}', 'zh-Hans': '各步的{title}' },
  atStep: { en: '{values} at step {step}', 'zh-Hant': '第 {step} 步：{values}', 'zh-Hans': '第 {step} 步：{values}' },
  step: { en: 'step {step}', 'zh-Hant': '第 {step} 步', 'zh-Hans': '第 {step} 步' },
  ended: { en: 'ended', 'zh-Hant': '已結束', 'zh-Hans': '已结束' },
  join: { en: ', ', 'zh-Hant': '，', 'zh-Hans': '，' },
  linear: { en: 'lin', 'zh-Hant': '線性', 'zh-Hans': '线性' },
  log: { en: 'log', 'zh-Hant': '對數', 'zh-Hans': '对数' },
  scale: { en: 'Scale', 'zh-Hant': '刻度', 'zh-Hans': '刻度' },
  nothingPositive: {
    en: 'Nothing above zero to show on a logarithmic scale.',
    'zh-Hant': '沒有大於零的值，對數刻度無法顯示。',
    'zh-Hans': '没有大于零的值，对数刻度无法显示。',
  },
} satisfies Record<string, LocalizedText>
