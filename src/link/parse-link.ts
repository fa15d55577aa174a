import { catalogue } from '../catalogue/catalogue.ts'
import { ownLandscape } from '../catalogue/own-landscape.ts'
import { unknownName } from '../declare/check-value.ts'
import type { Domain, Landscape } from '../declare/landscape.ts'
import type { Experiment, Run, Setting } from '../simulation/experiment.ts'
import { experimentLimits, linkDefaults, linkVersion } from './limits.ts'
import { linkEntries, type LinkEntry } from './link-entries.ts'
import { readRun } from './run-text.ts'
import { readNumber, readSetting } from './setting-text.ts'

export interface ParsedLink {
  /** Undefined where the link names no landscape at all: then there is nothing to show. */
  experiment: Experiment | undefined
  /** A sentence for everything that was not understood. */
  problems: string[]
}

/** Keys of the fragment, in canonical order. */
export const linkKeys = ['landscape', 'loss', 'parameters', 'domain', 'start', 'run', 'steps', 'seed', 'view', 'v'] as const
const keySet: ReadonlySet<string> = new Set(linkKeys)

/**
 * Reads a link. Never throws: what could be read is in the experiment, what could not is named.
 * @param checkLoss says what is wrong with a typed loss, in a sentence
 */
export function parseLink(fragment: string, query: string, checkLoss: (landscape: Landscape) => string | undefined): ParsedLink {
  const { entries, problems } = linkEntries(fragment, query, keySet)
  const given = new Map<string, string>()
  for (const { key, value } of entries) {
    if (!keySet.has(key)) problems.push(unknownName('A link has no key', key.slice(0, 60), linkKeys))
    else if (!given.has(key)) given.set(key, value)
    else if (key !== 'start' && key !== 'run') problems.push(`The link gives ${key} twice; the first was used.`)
  }
  const version = given.get('v')
  if (version !== undefined && readNumber(version) !== linkVersion)
    problems.push(`This link has version ${version.slice(0, 20)}; this page knows version ${linkVersion}. It was read as that.`)
  const landscape = readLandscape(given, problems, checkLoss)
  if (!landscape) {
    if (problems.length === 0 && entries.length > 0) problems.push('The link names no landscape.')
    return { experiment: undefined, problems }
  }
  const size = landscape.thing.parameters.length
  const runs = all(entries, 'run').flatMap((text) => readRun(text, catalogue, problems) ?? [])
  const starts = all(entries, 'start').flatMap((text) => readStart(text, size, problems))
  const domain = readDomain(given.get('domain'), size, problems)
  return {
    experiment: {
      landscape,
      ...(domain ? { domain } : {}),
      starts: cut(starts, experimentLimits.starts, 'starts', problems),
      runs: hide(cut(runs, experimentLimits.runs, 'runs', problems), given.get('view'), problems),
      steps: readWhole(given.get('steps'), 'steps', linkDefaults.steps, 1, experimentLimits.steps, problems),
      seed: readWhole(given.get('seed'), 'seed', linkDefaults.seed, 0, Number.MAX_SAFE_INTEGER, problems),
    },
    problems,
  }
}

function readLandscape(
  given: ReadonlyMap<string, string>,
  problems: string[],
  checkLoss: (landscape: Landscape) => string | undefined,
): Setting<Landscape> | undefined {
  const loss = given.get('loss')
  const id = given.get('landscape')
  if (id !== undefined) {
    if (loss !== undefined) problems.push('The link gives both a landscape and a loss; the landscape was used.')
    return readSetting(id, catalogue.landscapes, 'landscape', problems)
  }
  if (loss === undefined) return undefined
  const parameters = (given.get('parameters') ?? 'w1,w2').split(',').map((name) => name.trim())
  if (parameters.length < 2 || parameters.length > experimentLimits.parameters || parameters.includes('')) {
    problems.push(`parameters are two to ${experimentLimits.parameters} names separated by commas.`)
    return undefined
  }
  const thing = ownLandscape(parameters, loss)
  const problem = checkLoss(thing)
  if (problem) problems.push(`The loss could not be read: ${problem}`)
  return problem ? undefined : { thing, values: {} }
}

const all = (entries: readonly LinkEntry[], key: string): string[] => entries.flatMap((entry) => (entry.key === key ? [entry.value] : []))

function readStart(text: string, size: number, problems: string[]): number[][] {
  const point = text.split(',').map((part) => readNumber(part.trim()))
  if (point.length === size && point.every((x) => x !== undefined && Number.isFinite(x))) return [point as number[]]
  problems.push(`A start is ${size} numbers separated by commas; “${text.slice(0, 60)}” is not.`)
  return []
}

function readDomain(text: string | undefined, size: number, problems: string[]): Domain | undefined {
  if (text === undefined) return undefined
  const sides = text.split(',').map((side) => side.split(':').map((end) => readNumber(end.trim())))
  if (sides.length === size && sides.every(([low, high, more]) => more === undefined && isSide(low, high))) return sides as [number, number][]
  problems.push(`A domain is low:high for each of the ${size} parameters, as in -2:2,-1:3; “${text.slice(0, 60)}” is not.`)
  return undefined
}

/** Whether low and high are the ends of a side. */
export function isSide(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && Number.isFinite(low) && Number.isFinite(high) && low < high
}

function readWhole(text: string | undefined, key: string, otherwise: number, least: number, most: number, problems: string[]): number {
  if (text === undefined) return otherwise
  const value = readNumber(text)
  if (value !== undefined && Number.isInteger(value) && value >= least && value <= most) return value
  problems.push(`${key} is a whole number from ${least} to ${most}; “${text.slice(0, 60)}” is not, and ${otherwise} was used.`)
  return otherwise
}

function cut<Item>(items: Item[], most: number, what: string, problems: string[]): Item[] {
  if (items.length > most) problems.push(`A link holds at most ${most} ${what}; the rest was left out.`)
  return items.slice(0, most)
}

/** `view=hide:2;3` hides the second and the third run. */
function hide(runs: Run[], view: string | undefined, problems: string[]): Run[] {
  if (view === undefined) return runs
  const match = /^hide:([\d;]+)$/.exec(view)
  if (!match) problems.push(`view is written as hide:2;3 (the runs that are not drawn); “${view.slice(0, 60)}” is not.`)
  const hidden = new Set((match?.[1] ?? '').split(';').map(Number))
  return runs.map((run, k) => (hidden.has(k + 1) ? { ...run, hidden: true } : run))
}
