import { NumberField } from './number-field.tsx'
import { IconButton } from './icon-button.tsx'
import { ParameterName } from './parameter-name.tsx'
import { useWords } from './use-words.ts'

interface StatesProps {
  states: readonly string[]
  /** As typed; what is absent is 0. */
  initials: Readonly<Record<string, string>>
  /** The state whose initial value is wrong. */
  wrong: string | undefined
  onChange: (name: string, typed: string) => void
  onBlur: () => void
}

/** The states of a program with what they are before the first step: numbers, or formulas. */
export function ProgramStates({ states, initials, wrong, onChange, onBlur }: StatesProps) {
  const words = useWords().editor
  if (states.length === 0) return null
  return (
    <fieldset className="name-table">
      <legend className="control-label">{words.states}</legend>
      {states.map((name) => (
        <label key={name} className="name-row">
          <ParameterName name={name} />
          <span aria-hidden="true">=</span>
          <input
            className="text-field code"
            type="text"
            autoCapitalize="off"
            autoComplete="off"
            spellCheck={false}
            placeholder="0"
            aria-label={words.initial(name)}
            aria-invalid={wrong === name}
            value={Object.hasOwn(initials, name) ? initials[name] : '0'}
            onChange={(event) => onChange(name, event.target.value)}
            onBlur={onBlur}
          />
        </label>
      ))}
    </fieldset>
  )
}

interface HyperparametersProps {
  constants: Readonly<Record<string, number>>
  onChange: (name: string, value: number) => void
  onRemove: (name: string) => void
}

/** Names that became hyperparameters, with their defaults. */
export function ProgramHyperparameters({ constants, onChange, onRemove }: HyperparametersProps) {
  const words = useWords().editor
  const entries = Object.entries(constants)
  if (entries.length === 0) return null
  return (
    <fieldset className="name-table">
      <legend className="control-label">{words.hyperparameters}</legend>
      {entries.map(([name, value]) => (
        <div key={name} className="name-row">
          <ParameterName name={name} />
          <span aria-hidden="true">=</span>
          <NumberField
            value={value}
            accepted={{ symbol: name, valid: {} }}
            label={words.value(name)}
            onChange={(next) => onChange(name, next)}
          />
          <IconButton icon="remove" label={words.remove(name)} onClick={() => onRemove(name)} />
        </div>
      ))}
    </fieldset>
  )
}
