import { useEffect, useId, useRef, useState } from 'react'
import type { Words } from '../i18n/en.ts'
import { store, type EditMode } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import type { Candidate } from './completions.ts'
import { withOwnLandscape } from './experiment-edits.ts'
import { FormulaField } from './formula-field.tsx'
import { FormulaProblem, wrongPlaces } from './formula-problem.tsx'
import { newHyperparameter } from './new-hyperparameter.ts'
import { ownFormula, readOwnFormula, type OwnFormula } from './own-formula.ts'
import { parameterNames } from './parameter-names.ts'
import { ProgramHyperparameters } from './program-tables.tsx'
import { readLoss } from './read-loss.ts'
import { useWords } from './use-words.ts'

/** The loss as a text to type: what can be read is shown at once, what cannot is underlined and named, and the last good one stays. */
export function FormulaEditor() {
  const words = useWords()
  const says = useId()
  const experiment = useStore((state) => state.experiment)
  const { thing } = experiment.landscape
  const [typedNames, setTypedNames] = useState(() => thing.parameters.join(', '))
  const [typed, setTyped] = useState(() => ownFormula(experiment))
  // The landscape that these fields stand for; another one (undo, a link) fills them anew.
  const shown = useRef(thing)

  useEffect(() => {
    if (shown.current === thing) return
    shown.current = thing
    setTypedNames(thing.parameters.join(', '))
    setTyped(ownFormula(experiment))
  }, [thing, experiment])

  // While a landscape of the shelf is shown, its sliders say what an own formula would begin with.
  const now = thing.id === 'own' ? typed : { ...typed, constants: ownFormula(experiment).constants }
  const names = parameterNames(typedNames, words.surface)
  const parameters = 'names' in names ? names.names : thing.parameters
  const { error, free, constants } = readOwnFormula(now, parameters, thing.data)

  const change = (nextNames: string, next: OwnFormula, mode: EditMode, reset?: string) => {
    setTypedNames(nextNames)
    setTyped(next)
    const read = parameterNames(nextNames, words.surface)
    if ('problem' in read) return
    const own = readOwnFormula(next, read.names, thing.data).thing
    if (own === undefined) return
    shown.current = own
    store.getState().edit((old) => withOwnLandscape(old, own, reset), mode)
  }
  /** Typing joins into one entry of undo. */
  const finish = () => {
    if (store.getState().beforeDrag !== undefined) store.getState().edit((old) => old, 'final')
  }
  const known = candidates(now, parameters, Object.keys(thing.data ?? {}), words.editor)

  return (
    <div className="formula-editor">
      <label className="field">
        <span className="control-label">
          {words.surface.parameters}
          {words.surface.parametersHint}
        </span>
        <input
          className="text-field code"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typedNames}
          aria-invalid={'problem' in names}
          onChange={(event) => change(event.target.value, now, 'live')}
          onBlur={finish}
        />
      </label>
      {'problem' in names && (
        <p className="problem" role="alert">
          {names.problem}
        </p>
      )}
      <FormulaField
        label={words.surface.formula}
        text={now.text}
        wrong={wrongPlaces(error, free)}
        describedBy={says}
        names={known}
        onChange={(text) => change(typedNames, { ...now, text }, 'live')}
        onBlur={finish}
      />
      {error === undefined ? (
        <p className="hint" id={says}>
          {words.surface.formulaHint}
        </p>
      ) : (
        <FormulaProblem
          id={says}
          text={now.text}
          error={error}
          free={free}
          known={known.map(({ name }) => name)}
          lastGood={words.surface.lastGood}
          onText={(text) => change(typedNames, { ...now, text }, 'final')}
          onHyperparameter={(name) =>
            change(typedNames, { ...now, constants: { ...now.constants, [name]: newHyperparameter(name) } }, 'final')
          }
        />
      )}
      <ProgramHyperparameters
        constants={constants}
        onChange={(name, value) =>
          change(typedNames, { ...now, constants: { ...now.constants, [name]: value } }, 'final', name)
        }
        onRemove={(name) => {
          const { [name]: _, ...others } = now.constants
          change(typedNames, { ...now, constants: others }, 'final')
        }}
      />
    </div>
  )
}

/** Everything the formula can read, with what it is. */
function candidates(
  { text, constants }: OwnFormula,
  parameters: readonly string[],
  columns: readonly string[],
  { kinds }: Words['editor'],
): Candidate[] {
  const as = (names: readonly string[], says: string) => names.map((name) => ({ name, says }))
  return [
    ...as(parameters, kinds.parameter),
    ...as(Object.keys(constants), kinds.hyperparameter),
    ...as(columns, kinds.column),
    ...as(linesOf(text), kinds.line),
  ]
}

/** Names that the lines of a program assign; none where it cannot be read. */
function linesOf(text: string): string[] {
  try {
    return readLoss(text).assignments.flatMap(({ name }) => (name === 'loss' ? [] : [name]))
  } catch {
    return []
  }
}
