import { en, type Words } from './en.ts'
import type { Language } from './language.ts'
import { zhHans } from './zh-hans.ts'
import { zhHant } from './zh-hant.ts'

const dictionaries: Record<Language, Words> = { en, 'zh-Hant': zhHant, 'zh-Hans': zhHans }

/** The page's texts in one language. */
export function words(language: Language): Words {
  return dictionaries[language]
}
