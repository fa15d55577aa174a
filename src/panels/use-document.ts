import { useEffect } from 'react'
import { palettes, type ColourScheme } from '../look/colour-scheme.ts'
import { useStore } from '../state/use-store.ts'
import { useLanguage, useWords } from './use-words.ts'

/** Keeps what stands outside the page's own elements in step: language, theme, title, the browser's bar. */
export function useDocument(): void {
  const language = useLanguage()
  const { title } = useWords().page
  const theme = useStore((state) => state.session.theme)

  useEffect(() => {
    document.documentElement.lang = language
    document.title = title
  }, [language, title])

  useEffect(() => {
    const root = document.documentElement
    if (theme === 'auto') delete root.dataset.theme
    else root.dataset.theme = theme
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const own: ColourScheme = meta.media.includes('light') ? 'light' : 'dark'
      meta.content = palettes[theme === 'auto' ? own : theme].background
    }
  }, [theme])
}
