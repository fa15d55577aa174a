import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { NumberHyperparameter } from '../declare/hyperparameter.ts'
import { checkNumber } from './check-number.ts'
import { useWords } from './use-words.ts'

interface Props {
  value: number
  /** What is accepted, and the symbol that a refusal names. */
  accepted: Pick<NumberHyperparameter, 'valid' | 'integer' | 'symbol'>
  /** Read aloud. */
  label: string
  onChange: (value: number) => void
  /** The value one place up (1) or down (−1); without it the arrow keys and the wheel do nothing. */
  nudge?: (value: number, direction: 1 | -1) => number
  /** A further condition: a sentence when the value is refused. */
  refuse?: (value: number) => string | undefined
  className?: string
}

/**
 * A number as text to type over. Enter and leaving the field commit what was typed; what is refused leaves the old value in force and
 * says why.
 */
export function NumberField({ value, accepted, label, onChange, nudge, refuse, className = '' }: Props) {
  const words = useWords().control
  const problemId = useId()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<string>()
  // A refusal stands until the value changes by other means.
  const [refusal, setRefusal] = useState<{ problem: string; value: number }>()
  const problem = refusal?.value === value ? refusal.problem : undefined
  const setProblem = (said: string | undefined) => setRefusal(said === undefined ? undefined : { problem: said, value })

  const commit = (text: string | undefined): boolean => {
    if (text === undefined || text === written(value)) {
      setProblem(undefined)
      return true
    }
    const checked = checkNumber(text, accepted, words)
    const refused = 'problem' in checked ? checked.problem : refuse?.(checked.value)
    setProblem(refused)
    if (refused !== undefined || 'problem' in checked) return false
    if (checked.value !== value) onChange(checked.value)
    return true
  }

  const move = (direction: 1 | -1) => {
    if (nudge === undefined) return
    setTyped(undefined)
    onChange(nudge(value, direction))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      if (commit(typed)) setTyped(undefined)
    } else if (event.key === 'Escape') {
      setTyped(undefined)
      setProblem(undefined)
    } else if (nudge && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      move(event.key === 'ArrowUp' ? 1 : -1)
    }
  }

  // React listens to the wheel passively, and the page must not scroll while a number does.
  const latestMove = useRef(move)
  useEffect(() => {
    latestMove.current = move
  })
  useEffect(() => {
    const element = field.current!
    const onWheel = (event: WheelEvent) => {
      if (document.activeElement !== element || event.deltaY === 0) return
      event.preventDefault()
      latestMove.current(event.deltaY < 0 ? 1 : -1)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [])

  return (
    <>
      <input
        ref={field}
        className={`number-field ${className}`}
        type="text"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        value={typed ?? written(value)}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          commit(typed)
          setTyped(undefined)
        }}
        onKeyDown={onKeyDown}
      />
      {problem !== undefined && (
        <p className="problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}

/** A number as one types it: the shortest text that reads back as the same number. */
export function written(value: number): string {
  return String(value).replace('-', '−').replace('e−', 'e-').replace('e+', 'e')
}
