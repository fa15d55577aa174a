import type { Experiment } from '../simulation/experiment.ts'
import { linkDefaults, linkVersion } from './limits.ts'
import { encodeLink } from './link-entries.ts'
import { numberText } from './number-text.ts'
import { dataOwner, ownLandscapePairs } from './own-landscape-text.ts'
import { domainText, pointText } from './point-text.ts'
import { programText } from './program-text.ts'
import { programKey } from './read-programs.ts'
import { ownProgramsOf } from './run-programs.ts'
import { runText } from './run-text.ts'
import { settingText } from './setting-text.ts'
import { viewText } from './view-text.ts'

/**
 * The experiment as a link's fragment, `#` included. Canonical: keys in fixed order, shortest numbers, and only what differs from the
 * defaults, so that the same experiment gives the same text. `v` is last: a link never ends in a character that mail programs cut.
 */
export function printLink({ landscape, domain, starts, runs, steps, seed }: Experiment): string {
  const { thing } = landscape
  const pairs: [string, string][] =
    thing.id === 'own' ? ownLandscapePairs(landscape) : [['landscape', settingText(landscape, steps)]]
  const add = (key: string, value: string | undefined, byDefault?: string) => {
    if (value !== undefined && value !== byDefault) pairs.push([key, value])
  }
  add('domain', domain && domainText(domain), domainText(thing.domain))
  if (thing.id === 'own') add('data', dataOwner(thing))
  const byDefault = starts.length === 1 ? pointText(thing.starts[0]) : undefined
  for (const start of starts) add('start', pointText(start), byDefault)
  for (const run of runs) add('run', runText(run, steps))
  for (const own of ownProgramsOf(runs)) add(programKey + own.name, programText(own))
  add('steps', numberText(steps), numberText(linkDefaults.steps))
  add('seed', numberText(seed), numberText(linkDefaults.seed))
  add('view', viewText(runs))
  add('v', String(linkVersion))
  return `#${pairs.map(([key, value]) => `${key}=${encodeLink(value)}`).join('&')}`
}
