import { useId } from 'react'
import type {
  ChoiceHyperparameter,
  Hyperparameter,
  HyperparameterValue,
  ListHyperparameter,
  NumberHyperparameter,
} from '../declare/hyperparameter.ts'
import type { EditMode } from '../state/store.ts'
import { ListField } from './list-field.tsx'
import { NumberField } from './number-field.tsx'
import { nudged, Slider } from './slider.tsx'
import { useLanguage, useWords } from './use-words.ts'

interface Props<H, V> {
  hyperparameter: H
  value: V
  byDefault: V
  onChange: (value: HyperparameterValue, mode: EditMode) => void
}

/** The control of one hyperparameter, by its kind. */
export function HyperparameterControl({
  hyperparameter,
  value,
  byDefault,
  onChange,
}: Props<Hyperparameter, HyperparameterValue>) {
  switch (hyperparameter.kind) {
    case 'number':
      return (
        <NumberControl
          hyperparameter={hyperparameter}
          value={value as number}
          byDefault={byDefault as number}
          onChange={onChange}
        />
      )
    case 'choice':
      return (
        <ChoiceControl
          hyperparameter={hyperparameter}
          value={value as string}
          byDefault={byDefault as string}
          onChange={onChange}
        />
      )
    case 'list':
      return (
        <ListControl
          hyperparameter={hyperparameter}
          value={value as readonly number[]}
          byDefault={byDefault as readonly number[]}
          onChange={onChange}
        />
      )
  }
}

function NumberControl({ hyperparameter, value, byDefault, onChange }: Props<NumberHyperparameter, number>) {
  const words = useWords().control
  const language = useLanguage()
  const { symbol } = hyperparameter
  const text = hyperparameter.label[language]
  const label = symbol === text ? text : `${text} ${symbol}`
  return (
    <div className="control">
      <div className="control-line">
        <span className="control-label" aria-hidden="true">
          {text}
          {symbol !== text && <span className="symbol"> {symbol}</span>}
        </span>
        <NumberField
          value={value}
          accepted={hyperparameter}
          label={words.exact(label)}
          nudge={(old, direction) => nudged(hyperparameter, old, direction)}
          onChange={(next) => onChange(next, 'final')}
        />
      </div>
      <Slider value={value} scaled={hyperparameter} byDefault={byDefault} label={label} onChange={onChange} />
    </div>
  )
}

function ChoiceControl({ hyperparameter, value, onChange }: Props<ChoiceHyperparameter, string>) {
  const language = useLanguage()
  const name = useId()
  return (
    <fieldset className="control choice">
      <legend className="control-label">{hyperparameter.label[language]}</legend>
      <div className="segments">
        {hyperparameter.choices.map(({ id, label }) => (
          <label key={id} className="segment">
            <input type="radio" name={name} value={id} checked={id === value} onChange={() => onChange(id, 'final')} />
            <span>{label[language]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function ListControl({ hyperparameter, value, onChange }: Props<ListHyperparameter, readonly number[]>) {
  const language = useLanguage()
  return (
    <div className="control">
      <div className="control-line">
        <span className="control-label" aria-hidden="true">
          {hyperparameter.label[language]}
          {/* A word is no symbol: the label says it already. */}
          {[...hyperparameter.symbol].length < 4 && <span className="symbol"> {hyperparameter.symbol}</span>}
        </span>
      </div>
      <ListField
        value={value}
        accepted={hyperparameter}
        label={hyperparameter.label[language]}
        onChange={(next) => onChange(next, 'final')}
      />
    </div>
  )
}
