import { defaultValue } from '../declare/default-value.ts'
import type { Entry } from '../declare/entry.ts'
import type { HyperparameterValue } from '../declare/hyperparameter.ts'
import type { Setting } from '../simulation/experiment.ts'
import type { EditMode } from '../state/store.ts'
import { HyperparameterControl } from './hyperparameter-control.tsx'
import { valueOf } from './hyperparameter-values.ts'

interface Props {
  setting: Setting<Entry>
  /** Steps of which defaults are made: those of the experiment, or of the part in which a schedule rules. */
  steps: number
  onChange: (name: string, value: HyperparameterValue, mode: EditMode) => void
}

/** The controls of every hyperparameter of a thing. */
export function SettingControls({ setting: { thing, values }, steps, onChange }: Props) {
  return Object.entries(thing.hyperparameters).map(([name, hyperparameter]) => (
    <HyperparameterControl
      key={`${thing.id} ${name}`}
      hyperparameter={hyperparameter}
      value={valueOf(thing.hyperparameters, values, name, steps)}
      byDefault={defaultValue(hyperparameter, steps)}
      onChange={(value, mode) => onChange(name, value, mode)}
    />
  ))
}
