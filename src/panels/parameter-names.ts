import type { Words } from '../i18n/en.ts'

const name = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u

/** Reads the names of parameters from a field; else one sentence that says what is wrong. */
export function parameterNames(typed: string, words: Words['surface']): { names: string[] } | { problem: string } {
  const names = typed
    .normalize('NFKC')
    .split(/[,;\u3001\s]+/u)
    .filter((part) => part !== '')
  const wrong = names.find((part) => !name.test(part))
  if (wrong !== undefined) return { problem: words.notAName(wrong) }
  const twice = names.find((part, index) => names.indexOf(part) !== index)
  if (twice !== undefined) return { problem: words.twice(twice) }
  return names.length < 2 ? { problem: words.noParameters } : { names }
}
