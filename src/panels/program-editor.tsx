import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { ownProgramsOf } from '../link/run-programs.ts'
import { programNameProblem, type ProgramEntry } from '../catalogue/own-program.ts'
import { sharedNames } from '../catalogue/program-names.ts'
import { mathmlOfProgram } from '../formula/mathml.ts'
import { parseProgram } from '../formula/parse.ts'
import type { Words } from '../i18n/en.ts'
import { store, type EditMode } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import type { Candidate } from './completions.ts'
import { Fitted } from './fitted.tsx'
import { FormulaField } from './formula-field.tsx'
import { FormulaProblem, wrongPlaces } from './formula-problem.tsx'
import { IconButton } from './icon-button.tsx'
import { Mathematics } from './mathematics.tsx'
import { newHyperparameter } from './new-hyperparameter.ts'
import { withProgram } from './own-program-edits.ts'
import { draftOf, readDraft, type DraftReading, type ProgramDraft } from './program-draft.ts'
import { ProgramHyperparameters, ProgramStates } from './program-tables.tsx'
import { useWords } from './use-words.ts'
import './program-editor.css'

/** Typing is one entry of undo until it pauses for so long, in ms. */
const pause = 1500

/** The editor of the own program that is being edited, where this is the one. */
export function ProgramEditor({ thing }: { thing: ProgramEntry }) {
  const open = useStore((state) => state.session.editedProgram === thing.id)
  return thing.own && open ? <OpenEditor thing={thing} /> : null
}

function OpenEditor({ thing }: { thing: ProgramEntry }) {
  const words = useWords()
  const says = useId()
  const landscape = useStore((state) => state.experiment.landscape)
  const [draft, setDraft] = useState(() => draftOf(thing))
  const [nameProblem, setNameProblem] = useState<string>()
  // What the fields stand for; anything else (undo, a link) fills them anew.
  const applied = useRef(thing)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const reading = useMemo(() => readDraft(draft, landscape), [draft, landscape])

  useEffect(() => {
    if (applied.current === thing) return
    applied.current = thing
    setDraft(draftOf(thing))
    setNameProblem(undefined)
  }, [thing])
  useEffect(() => finish, [])

  const change = (next: ProgramDraft, mode: EditMode, reset?: string) => {
    setDraft(next)
    const made = readDraft(next, landscape).thing
    clearTimeout(timer.current)
    if (made !== undefined) {
      const { name } = draftOf(applied.current)
      applied.current = made
      store.getState().edit((old) => withProgram(old, name, made, reset), mode)
      if (name !== made.id) store.getState().setSession({ editedProgram: made.id })
    }
    if (mode === 'live') timer.current = setTimeout(finish, pause)
  }
  const rename = (name: string) => {
    const problem = renameProblem(name, thing.id, words.editor)
    setNameProblem(problem)
    setDraft({ ...draft, name })
    if (problem === undefined) change({ ...draft, name }, 'live')
  }
  const free = reading.names?.free ?? []
  const { error } = reading
  const known = candidates(draft, reading, words.editor)

  return (
    <fieldset className="program-editor" aria-label={words.editor.heading(thing.id)}>
      <div className="editor-line">
        <label className="editor-name">
          <span className="control-label">{words.editor.name}</span>
          <input
            className="text-field code"
            type="text"
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            value={draft.name}
            aria-invalid={nameProblem !== undefined}
            onChange={(event) => rename(event.target.value)}
            onBlur={finish}
          />
        </label>
        <IconButton
          icon="check"
          label={words.editor.done}
          onClick={() => store.getState().setSession({ editedProgram: undefined })}
        />
      </div>
      {nameProblem !== undefined && (
        <p className="problem" role="alert">
          {nameProblem}
        </p>
      )}
      <FormulaField
        label={words.editor.text}
        text={draft.text}
        wrong={wrongPlaces(error, free)}
        describedBy={says}
        names={known}
        onChange={(text) => change({ ...draft, text }, 'live')}
        onBlur={finish}
      />
      {error === undefined ? (
        <p className="hint" id={says}>
          {words.editor.hint}
        </p>
      ) : (
        <FormulaProblem
          id={says}
          text={draft.text}
          error={error}
          free={free}
          known={known.map(({ name }) => name)}
          lastGood={words.editor.lastGood}
          onText={(text) => change({ ...draft, text }, 'final')}
          onHyperparameter={(name) =>
            change({ ...draft, constants: { ...draft.constants, [name]: newHyperparameter(name) } }, 'final')
          }
        />
      )}
      <Typeset thing={thing} />
      <ProgramStates
        states={reading.names?.states ?? Object.keys(thing.state)}
        initials={draft.initials}
        wrong={error?.state}
        onChange={(name, typed) => change({ ...draft, initials: { ...draft.initials, [name]: typed } }, 'live')}
        onBlur={finish}
      />
      <ProgramHyperparameters
        constants={reading.names ? reading.constants : draftOf(thing).constants}
        onChange={(name, value) =>
          change({ ...draft, constants: { ...draft.constants, [name]: value } }, 'final', name)
        }
        onRemove={(name) => {
          const { [name]: _, ...constants } = draft.constants
          change({ ...draft, constants }, 'final')
        }}
      />
    </fieldset>
  )
}

/** Ends the entry of undo into which typing joins. */
function finish(): void {
  if (store.getState().beforeDrag !== undefined) store.getState().edit((old) => old, 'final')
}

/** The last program that could be read, typeset. */
function Typeset({ thing: { program, hyperparameters } }: { thing: ProgramEntry }) {
  const words = useWords()
  const lines = useMemo(() => {
    const symbols = Object.fromEntries(Object.entries(hyperparameters).map(([name, { symbol }]) => [name, symbol]))
    return mathmlOfProgram(parseProgram(program), { symbols, words: words.mathematics, display: 'inline' })
  }, [program, hyperparameters, words])
  return (
    <figure className="formula editor-typeset" aria-label={words.about.program}>
      {lines.map((tree, index) => (
        <Fitted key={index} className="formula-line">
          <Mathematics tree={tree} />
        </Fitted>
      ))}
    </figure>
  )
}

/** Everything the program can read, with what it is. */
function candidates({ kind }: ProgramDraft, { names, constants }: DraftReading, words: Words['editor']): Candidate[] {
  const means: Record<string, string> = words.means
  const states = new Set(names?.states)
  const shared = sharedNames[kind].map((name) => ({ name, says: means[name] }))
  const assigned = (names?.assigned ?? [])
    .filter((name) => !sharedNames[kind].includes(name))
    .map((name) => ({ name, says: states.has(name) ? words.kinds.state : words.kinds.line }))
  const numbers = Object.keys(constants).map((name) => ({ name, says: words.kinds.hyperparameter }))
  return [...assigned, ...numbers, ...shared]
}

function renameProblem(name: string, old: string, words: Words['editor']): string | undefined {
  const others = ownProgramsOf(store.getState().experiment.runs).map((own) => own.name)
  if (name !== old && others.includes(name)) return words.nameTaken(name)
  if (programNameProblem(name) === undefined) return undefined
  return /^[A-Za-z][A-Za-z0-9_-]{0,39}$/u.test(name) ? words.nameTaken(name) : words.badName
}
