import { accepts } from '../declare/check-value.ts'
import type { NumberHyperparameter, Valid } from '../declare/hyperparameter.ts'
import type { Words } from '../i18n/en.ts'
import { parseNumber } from './parse-number.ts'

export type Checked = { value: number } | { problem: string }

/** Reads what a person typed for a hyperparameter: its value, or one sentence that says what is accepted. */
export function checkNumber(
  typed: string,
  { valid, integer, symbol }: Pick<NumberHyperparameter, 'valid' | 'integer' | 'symbol'>,
  words: Words['control'],
): Checked {
  const value = parseNumber(typed)
  if (value === undefined) return { problem: words.notANumber(typed.trim()) }
  if (!accepts(valid, value)) return { problem: words.notAccepted(typed.trim(), symbol, bounds(valid, words)) }
  if (integer && !Number.isInteger(value)) return { problem: words.notWhole(symbol) }
  return { value }
}

/** What is accepted, in words: `at least 0 and below 1`. */
function bounds({ least, most, openLeast, openMost }: Valid, words: Words['control']): string {
  const low = least === undefined ? undefined : (openLeast ? words.above : words.atLeast)(written(least))
  const high = most === undefined ? undefined : (openMost ? words.below : words.atMost)(written(most))
  if (low !== undefined && high !== undefined) return words.and(low, high)
  return low ?? high ?? words.finite
}

function written(bound: number): string {
  return String(bound).replace('-', '−')
}
