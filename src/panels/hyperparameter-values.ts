import { defaultValue } from '../declare/default-value.ts'
import type { Hyperparameters, HyperparameterValue, Values } from '../declare/hyperparameter.ts'

/** The value in force: the one set, else the default. */
export function valueOf(
  hyperparameters: Hyperparameters,
  values: Values,
  name: string,
  steps: number,
): HyperparameterValue {
  return values[name] ?? defaultValue(hyperparameters[name], steps)
}

/** The values with one changed; what equals its default is left out, so that links stay short. */
export function withValue(
  hyperparameters: Hyperparameters,
  values: Values,
  name: string,
  value: HyperparameterValue,
  steps: number,
): Values {
  const { [name]: _, ...others } = values
  return sameValue(value, defaultValue(hyperparameters[name], steps)) ? others : { ...others, [name]: value }
}

function sameValue(one: HyperparameterValue, other: HyperparameterValue): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return one === other
  return one.length === other.length && one.every((entry, index) => entry === other[index])
}
