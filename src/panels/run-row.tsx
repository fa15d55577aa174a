import { useState, type CSSProperties } from 'react'
import { runColour } from '../look/run-colours.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { withDuplicate, withoutRun, withRun } from './experiment-edits.ts'
import { IconButton } from './icon-button.tsx'
import { lostGradient } from './lost-gradient.ts'
import { RunControls } from './run-controls.tsx'
import { runKeyValues } from './run-key-values.ts'
import { useLanguage, useWords } from './use-words.ts'

/** One run: a line with its colour, name and numbers; selected, its controls below. */
export function RunRow({ index }: { index: number }) {
  const words = useWords().runs
  const language = useLanguage()
  const run = useStore((state) => state.experiment.runs[index])
  const selected = useStore((state) => state.session.selectedRun === index)
  const [folded, setFolded] = useState(false)
  const open = selected && !folded
  const result = useStore((state) => state.results.trajectories[index])
  if (run === undefined) return null
  const name = run.optimizer.thing.name[language]
  const controlsId = `run-controls-${index}`

  const select = () => {
    setFolded(open)
    if (!selected) store.getState().setSession({ selectedRun: index, focus: { kind: 'run' } })
  }
  const duplicate = () => {
    store.getState().edit((experiment) => withDuplicate(experiment, index))
    store.getState().setSession({ selectedRun: index + 1, focus: { kind: 'run' } })
  }
  const remove = () => {
    const state = store.getState()
    const { selectedRun } = state.session
    state.edit((experiment) => withoutRun(experiment, index))
    if (selectedRun > 0 && selectedRun >= index) state.setSession({ selectedRun: selectedRun - 1 })
  }
  const toggle = () =>
    store.getState().edit((experiment) => withRun(experiment, index, (old) => ({ ...old, hidden: !old.hidden })))

  return (
    <li className={`run${selected ? ' selected' : ''}${open ? ' open' : ''}${run.hidden ? ' hidden-run' : ''}`}>
      <div className="run-line">
        <button
          type="button"
          className="run-select"
          aria-expanded={open}
          aria-controls={open ? controlsId : undefined}
          onClick={select}
        >
          <span className="swatch" style={{ '--run': runColour(index) } as CSSProperties} />
          <span className="run-name">{name}</span>
          <span className="run-values">{runKeyValues(run, language)}</span>
        </button>
        <span className="run-actions">
          <IconButton
            icon={run.hidden ? 'hidden' : 'shown'}
            label={run.hidden ? words.show(name) : words.hide(name)}
            onClick={toggle}
          />
          <IconButton icon="duplicate" label={words.duplicate(name)} onClick={duplicate} />
          <IconButton icon="remove" label={words.remove(name)} onClick={remove} />
        </span>
      </div>
      {result !== undefined && 'error' in result && (
        <output className="badge">
          {words.failed}: {result.error}
        </output>
      )}
      {result !== undefined && 'stop' in result && result.stop.reason === 'diverged' && (
        <p className="badge">
          {lostGradient(result) ? words.divergedWithoutGradient(result.stop.step) : words.diverged(result.stop.step)}
        </p>
      )}
      {open && (
        <fieldset id={controlsId} className="run-controls" aria-label={words.select(name)}>
          <RunControls index={index} run={run} />
        </fieldset>
      )}
    </li>
  )
}
