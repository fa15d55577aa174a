import type { Mention } from '../catalogue/program-names.ts'
import type { FormulaError } from '../formula/formula-error.ts'
import { nearName } from '../formula/near-name.ts'
import type { Span } from '../formula/syntax.ts'
import { lineAndColumn } from './line-and-column.ts'
import { useWords } from './use-words.ts'

interface Props {
  id: string
  text: string
  error: FormulaError
  /** Names that are read and not defined. */
  free: readonly Mention[]
  /** Names that could be meant instead. */
  known: readonly string[]
  lastGood: string
  onText: (text: string) => void
  onHyperparameter: (name: string) => void
}

/** What is wrong with a formula, with a button for whatever would put it right. */
export function FormulaProblem({ id, text, error, free, known, lastGood, onText, onHyperparameter }: Props) {
  const words = useWords().editor
  // What concerns the initial value of a state stands beside that.
  const missing = error.state === undefined && free.length > 0
  const { line } = lineAndColumn(text, error.span.start)
  const severalLines = text.includes('\n') && error.state === undefined && error.span.end > 0
  return (
    <div className="problem formula-problem" id={id} role="alert">
      {missing ? (
        free.map(({ name, span }) => {
          const near = nearName(name, known)
          return (
            <div key={name}>
              <p>{words.notDefined(name)}</p>
              <div className="remedies">
                <button type="button" className="text-button" onClick={() => onHyperparameter(name)}>
                  {words.makeHyperparameter}
                </button>
                {near !== undefined && <Instead near={near} span={span} text={text} onText={onText} />}
              </div>
            </div>
          )
        })
      ) : (
        <>
          <p>
            {severalLines && `${words.line(line)} `}
            {error.state !== undefined && `${error.state}: `}
            <span lang="en">{error.message}</span>
          </p>
          {error.suggestion !== undefined && error.state === undefined && (
            <div className="remedies">
              <Instead near={error.suggestion} span={error.span} text={text} onText={onText} />
            </div>
          )}
        </>
      )}
      <p className="quiet">{lastGood}</p>
    </div>
  )
}

interface InsteadProps {
  near: string
  span: Span
  text: string
  onText: (text: string) => void
}

/** Puts the near name in place of what was typed. */
function Instead({ near, span, text, onText }: InsteadProps) {
  const words = useWords().editor
  return (
    <button
      type="button"
      className="text-button"
      onClick={() => {
        // The place of a call that was not understood is its name alone or the whole call.
        const rest = /^[^(]*/u.exec(text.slice(span.start, span.end)) as RegExpExecArray
        onText(text.slice(0, span.start) + near + text.slice(span.start + rest[0].length))
      }}
    >
      {words.useInstead(near)}
    </button>
  )
}

/** The places to underline: every name that is not defined, or where the error is. */
export function wrongPlaces(error: FormulaError | undefined, free: readonly Mention[]): Span[] {
  if (error === undefined || error.state !== undefined) return []
  return free.length > 0 ? free.map(({ span }) => span) : [error.span]
}
