import { bestLanguage, languageOf } from '../i18n/best-language.ts'
import type { Session } from '../state/session.ts'

/** How the page is to be shown, from the query of its address. */
export interface Presentation {
  language: Session['language']
  theme: Session['theme']
  /** Whether it plays by itself at the start: said so, or left open. */
  play: boolean | undefined
  /** The step shown first. */
  at: number | undefined
}

/** Reads the query of an address; what is absent or makes no sense is as the person's browser prefers. */
export function readPresentation(query: string, preferences: readonly string[]): Presentation {
  const given = new URLSearchParams(query)
  const theme = given.get('theme')
  const play = given.get('play')
  const at = Number(given.get('at') ?? NaN)
  return {
    language: languageOf(given.get('lang') ?? '') ?? bestLanguage(preferences),
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    play: play === null ? undefined : play !== '0' && play !== 'false',
    at: Number.isFinite(at) && at >= 0 ? at : undefined,
  }
}
