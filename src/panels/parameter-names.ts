import { nameIn } from '../formula/spelling.ts'
import type { Words } from '../i18n/en.ts'

/** Reads the names of parameters from a field, as formulas know them (`θ₁` is `theta1`); else one sentence that says what is wrong. */
export function parameterNames(typed: string, words: Words['surface']): { names: string[] } | { problem: string } {
  const parts = typed.split(/[,;\uff0c\uff1b\u3001\s]+/u).filter((part) => part !== '')
  const names: string[] = []
  for (const part of parts) {
    const name = nameIn(part)
    if (name === undefined) return { problem: words.notAName(part) }
    if (names.includes(name)) return { problem: words.twice(part) }
    names.push(name)
  }
  return names.length < 2 ? { problem: words.noParameters } : { names }
}
