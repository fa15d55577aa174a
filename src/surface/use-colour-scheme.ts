import { useSyncExternalStore } from 'react'
import type { ColourScheme } from '../look/colour-scheme.ts'
import { useStore } from '../state/use-store.ts'

const query = '(prefers-color-scheme: dark)'

function subscribe(changed: () => void): () => void {
  const list = matchMedia(query)
  list.addEventListener('change', changed)
  return () => list.removeEventListener('change', changed)
}

/** The scheme in force: the person's choice, else the system's. */
export function useColourScheme(): ColourScheme {
  const theme = useStore((state) => state.session.theme)
  const systemIsDark = useSyncExternalStore(subscribe, () => matchMedia(query).matches)
  if (theme !== 'auto') return theme
  return systemIsDark ? 'dark' : 'light'
}
