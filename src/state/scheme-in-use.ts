import type { ColourScheme } from '../look/colour-scheme.ts'
import { store } from './store.ts'

const darkQuery = () => (typeof matchMedia === 'undefined' ? undefined : matchMedia('(prefers-color-scheme: dark)'))

/** Light or dark as the person chose, or as the system says. */
export function schemeInUse(): ColourScheme {
  const { theme } = store.getState().session
  return theme === 'auto' ? (darkQuery()?.matches ? 'dark' : 'light') : theme
}

/** Calls the listener when the scheme may have changed; returns what ends that. */
export function onSchemeChange(listener: () => void): () => void {
  const media = darkQuery()
  media?.addEventListener('change', listener)
  const unsubscribe = store.subscribe((state, before) => {
    if (state.session.theme !== before.session.theme) listener()
  })
  return () => {
    media?.removeEventListener('change', listener)
    unsubscribe()
  }
}
