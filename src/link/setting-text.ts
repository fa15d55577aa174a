import { unknownName, valueProblem } from '../declare/check-value.ts'
import { defaultValue } from '../declare/default-value.ts'
import type { Entry } from '../declare/entry.ts'
import type { Hyperparameter, HyperparameterValue, Values } from '../declare/hyperparameter.ts'
import { printNumber } from '../formula/print.ts'
import type { Setting } from '../simulation/experiment.ts'

/** A number as links write it: the shortest text that reads back, `infinity` spelled out. */
export function numberText(value: number): string {
  if (value === Infinity) return 'infinity'
  if (value === -Infinity) return '-infinity'
  return Object.is(value, -0) ? '-0' : printNumber(value)
}

/** Reads a number of a link; undefined where it is none. */
export function readNumber(text: string): number | undefined {
  if (text === 'infinity' || text === '-infinity') return text === 'infinity' ? Infinity : -Infinity
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined
}

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

/** Reads `id(a:1,b:2)`; what is not understood is named in `problems`, and its default stands. Undefined where the id is unknown. */
export function readSetting<Thing extends Entry>(text: string, shelf: readonly Thing[], what: string, problems: string[]): Setting<Thing> | undefined {
  const match = /^([^()]*)(?:\(([^()]*)\))?$/.exec(text.trim())
  const id = match?.[1].trim() ?? text
  const thing = shelf.find((entry) => entry.id === id)
  if (!match || !thing) {
    problems.push(unknownName(`There is no ${what}`, id.slice(0, 60), shelf.map((entry) => entry.id)))
    return undefined
  }
  const values: Values = {}
  for (const pair of (match[2] ?? '').split(',')) {
    if (pair.trim() === '') continue
    const at = pair.indexOf(':')
    const name = (at < 0 ? pair : pair.slice(0, at)).trim()
    if (!Object.hasOwn(thing.hyperparameters, name)) {
      problems.push(unknownName(`${id} has no hyperparameter`, name.slice(0, 60), Object.keys(thing.hyperparameters)))
      continue
    }
    const declared = thing.hyperparameters[name]
    const value = at < 0 ? '' : readValue(declared, pair.slice(at + 1).trim())
    const problem = valueProblem(`${id}’s ${name}`, declared, value)
    if (problem) problems.push(problem)
    else values[name] = value
  }
  return { thing, values }
}

/** The text as the kind of value that is wanted; text that is none stays text, for the sentence that says so. */
function readValue(declared: Hyperparameter, text: string): HyperparameterValue {
  if (declared.kind === 'choice') return text
  if (declared.kind === 'number') return readNumber(text) ?? text
  if (text === '') return []
  const numbers = text.split(';').map((entry) => readNumber(entry.trim()))
  return numbers.every((entry) => entry !== undefined) ? numbers : text
}
