import { Suspense, useCallback, useEffect, useState, type ReactNode } from 'react'
import { Header } from './header.tsx'
import { IconButton } from './icon-button.tsx'
import { Inspector } from './inspector.tsx'
import { keepSessionInside } from './keep-session-inside.ts'
import { Notices } from './notices.tsx'
import { RunsCard } from './runs-card.tsx'
import { ShortcutsSheet } from './shortcuts-sheet.tsx'
import { StageBoundary } from './stage-boundary.tsx'
import { SurfaceCard } from './surface-card.tsx'
import { Transport } from './transport.tsx'
import { useDocument } from './use-document.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { useWords } from './use-words.ts'
import './look.css'
import './shell.css'
import './controls.css'

interface Props {
  /** The views, which the shell only places. */
  surface: ReactNode
  map: ReactNode
  charts: ReactNode
}

const tabs = ['surface', 'runs', 'inspect', 'charts'] as const
type Tab = (typeof tabs)[number]

/** The whole page: columns around the stage where there is room; on a phone the stage, a sheet chosen by tabs, and the transport. */
export function Shell({ surface, map, charts }: Props) {
  const words = useWords().page
  const [tab, setTab] = useState<Tab | undefined>('runs')
  const [mapShown, setMapShown] = useState(true)
  const [help, setHelp] = useState(false)
  const openHelp = useCallback(() => setHelp(true), [])
  useDocument()
  useShortcuts(openHelp)
  useEffect(keepSessionInside, [])

  return (
    <div className={`shell ${mapShown ? 'map-shown' : 'map-hidden'}`} data-tab={tab ?? 'none'}>
      <Header onHelp={openHelp} />
      <main className="shell-stage" aria-label={words.stage}>
        <StageBoundary instead={<p className="stage-note">{words.noSurface}</p>}>
          <Suspense fallback={<p className="stage-note">{words.drawing}</p>}>{surface}</Suspense>
        </StageBoundary>
      </main>
      <aside id="shell-map" className="shell-map" aria-label={words.map}>
        {map}
      </aside>
      <IconButton
        icon="map"
        className="map-button"
        label={mapShown ? words.hideMap : words.showMap}
        aria-expanded={mapShown}
        aria-controls="shell-map"
        onClick={() => setMapShown(!mapShown)}
      />
      <nav className="tabs" aria-label={words.panels}>
        {tabs.map((one) => (
          <button
            key={one}
            type="button"
            className="tab"
            aria-expanded={one === tab}
            onClick={() => setTab(one === tab ? undefined : one)}
          >
            {words.tabs[one]}
          </button>
        ))}
      </nav>
      <div className="shell-left">
        <SurfaceCard />
        <RunsCard />
      </div>
      <div className="shell-right">
        <Inspector />
      </div>
      <Transport />
      <div className="shell-charts">{charts}</div>
      <Notices />
      {help && <ShortcutsSheet onClose={() => setHelp(false)} />}
    </div>
  )
}
