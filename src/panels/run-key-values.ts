import type { Language } from '../i18n/language.ts'
import { formatNumber } from '../look/format-number.ts'
import type { Run } from '../simulation/experiment.ts'
import { valueOf } from './hyperparameter-values.ts'

/** What tells a run from its neighbours in a line: its rate, its momentum, what was set by hand, its schedule, its modifiers. */
export function runKeyValues({ optimizer: { thing, values }, schedule, modifiers }: Run, language: Language): string {
  const numbers = Object.entries(thing.hyperparameters).flatMap(([name, declared]) => {
    const value = valueOf(thing.hyperparameters, values, name, 0)
    const telling =
      name === 'learningRate' || name in values || (declared.kind === 'number' && declared.role && value !== 0)
    if (!telling) return []
    if (declared.kind === 'choice') return [declared.choices.find(({ id }) => id === value)?.label[language] ?? '']
    return typeof value === 'number' ? [`${declared.symbol} ${formatNumber(value)}`] : []
  })
  const schedules = schedule.flatMap(({ factors }) => factors.map((factor) => factor.thing.name[language]))
  return [...numbers, ...schedules, ...modifiers.map((modifier) => modifier.thing.name[language])].join(' · ')
}
