import type { Catalogue } from '../catalogue/catalogue.ts'
import { quoted } from '../declare/check-value.ts'
import type { Run, SchedulePart, ScheduleProduct } from '../simulation/experiment.ts'
import { experimentLimits } from './limits.ts'
import { numberText, readNumber } from './number-text.ts'
import { readSetting, settingText } from './setting-text.ts'

/** `adam(learningRate:0.1)@cosine+lookahead(k:5)`; chance of its own is the last modifier, `+seed:7`. */
export function runText({ optimizer, schedule, modifiers, seed }: Run, steps: number): string {
  return [
    settingText(optimizer, steps),
    scheduleText(schedule, steps),
    ...modifiers.map((modifier) => `+${settingText(modifier, steps)}`),
    seed === undefined ? '' : `+seed:${numberText(seed)}`,
  ].join('')
}

/** `@a*b~60~c`; a first part that begins later leaves the run's own rate before it: `@~60~c`. */
function scheduleText(schedule: readonly SchedulePart[], steps: number): string {
  const parts = schedule.map(({ from, factors }, k) => {
    const length = (schedule[k + 1]?.from ?? steps + 1) - from
    const product = factors.map((factor) => settingText(factor, length)).join('*')
    return k === 0 && from === 1 ? product : `~${numberText(from - 1)}~${product}`
  })
  const text = parts.join('')
  return text === '' ? '' : `@${text}`
}

/**
 * Reads a run. A schedule or modifier that is not understood is left out and named; an unknown optimizer leaves out the run.
 * A space stands for `+`, since a form-encoded query turns one into the other.
 */
export function readRun(text: string, catalogue: Catalogue, problems: string[]): Run | undefined {
  const [head, ...rest] = splitOutside(withPluses(text), '+')
  const at = head.indexOf('@')
  const optimizer = readSetting(at < 0 ? head : head.slice(0, at), catalogue.optimizers, 'optimizer', problems)
  if (!optimizer) return undefined
  const schedule = at < 0 ? [] : readSchedule(head.slice(at + 1), catalogue, problems)
  const seed = /^seed:(.*)$/su.exec(rest.at(-1) ?? '')?.[1]
  const modifiers = (seed === undefined ? rest : rest.slice(0, -1)).flatMap(
    (piece) => readSetting(piece, catalogue.modifiers, 'modifier', problems) ?? [],
  )
  const most = experimentLimits.modifiers
  if (modifiers.length > most) problems.push(`A run has at most ${most} modifiers; the rest was left out.`)
  const run = { optimizer, schedule, modifiers: modifiers.slice(0, most) }
  return seed === undefined ? run : { ...run, ...readSeed(seed, problems) }
}

function readSeed(text: string, problems: string[]): { seed?: number } {
  const seed = readNumber(text)
  if (seed !== undefined && Number.isSafeInteger(seed) && seed >= 0) return { seed }
  problems.push(`A run’s seed is written +seed:7, a whole number from 0; ${quoted(text)} is not, and was left out.`)
  return {}
}

/** A schedule of which any part is not understood is left out whole: half a schedule is another one. */
function readSchedule(text: string, catalogue: Catalogue, problems: string[]): SchedulePart[] {
  const pieces = splitOutside(text, '~')
  const refuse = (sentence: string): SchedulePart[] => {
    problems.push(`${sentence} The schedule ${quoted(text)} was left out.`.trimStart())
    return []
  }
  if (pieces.length === 1 && pieces[0].trim() === '') return refuse('After @ stands a schedule.')
  if (pieces.length % 2 === 0) return refuse('A sequence of schedules is written a~60~b.')
  if (pieces.length > 2 * experimentLimits.scheduleParts)
    return refuse(`At most ${experimentLimits.scheduleParts} schedules follow one another.`)
  const parts: SchedulePart[] = []
  for (let k = 0; k < pieces.length; k += 2) {
    const before = k === 0 ? 0 : readNumber(pieces[k - 1])
    const last = k === 0 ? 0 : (parts.at(-1)?.from ?? 1)
    if (before === undefined || !Number.isInteger(before) || before < last || before > experimentLimits.steps)
      return refuse(
        `In a~60~b the number is the step after which b begins, each later than the one before; ${quoted(pieces[k - 1])} is not.`,
      )
    if (k === 0 && pieces[0].trim() === '') continue
    const factors = readProduct(pieces[k], catalogue, problems)
    if (!factors) return refuse('')
    parts.push({ from: before + 1, factors })
  }
  return parts
}

/** The factors of `a*b`; none at all is the run's own rate. Undefined where one is not understood. */
function readProduct(text: string, catalogue: Catalogue, problems: string[]): ScheduleProduct | undefined {
  if (text.trim() === '') return []
  const pieces = splitOutside(text, '*')
  const factors = pieces.flatMap((piece) => readSetting(piece, catalogue.schedules, 'schedule', problems) ?? [])
  if (factors.length < pieces.length) return undefined
  if (factors.length <= experimentLimits.scheduleFactors) return factors
  problems.push(`At most ${experimentLimits.scheduleFactors} schedules are multiplied.`)
  return undefined
}

/** Spaces between the parts of a run as the `+` they were; those around its signs and inside parentheses mean nothing. */
function withPluses(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .split(/(\([^()]*\))/u)
    .map((piece) => (piece.startsWith('(') ? piece : piece.replace(/ ?([+@~*]) ?/gu, '$1').replaceAll(' ', '+')))
    .join('')
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
