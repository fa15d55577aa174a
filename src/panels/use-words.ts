import type { Words } from '../i18n/en.ts'
import type { Language } from '../i18n/language.ts'
import { words } from '../i18n/words.ts'
import { useStore } from '../state/use-store.ts'

/** The language of the page. */
export function useLanguage(): Language {
  return useStore((state) => state.session.language)
}

/** The page's texts in its language. */
export function useWords(): Words {
  return words(useLanguage())
}
