import { catalogue, type Catalogue } from '../catalogue/catalogue.ts'
import type { ProgramEntry } from '../catalogue/own-program.ts'
import { quoted, unknownName } from '../declare/check-value.ts'
import type { Landscape } from '../declare/landscape.ts'
import type { Experiment, Run, Setting } from '../simulation/experiment.ts'
import { experimentLimits, linkDefaults, linkVersion } from './limits.ts'
import { linkEntries, queryWithout, type LinkEntry } from './link-entries.ts'
import { readNumber } from './number-text.ts'
import { readOwnLandscape } from './own-landscape-text.ts'
import { readDomain, readStart, readWhole } from './point-text.ts'
import { programKey, readPrograms, usesAny, type LinkPrograms } from './read-programs.ts'
import { ownProgramsOf, trialRun } from './run-programs.ts'
import { readRun } from './run-text.ts'
import { readSetting } from './setting-text.ts'
import { readView } from './view-text.ts'

export interface ParsedLink {
  /** Undefined where the link names no landscape that can be shown. */
  experiment: Experiment | undefined
  /** A sentence for everything that was not understood, at most `mostProblems` and one that counts the others. */
  problems: string[]
}

/** What says, in a sentence, what is wrong with a formula that a link brings; undefined where nothing is. */
export interface FormulaChecks {
  loss: (landscape: Landscape) => string | undefined
  /** The step of a run, put together. */
  run: (landscape: Setting<Landscape>, run: Run) => string | undefined
}

/** Keys of a link, in canonical order; between `run` and `steps` stand the own programs, `program.name`. */
export const linkKeys = [
  'landscape',
  'loss',
  'parameters',
  'domain',
  'data',
  'start',
  'run',
  'steps',
  'seed',
  'view',
  'v',
] as const
const keySet: ReadonlySet<string> = new Set(linkKeys)

/** Keys of the query, which say how a page is shown. */
const presentationKeys: ReadonlySet<string> = new Set(
  'embed theme lang controls hide play loop at dpr origin'.split(' '),
)
/** A fragment that gives one of these says the landscape; what the query says of it then counts no more. */
const landscapeKeys: ReadonlySet<string> = new Set(['landscape', 'loss', 'parameters', 'data'])
const repeatable: ReadonlySet<string> = new Set(['start', 'run'])

/** Sentences that a person will read. */
const mostProblems = 12

/**
 * Reads a link. Never throws: what could be read is in the experiment, what could not is named.
 * @param fragment `location.hash`, with or without its `#`
 * @param query `location.search`; every key of the fragment may also stand there, form-encoded. The fragment beats it.
 * @param checks say what is wrong with what a person typed, each in a sentence
 */
export function parseLink(
  fragment: string,
  query: string,
  checks: FormulaChecks,
  shelves: Catalogue = catalogue,
): ParsedLink {
  const { entries, problems } = mergedEntries(fragment, query)
  const experiment = entries.length > 0 ? readExperiment(entries, problems, checks, shelves) : undefined
  const more = problems.length - mostProblems
  if (more > 0) problems.splice(mostProblems, more, `There are ${more} more problems of this kind.`)
  return { experiment, problems }
}

/** The page's query without what a link says: beside a fragment that says everything, it would only contradict. */
export function presentationQuery(query: string): string {
  return queryWithout(query, isLinkKey)
}

const isLinkKey = (key: string): boolean => keySet.has(key) || key.startsWith(programKey)

function mergedEntries(fragment: string, query: string): { entries: LinkEntry[]; problems: string[] } {
  const read = linkEntries(fragment, query, isLinkKey)
  const taken = new Set(read.fragment.map((entry) => entry.key))
  const saysLandscape = taken.has('landscape') || taken.has('loss')
  const fromQuery = read.query.filter(({ key }) => !taken.has(key) && !(saysLandscape && landscapeKeys.has(key)))
  const entries = [...read.fragment, ...fromQuery]
  // A version alone says nothing: `?v=20` is how pages are fetched past a cache.
  const nothing = read.fragment.length === 0 && entries.every(({ key }) => key === 'v')
  return { entries: nothing ? [] : entries, problems: read.problems }
}

function readExperiment(
  entries: readonly LinkEntry[],
  problems: string[],
  checks: FormulaChecks,
  shelves: Catalogue,
): Experiment | undefined {
  const given = firstOfEach(entries, problems)
  const version = given.get('v')
  if (version !== undefined && readNumber(version) !== linkVersion)
    problems.push(
      `This page reads links of version ${linkVersion}, not ${quoted(version)}; it was read as version ${linkVersion}.`,
    )
  const landscape = readLandscape(given, problems, checks, shelves)
  const all = (key: string): string[] => entries.flatMap((entry) => (entry.key === key ? [entry.value] : []))
  const runTexts = cut(all('run'), experimentLimits.runs, 'runs', problems)
  const check = (thing: ProgramEntry) => landscape && checks.run(landscape, trialRun(thing))
  const programs = readPrograms(entries, problems, check, shelves)
  const runs = readRuns(runTexts, given.get('view'), problems, programs)
  if (!landscape) return undefined
  const size = landscape.thing.parameters.length
  const startTexts = cut(all('start'), experimentLimits.starts, 'starts', problems)
  const domain = readDomain(given.get('domain'), size, problems)
  const steps = { otherwise: linkDefaults.steps, least: 1, most: experimentLimits.steps }
  const seed = { otherwise: linkDefaults.seed, least: 0, most: Number.MAX_SAFE_INTEGER }
  return {
    landscape,
    ...(domain ? { domain } : {}),
    starts: startTexts.flatMap((text) => readStart(text, size, problems)),
    runs,
    steps: readWhole(given.get('steps'), 'steps', steps, problems),
    seed: readWhole(given.get('seed'), 'seed', seed, problems),
  }
}

/** The value of each key that is not repeatable; keys that are no link's, or stand there twice, are named. */
function firstOfEach(entries: readonly LinkEntry[], problems: string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>()
  for (const { key, value } of entries) {
    if (key.startsWith(programKey)) continue
    if (presentationKeys.has(key)) problems.push(`“${key}” belongs before the #, as in ?${key}=…#landscape=….`)
    else if (!keySet.has(key)) problems.push(unknownName('A link has no key', key, linkKeys))
    else if (!given.has(key)) given.set(key, value)
    else if (!repeatable.has(key)) problems.push(`The link gives ${key} twice; the first was used.`)
  }
  return given
}

function readLandscape(
  given: ReadonlyMap<string, string>,
  problems: string[],
  checks: FormulaChecks,
  shelves: Catalogue,
): Setting<Landscape> | undefined {
  const id = given.get('landscape')
  const loss = given.get('loss')
  if (id !== undefined) {
    if (loss !== undefined) problems.push('The link gives both a landscape and a loss; the landscape was used.')
    for (const key of ['parameters', 'data'])
      if (loss === undefined && given.has(key)) problems.push(`${key} belongs to a loss of one’s own; it was left out.`)
    return readSetting(id, shelves.landscapes, 'landscape', problems)
  }
  if (loss === undefined) {
    problems.push(`The link names no landscape, as in landscape=${shelves.landscapes[0].id}, so it could not be shown.`)
    return undefined
  }
  const own = { loss, parameters: given.get('parameters'), data: given.get('data') }
  const thing = readOwnLandscape(own, problems, checks.loss)
  return thing && { thing, values: {} }
}

/** The runs that are understood; the view counts all that are written. */
function readRuns(
  texts: readonly string[],
  view: string | undefined,
  problems: string[],
  { shelves, damaged }: LinkPrograms,
): Run[] {
  const hidden = readView(view, texts.length, problems)
  const runs = texts.flatMap((text, k) => {
    const run = usesAny(text, damaged) ? undefined : readRun(text, shelves, problems)
    if (!run) return []
    return [hidden.has(k + 1) ? { ...run, hidden: true } : run]
  })
  const used = new Set(ownProgramsOf(runs).map(({ name }) => name))
  for (const { id, own } of [...shelves.optimizers, ...shelves.schedules, ...shelves.modifiers])
    if (own && !used.has(id)) problems.push(`No run uses the program ${quoted(id)}; it was left out.`)
  return runs
}

function cut<Item>(items: Item[], most: number, what: string, problems: string[]): Item[] {
  if (items.length > most) problems.push(`A link holds at most ${most} ${what}; the rest was left out.`)
  return items.slice(0, most)
}
