import type { Language } from '../i18n/language.ts'
import { formatNumber } from '../look/format-number.ts'
import type { RunValue } from './drawn-series.ts'
import { quantities, type Quantity } from './quantities.ts'
import { fill } from '../i18n/fill.ts'
import { words } from './words.ts'

/** The values at a step, in words: `SGD 0.0031, Adam 0.0002 at step 120`. */
export function valuesAtStep(values: readonly RunValue[], step: number, language: Language): string {
  const texts = values.flatMap(({ name, value }) => (value === undefined ? [] : [`${name} ${formatNumber(value)}`]))
  if (texts.length === 0) return fill(words.step[language], { step: String(step) })
  return fill(words.atStep[language], { step: String(step), values: texts.join(words.join[language]) })
}

/** A chart's text alternative: `Loss by step; SGD 0.0031, Adam 0.0002 at step 120`. */
export function chartSummary(
  quantity: Quantity,
  values: readonly RunValue[],
  step: number,
  language: Language,
): string {
  const title = fill(words.byStep[language], { title: quantities[quantity].title[language] })
  return `${title}${language === 'en' ? '; ' : '；'}${valuesAtStep(values, step, language)}`
}
