import { quoted, unknownName, valueProblem } from '../declare/check-value.ts'
import { defaultValue } from '../declare/default-value.ts'
import type { Entry } from '../declare/entry.ts'
import type { Hyperparameter, HyperparameterValue, Values } from '../declare/hyperparameter.ts'
import type { Setting } from '../simulation/experiment.ts'
import { numberText, readNumber } from './number-text.ts'

/** `id(a:1,b:2)`, with only what differs from the defaults. */
export function settingText({ thing, values }: Setting<Entry>, steps: number): string {
  const parts = Object.entries(thing.hyperparameters).flatMap(([name, declared]) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined
    if (value === undefined || valueText(value) === valueText(defaultValue(declared, steps))) return []
    return [`${name}:${valueText(value)}`]
  })
  return parts.length === 0 ? thing.id : `${thing.id}(${parts.join(',')})`
}

function valueText(value: HyperparameterValue): string {
  if (typeof value === 'number') return numberText(value)
  return typeof value === 'string' ? value : value.map(numberText).join(';')
}

/**
 * Reads `id(a:1,b:2)`. What is not understood is named in `problems`, and its default stands; undefined where the id is unknown.
 * @param what the kind of thing, for the sentences: `optimizer`
 */
export function readSetting<Thing extends Entry>(
  text: string,
  shelf: readonly Thing[],
  what: string,
  problems: string[],
): Setting<Thing> | undefined {
  const [, before, parentheses = ''] = /^([^()]*)(.*)$/su.exec(text.trim()) as RegExpExecArray
  const id = before.trim()
  const thing = shelf.find((entry) => entry.id === id)
  if (!thing) {
    const ids = shelf.map((entry) => entry.id)
    problems.push(id === '' ? `${quoted(text)} names no ${what}.` : unknownName(`There is no ${what}`, id, ids))
    return undefined
  }
  if (parentheses !== '' && !/^\([^()]*\)$/.test(parentheses)) {
    problems.push(`${quoted(text)} is not written as ${id}(name:value,name:value); the defaults were used.`)
    return { thing, values: {} }
  }
  return { thing, values: readValues(thing, parentheses.slice(1, -1), problems) }
}

function readValues({ id, hyperparameters }: Entry, text: string, problems: string[]): Values {
  const values: Values = {}
  for (const pair of text.split(',')) {
    if (pair.trim() === '') continue
    const at = pair.indexOf(':')
    const name = (at < 0 ? pair : pair.slice(0, at)).trim()
    if (!Object.hasOwn(hyperparameters, name)) {
      problems.push(unknownName(`${id} has no hyperparameter`, name, Object.keys(hyperparameters)))
    } else if (Object.hasOwn(values, name)) {
      problems.push(`The link gives ${id}’s ${name} twice; the first was used.`)
    } else {
      const value = at < 0 ? '' : readValue(hyperparameters[name], pair.slice(at + 1).trim())
      const problem = valueProblem(`${id}’s ${name}`, hyperparameters[name], value)
      if (problem) problems.push(problem)
      else values[name] = value
    }
  }
  return values
}

/** The text as the kind of value that is wanted; text that is none stays text, for the sentence that says so. */
function readValue(declared: Hyperparameter, text: string): HyperparameterValue {
  if (declared.kind === 'choice') return text
  if (declared.kind === 'number') return readNumber(text) ?? text
  if (text === '') return []
  const numbers = text.split(';').map(readNumber)
  return numbers.every((entry) => entry !== undefined) ? numbers : text
}
