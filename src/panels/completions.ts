import { functions } from '../formula/functions.ts'
import { canonicalName, namePattern } from '../formula/spelling.ts'

/** A name that could stand where the caret is. */
export interface Candidate {
  name: string
  /** What it is, in a few words. */
  says: string
}

/** One line of the list. */
export interface Completion extends Candidate {
  /** What is put in place of what was typed. */
  insert: string
}

/** The names that fit, and the place in the text that one of them takes. */
export interface Completions {
  start: number
  end: number
  options: readonly Completion[]
}

/** So many letters open the list by themselves. */
const enough = 2
const mostOptions = 8

const wordBefore = new RegExp(`(?:^|[^\\p{L}\\p{M}\\p{Nd}_₀-₉])(${namePattern})$`, 'u')
const wordAfter = /^[\p{L}\p{M}\p{Nd}_₀-₉]*/u

const constants = ['pi', 'e', 'infinity', 'and', 'or', 'not']

/**
 * What could be meant by the word that ends at the caret; undefined where nothing is or it is whole already.
 * @param names the names that can be read there
 * @param asked the person asked for the list: it opens from the first letter on, and before any
 */
export function completionsAt(
  text: string,
  caret: number,
  names: readonly Candidate[],
  asked = false,
): Completions | undefined {
  const typed = wordBefore.exec(text.slice(0, caret))?.[1] ?? ''
  if (typed.length < (asked ? 0 : enough)) return undefined
  // In the middle of a word nothing is completed: the letters behind the caret would stay.
  if (wordAfter.exec(text.slice(caret))![0] !== '') return undefined
  const wanted = canonicalName(typed).toLowerCase()
  const called = text[caret] === '('
  const all: Completion[] = [
    ...names.map((one) => ({ ...one, insert: one.name })),
    ...constants.map((name) => ({ name, says: '', insert: name })),
    ...[...functions.values()].map(({ name, usage, arity }) => ({
      name,
      says: usage.slice(name.length),
      insert: called ? name : arity.most === 0 ? `${name}()` : `${name}(`,
    })),
  ]
  const seen = new Set<string>()
  const options = all.filter(({ name, insert }) => {
    if (!name.toLowerCase().startsWith(wanted) || seen.has(insert)) return false
    seen.add(insert)
    return true
  })
  // A word that is whole wants no list, or Enter at the end of a line would pick from it.
  if (!asked && options.some(({ name }) => name === typed)) return undefined
  const best = options.slice(0, mostOptions)
  return best.length === 0 ? undefined : { start: caret - typed.length, end: caret, options: best }
}

/** The text with one of them put in, and where the caret is then. */
export function complete(
  text: string,
  { start, end }: Completions,
  { insert }: Completion,
): { text: string; caret: number } {
  return { text: text.slice(0, start) + insert + text.slice(end), caret: start + insert.length }
}
