import { useEffect, useMemo, useRef, type CSSProperties } from 'react'
import { formatNumber } from '../look/format-number.ts'
import { runColour } from '../look/run-colours.ts'
import type { Run } from '../simulation/experiment.ts'
import { playhead } from '../state/playhead.ts'
import { useStore } from '../state/use-store.ts'
import { curveHeight, curvePoints, curveSpan } from './curve-points.ts'
import { useWords } from './use-words.ts'

/** The learning rate of a run over its steps, with the playhead on it, and its momentum where the schedule moves that too. */
export function ScheduleCurve({ index, run }: { index: number; run: Run }) {
  const words = useWords().runs
  const steps = useStore((state) => state.experiment.steps)
  const result = useStore((state) => state.results.trajectories[index])
  const trajectory = result === undefined || 'error' in result ? undefined : result
  const dot = useRef<HTMLSpanElement>(null)
  const readout = useRef<HTMLSpanElement>(null)
  const rates = trajectory?.learningRate
  const momentum = trajectory?.momentum
  const curves = useMemo(() => {
    if (!rates) return undefined
    const span = curveSpan(rates)
    return {
      span,
      rate: curvePoints(rates, steps, span),
      momentum: momentum && curvePoints(momentum, steps, curveSpan(momentum, true)),
    }
  }, [rates, momentum, steps])
  const symbol = momentumSymbol(run)

  useEffect(() => {
    if (!rates || rates.length === 0 || !curves) return
    const show = (step: number) => {
      const at = Math.min(rates.length, Math.max(1, step))
      const before = Math.floor(at) - 1
      const value = between(rates, before, at - 1 - before)
      dot.current?.style.setProperty('--x', String(at / steps))
      dot.current?.style.setProperty('--y', String(curveHeight(curves.span, value)))
      if (readout.current === null) return
      const texts = [`η ${formatNumber(value)}`]
      if (momentum) texts.push(`${symbol} ${formatNumber(between(momentum, before, at - 1 - before))}`)
      readout.current.textContent = texts.join('   ')
    }
    show(playhead.at())
    return playhead.subscribe(show)
  }, [rates, momentum, curves, steps, symbol])

  if (!curves) return null
  return (
    <figure className="schedule-curve" aria-label={words.curve} style={{ '--run': runColour(index) } as CSSProperties}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {run.schedule.map(
          ({ from }) => from > 1 && from <= steps && <path key={from} d={`M${(100 * from) / steps} 0v100`} />,
        )}
        {curves.momentum !== undefined && <polyline className="curve-momentum" points={curves.momentum} />}
        <polyline className="curve-outline" points={curves.rate} />
        <polyline className="curve-rate" points={curves.rate} />
      </svg>
      <span ref={dot} className="curve-dot" />
      <span ref={readout} className="curve-readout" aria-hidden="true" />
    </figure>
  )
}

/** The value at a place with a fraction, between its neighbours. */
function between(values: Float64Array, before: number, share: number): number {
  const after = values[Math.min(before + 1, values.length - 1)]
  return share === 0 ? values[before] : values[before] + share * (after - values[before])
}

/** What the optimizer calls the number that a schedule's momentum reaches. */
function momentumSymbol({ optimizer }: Run): string {
  const reached = Object.values(optimizer.thing.hyperparameters).find(
    (declared) => declared.kind === 'number' && declared.role === 'momentum',
  )
  return reached?.symbol ?? 'β'
}
