import { useEffect, useId, useRef, useState } from 'react'
import { useStore } from '../state/use-store.ts'
import './map.css'
import { formatNumber } from '../look/format-number.ts'
import { lossAt } from './loss-at.ts'
import { MapCanvas } from './map-canvas.ts'
import { followKeys, followPointer, type Target } from './map-pointer.ts'
import { startsOf } from '../state/starts-of.ts'
import { MapReadout } from './map-readout.tsx'
import { CriticalPointTags } from './critical-point-tags.tsx'
import { parameterLabel } from '../formula/parameter-label.ts'
import { fill } from '../i18n/fill.ts'
import { words } from './words.ts'

/**
 * The landscape from above, filling its parent: colours, contours, critical points, trajectories up to the playhead. Click
 * or drag moves the start; so do the arrow keys.
 */
export function MapView() {
  const stage = useRef<HTMLDivElement>(null)
  const lower = useRef<HTMLCanvasElement>(null)
  const upper = useRef<HTMLCanvasElement>(null)
  const spoken = useId()
  const [pointed, setPointed] = useState<number>()
  const landscape = useStore((state) => state.experiment.landscape.thing)
  const language = useStore((state) => state.session.language)

  useEffect(() => {
    if (!stage.current || !lower.current || !upper.current) return undefined
    const map = new MapCanvas(stage.current, lower.current, upper.current)
    const frameNow = () => map.frame()
    const point = (target: Target) => setPointed(target.kind === 'critical' ? target.index : undefined)
    const endings = [followPointer(stage.current, frameNow, point), followKeys(stage.current, frameNow)]
    return () => {
      for (const end of endings) end()
      map.dispose()
    }
  }, [])

  const [x, y] = landscape.parameters.map(parameterLabel)
  const label = fill(words.label[language], { landscape: landscape.name[language], x, y })
  return (
    <div className="map">
      <div
        ref={stage}
        className="map-stage"
        role="application"
        aria-roledescription={words.role[language]}
        aria-label={label}
        aria-describedby={spoken}
        // An application is operated by keys, so it must be reachable by them.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img cannot be drawn on */}
        <canvas ref={lower} role="img" aria-label={label} />
        <canvas ref={upper} aria-hidden="true" />
      </div>
      <CriticalPointTags pointed={pointed} />
      <MapReadout />
      <StartText id={spoken} />
    </div>
  )
}

/** Where the start is, spoken when it moves. */
function StartText({ id }: { id: string }) {
  const language = useStore((state) => state.session.language)
  const experiment = useStore((state) => state.experiment)
  const grid = useStore((state) => state.results.grid)
  const [start] = startsOf(experiment)
  if (!start) return null
  const [x, y] = experiment.landscape.thing.parameters.map(parameterLabel)
  const loss = grid && lossAt(grid, start[0], start[1])
  return (
    <output id={id} className="map-spoken" aria-live="polite">
      {fill(words.start[language], {
        x,
        y,
        xValue: formatNumber(start[0]),
        yValue: formatNumber(start[1]),
        loss: loss === undefined ? '' : fill(words.startLoss[language], { loss: formatNumber(loss) }),
      })}
    </output>
  )
}
