import { useEffect, useRef, useState } from 'react'
import { playhead } from '../state/playhead.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { ChartCanvas } from './chart-canvas.ts'
import { ChartReadout, type ReadoutPlace } from './chart-readout.tsx'
import { chartSummary, valuesAtStep } from './chart-summary.ts'
import './charts.css'
import { runValues } from './drawn-series.ts'
import { quantities, type Quantity } from './quantities.ts'
import { usePlayheadStep } from './use-playhead-step.ts'
import { fill } from '../i18n/fill.ts'
import { words } from './words.ts'

/** A quantity of every run by step. Click, drag or the arrow keys move the playhead; the pointer reads the values. */
export function Chart({ quantity }: { quantity: Quantity }) {
  const { title, symbol, scale: usual } = quantities[quantity]
  const stage = useRef<HTMLDivElement>(null)
  const lower = useRef<HTMLCanvasElement>(null)
  const upper = useRef<HTMLCanvasElement>(null)
  const chart = useRef<ChartCanvas>(undefined)
  const [scale, setScale] = useState(usual)
  const [hover, setHover] = useState<ReadoutPlace & { step: number }>()
  const language = useStore((state) => state.session.language)
  const experiment = useStore((state) => state.experiment)
  const results = useStore((state) => state.results)
  const step = Math.min(usePlayheadStep(), experiment.steps)
  const values = runValues({ results, experiment }, quantity, step, language)

  useEffect(() => {
    if (!stage.current || !lower.current || !upper.current) return undefined
    const canvas = new ChartCanvas(stage.current, [lower.current, upper.current], quantity, usual)
    chart.current = canvas
    return () => canvas.dispose()
  }, [quantity, usual])
  useEffect(() => chart.current?.show(scale), [scale])
  useEffect(() => chart.current?.pointAt(hover?.step), [hover])

  const under = (event: React.PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect()
    return chart.current?.under((event.clientX - box.left) / box.width)
  }
  const press = (event: React.PointerEvent) => {
    const place = under(event)
    if (event.button !== 0 || !event.isPrimary || !place) return
    event.currentTarget.setPointerCapture(event.pointerId)
    seek(place.step)
  }
  const move = (event: React.PointerEvent) => {
    const place = under(event)
    setHover(place)
    if (place && event.currentTarget.hasPointerCapture(event.pointerId)) seek(place.step)
  }
  const release = (event: React.PointerEvent) => {
    if (event.pointerType === 'touch') setHover(undefined)
  }

  return (
    <section className="chart" aria-label={title[language]}>
      <header className="chart-header">
        <h2>
          {title[language]} <span className="chart-symbol">{symbol}</span>
        </h2>
        <fieldset className="chart-scale" aria-label={words.scale[language]}>
          {(['linear', 'log'] as const).map((choice) => (
            <button key={choice} type="button" aria-pressed={choice === scale} onClick={() => setScale(choice)}>
              {words[choice][language]}
            </button>
          ))}
        </fieldset>
      </header>
      <div
        ref={stage}
        className="chart-stage"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a range input cannot hold the chart
        role="slider"
        tabIndex={0}
        aria-label={fill(words.byStep[language], { title: title[language] })}
        aria-valuemin={0}
        aria-valuemax={experiment.steps}
        aria-valuenow={step}
        aria-valuetext={valuesAtStep(values, step, language)}
        onPointerDown={press}
        onPointerMove={move}
        onPointerUp={release}
        onPointerCancel={() => setHover(undefined)}
        onPointerLeave={() => setHover(undefined)}
        onKeyDown={pressKey}
      >
        {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img cannot be drawn on */}
        <canvas ref={lower} role="img" aria-label={chartSummary(quantity, values, step, language)} />
        <canvas ref={upper} aria-hidden="true" />
        {hover !== undefined && <ChartReadout quantity={quantity} {...hover} />}
      </div>
    </section>
  )
}

/** Shows a step and stops playing: who drags the playhead wants to look. */
function seek(step: number): void {
  playhead.moveTo(step)
  if (store.getState().session.playing) store.getState().setSession({ playing: false })
}

function pressKey(event: React.KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const { steps } = store.getState().experiment
  const stride = event.shiftKey ? 10 : 1
  const at = playhead.at()
  const targets: Record<string, number> = {
    // A playhead between two steps goes to the next whole one, not past it.
    ArrowLeft: Math.ceil(at) - stride,
    ArrowDown: Math.ceil(at) - stride,
    ArrowRight: Math.floor(at) + stride,
    ArrowUp: Math.floor(at) + stride,
    Home: 0,
    End: steps,
  }
  if (!(event.key in targets)) return
  event.preventDefault()
  // The page's own arrow keys move the playhead too.
  event.stopPropagation()
  seek(Math.max(0, Math.min(steps, targets[event.key])))
}
