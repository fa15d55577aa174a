import type { Language } from './language.ts'

/**
 * The page's language for a person's preferences (BCP 47 tags, best first); English when none fits. Chinese without a script is
 * traditional in Taiwan, Hong Kong and Macau, else simplified.
 */
export function bestLanguage(preferences: readonly string[]): Language {
  for (const preference of preferences) {
    const known = languageOf(preference)
    if (known !== undefined) return known
  }
  return 'en'
}

/** The page's language for one BCP 47 tag (also written `zh_TW`), undefined when there is none. */
export function languageOf(tag: string): Language | undefined {
  const [language, ...parts] = tag.toLowerCase().replaceAll('_', '-').split('-')
  if (language === 'en') return 'en'
  if (language === 'yue') return parts.includes('hans') || parts.includes('cn') ? 'zh-Hans' : 'zh-Hant'
  if (language !== 'zh' && language !== 'cmn') return undefined
  if (parts.includes('hant')) return 'zh-Hant'
  if (parts.includes('hans')) return 'zh-Hans'
  return ['tw', 'hk', 'mo'].some((region) => parts.includes(region)) ? 'zh-Hant' : 'zh-Hans'
}
