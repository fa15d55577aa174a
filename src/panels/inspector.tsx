import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { IconButton } from './icon-button.tsx'
import { PointCard } from './point-card.tsx'
import { ProgramCard } from './program-card.tsx'
import { useLanguage, useWords } from './use-words.ts'
import './inspector.css'

/** What the surface is like where the selected run's ball stands, or at the chosen critical point, and the formula of this step. */
export function Inspector() {
  const words = useWords().inspector
  const language = useLanguage()
  const focus = useStore((state) => state.session.focus)
  const selected = useStore((state) => state.session.selectedRun)
  const run = useStore((state) => state.experiment.runs[Math.max(0, state.session.selectedRun)])
  const critical = useStore((state) => (focus.kind === 'critical' ? state.results.criticalPoints[focus.index] : undefined))
  const point = useStore((state) => state.results.point)
  const step = useStore((state) => state.results.step)
  const mine = step?.run === Math.max(0, selected) ? step : undefined
  const name = run?.optimizer.thing.name[language]

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
      {run !== undefined && name !== undefined && (
        <>
          <h2>{mine === undefined ? words.atStart(name) : words.program(name, mine.step)}</h2>
          <ProgramCard run={run} reading={mine} />
        </>
      )}
    </section>
  )
}
