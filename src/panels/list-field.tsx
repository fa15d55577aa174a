import { useId, useState } from 'react'
import type { ListHyperparameter } from '../declare/hyperparameter.ts'
import { checkNumber } from './check-number.ts'
import { written } from './number-field.tsx'
import { useWords } from './use-words.ts'

interface Props {
  value: readonly number[]
  accepted: Pick<ListHyperparameter, 'valid' | 'symbol'>
  label: string
  onChange: (value: readonly number[]) => void
}

/** Several numbers in one field, separated by commas, semicolons or spaces; the first that is refused is named. */
export function ListField({ value, accepted, label, onChange }: Props) {
  const words = useWords().control
  const problemId = useId()
  const [typed, setTyped] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const shown = value.map(written).join(', ')

  const commit = () => {
    if (typed === undefined || typed === shown) return
    const checked = typed
      .split(/[,;\uff0c\uff1b\u3001\s]+/u)
      .filter((part) => part !== '')
      .map((part) => checkNumber(part, accepted, words))
    const refused = checked.find((one) => 'problem' in one)
    setProblem(refused?.problem)
    if (refused === undefined) onChange(checked.map((one) => ('value' in one ? one.value : NaN)))
  }

  return (
    <>
      <input
        className="text-field"
        type="text"
        autoComplete="off"
        spellCheck={false}
        placeholder={words.list}
        aria-label={label}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : problemId}
        value={typed ?? shown}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => {
          commit()
          setTyped(undefined)
        }}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {problem !== undefined && (
        <p className="problem" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </>
  )
}
