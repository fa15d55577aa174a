import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { IconButton } from './icon-button.tsx'
import { PointCard } from './point-card.tsx'
import { ProgramCard } from './program-card.tsx'
import { useWords } from './use-words.ts'
import './inspector.css'

/** What the surface is like where the selected run's ball stands, or at the chosen critical point, and the formula of this step. */
export function Inspector() {
  const words = useWords().inspector
  const focus = useStore((state) => state.session.focus)
  const selected = useStore((state) => state.session.selectedRun)
  const run = useStore((state) => state.experiment.runs[state.session.selectedRun])
  const critical = useStore((state) =>
    focus.kind === 'critical' ? state.results.criticalPoints[focus.index] : undefined,
  )
  const point = useStore((state) => state.results.point)
  const step = useStore((state) => state.results.step)
  const mine = step?.run === selected ? step : undefined

  return (
    <section className="panel panel-inspect" aria-label={words.heading}>
      <div className="heading-line">
        <h2>{critical === undefined ? words.atBall : words.atCritical[critical.kind]}</h2>
        {critical !== undefined && (
          <IconButton
            icon="close"
            label={words.back}
            onClick={() => store.getState().setSession({ focus: { kind: 'run' } })}
          />
        )}
      </div>
      {point === undefined ? (
        <div className="card">
          <p className="hint">{words.waiting}</p>
        </div>
      ) : (
        <PointCard reading={point} />
      )}
      {run !== undefined && <ProgramCard run={run} reading={mine} />}
    </section>
  )
}
