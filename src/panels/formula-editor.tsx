import { useEffect, useId, useRef, useState } from 'react'
import { checkLandscape } from '../state/check-landscape.ts'
import { ownLandscape } from '../catalogue/own-landscape.ts'
import type { FormulaError } from '../formula/formula-error.ts'
import { store, type EditMode } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { withOwnLandscape } from './experiment-edits.ts'
import { formulaWithNumbers } from './formula-with-numbers.ts'
import { parameterNames } from './parameter-names.ts'
import { useWords } from './use-words.ts'

/** The loss as a text to type: what can be read is shown at once, what cannot is underlined and named, and the last good one stays. */
export function FormulaEditor() {
  const words = useWords().surface
  const problemId = useId()
  const hintId = useId()
  const experiment = useStore((state) => state.experiment)
  const { landscape } = experiment
  const [names, setNames] = useState(() => landscape.thing.parameters.join(', '))
  const [text, setText] = useState(() => formulaWithNumbers(experiment))
  const [problem, setProblem] = useState<string>()
  const [error, setError] = useState<FormulaError>()
  // The landscape that these fields stand for; another one (undo, a link, a slider) fills them anew.
  const shown = useRef(landscape)

  useEffect(() => {
    if (shown.current === landscape) return
    shown.current = landscape
    setNames(landscape.thing.parameters.join(', '))
    setText(formulaWithNumbers(experiment))
    setProblem(undefined)
    setError(undefined)
  }, [landscape, experiment])

  const change = (nextNames: string, nextText: string, mode: EditMode) => {
    setNames(nextNames)
    setText(nextText)
    const read = parameterNames(nextNames, words)
    setProblem('problem' in read ? read.problem : undefined)
    if ('problem' in read) return
    const own = ownLandscape(read.names, nextText, landscape.thing.data)
    const wrong = checkLandscape(own)
    setError(wrong)
    if (wrong !== undefined) return
    store.getState().edit((old) => {
      const next = withOwnLandscape(old, own)
      shown.current = next.landscape
      return next
    }, mode)
  }
  /** Typing joins into one entry of undo. */
  const finish = () => store.getState().edit((old) => old, 'final')

  return (
    <div className="formula-editor">
      <label className="field">
        <span className="control-label">
          {words.parameters}
          {words.parametersHint}
        </span>
        <input
          className="text-field code"
          type="text"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={names}
          aria-invalid={problem !== undefined}
          onChange={(event) => change(event.target.value, text, 'live')}
          onBlur={finish}
        />
      </label>
      {problem !== undefined && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <label className="field">
        <span className="control-label">{words.formula}</span>
        <span className="marked-text">
          <textarea
            className="text-field code"
            rows={Math.min(8, Math.max(3, text.split('\n').length + 1))}
            autoCapitalize="off"
            spellCheck={false}
            value={text}
            aria-invalid={error !== undefined}
            aria-describedby={error === undefined ? hintId : problemId}
            onChange={(event) => change(names, event.target.value, 'live')}
            onScroll={(event) => {
              const marks = event.currentTarget.nextElementSibling
              if (marks) marks.scrollTop = event.currentTarget.scrollTop
            }}
            onBlur={finish}
          />
          {error !== undefined && <Mark text={text} error={error} />}
        </span>
      </label>
      {error === undefined ? (
        <p className="hint" id={hintId}>
          {words.formulaHint}
        </p>
      ) : (
        <div className="problem" id={problemId} role="alert">
          <p>{error.message}</p>
          <p className="quiet">{words.lastGood}</p>
        </div>
      )}
    </div>
  )
}

/** Lies over the text with the same letters, unseen, and underlines the place of the error; at the end of the text, a blank beyond it. */
function Mark({ text, error: { span } }: { text: string; error: FormulaError }) {
  const end = Math.max(span.end, span.start + 1)
  return (
    <span className="mark code" aria-hidden="true">
      {text.slice(0, span.start)}
      <span className="mark-place">{text.slice(span.start, end) || '\u00a0'}</span>
      {text.slice(end)}
    </span>
  )
}
