import type { Catalogue } from '../catalogue/catalogue.ts'
import type { Run, SchedulePart } from '../simulation/experiment.ts'
import { numberText, readNumber, readSetting, settingText } from './setting-text.ts'

/** `adam(learningRate:0.1)@cosine+lookahead(k:5)`. */
export function runText({ optimizer, schedule, modifiers }: Run, steps: number): string {
  const parts = schedule.map(({ from, factors }, k) => {
    const length = (schedule[k + 1]?.from ?? steps + 1) - from
    const product = factors.map((factor) => settingText(factor, length)).join('*')
    return k === 0 ? `@${product}` : `~${numberText(from - 1)}~${product}`
  })
  return [settingText(optimizer, steps), ...parts, ...modifiers.map((modifier) => `+${settingText(modifier, steps)}`)].join('')
}

/**
 * Reads a run. A schedule or modifier that is not understood is left out and named; an unknown optimizer leaves out the run.
 * A space stands for `+`, since a form-encoded query turns one into the other.
 */
export function readRun(text: string, catalogue: Catalogue, problems: string[]): Run | undefined {
  const pieces = splitOutside(text.trim().replace(/\s+/g, '+'), '+')
  const [head, ...modifierTexts] = pieces
  const at = head.indexOf('@')
  const optimizer = readSetting(at < 0 ? head : head.slice(0, at), catalogue.optimizers, 'optimizer', problems)
  const schedule = at < 0 ? [] : readSchedule(head.slice(at + 1), catalogue, problems)
  const modifiers = modifierTexts.flatMap((piece) => readSetting(piece, catalogue.modifiers, 'modifier', problems) ?? [])
  return optimizer && { optimizer, schedule, modifiers }
}

function readSchedule(text: string, catalogue: Catalogue, problems: string[]): SchedulePart[] {
  const pieces = splitOutside(text, '~')
  const parts: SchedulePart[] = []
  for (let k = 0; k < pieces.length; k += 2) {
    const before = k === 0 ? 0 : readNumber(pieces[k - 1])
    const previous = parts.at(-1)?.from ?? 0
    const factors = splitOutside(pieces[k], '*').flatMap((piece) => readSetting(piece, catalogue.schedules, 'schedule', problems) ?? [])
    if (before === undefined || !Number.isInteger(before) || before < previous || (k > 0 && before < 1)) {
      problems.push(`In a schedule sequence a~60~b the number is the step after which b begins; “${pieces[k - 1]}” is none.`)
      break
    }
    if (factors.length > 0) parts.push({ from: before + 1, factors })
  }
  return parts
}

/** Splits at a character, but not inside parentheses, where `+` may belong to a number. */
function splitOutside(text: string, separator: string): string[] {
  const pieces = ['']
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    if (character === ')') depth--
    if (character === separator && depth <= 0) pieces.push('')
    else pieces[pieces.length - 1] += character
  }
  return pieces
}
