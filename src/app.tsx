import { lazy, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Charts } from './charts/charts.tsx'
import { MapView } from './map/map-view.tsx'
import { openPlayhead } from './panels/open-playhead.ts'
import { readPresentation } from './panels/read-presentation.ts'
import { Shell } from './panels/shell.tsx'
import { followAddress } from './state/address.ts'
import { followExperiment } from './state/follow-experiment.ts'
import { store } from './state/store.ts'

// Three is most of the page's bytes: everything else is drawn before it arrives.
const SurfaceView = lazy(async () => ({ default: (await import('./surface/surface-view.tsx')).SurfaceView }))

const { language, theme, ...opening } = readPresentation(location.search, navigator.languages)
store.getState().setSession({ language, theme })
followAddress()
openPlayhead(opening, matchMedia('(prefers-reduced-motion: reduce)').matches)
followExperiment()

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <Shell surface={<SurfaceView />} map={<MapView />} charts={<Charts />} />
  </StrictMode>,
)
