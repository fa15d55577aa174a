import { isProgram } from '../formula/is-program.ts'
import { parseExpression, parseProgram } from '../formula/parse.ts'
import { printExpression, printProgram } from '../formula/print.ts'
import type { Experiment } from '../simulation/experiment.ts'
import { linkDefaults, linkVersion } from './limits.ts'
import { encodeLink } from './link-entries.ts'
import { runText } from './run-text.ts'
import { numberText, settingText } from './setting-text.ts'

/** The experiment as a link's fragment, `#` included: canonical, so that the same experiment gives the same text. */
export function printLink({ landscape, domain, starts, runs, steps, seed }: Experiment): string {
  const { thing } = landscape
  const pairs: [string, string][] = []
  if (thing.id === 'own') pairs.push(['loss', compactFormula(thing.loss)], ['parameters', thing.parameters.join(',')])
  else pairs.push(['landscape', settingText(landscape, steps)])
  const sides = domain?.map(([low, high]) => `${numberText(low)}:${numberText(high)}`).join(',')
  if (sides !== undefined && sides !== thing.domain.map(([low, high]) => `${numberText(low)}:${numberText(high)}`).join(',')) pairs.push(['domain', sides])
  const startTexts = starts.map((start) => start.map(numberText).join(','))
  if (startTexts.length > 1 || (startTexts.length === 1 && startTexts[0] !== thing.starts[0].map(numberText).join(',')))
    for (const start of startTexts) pairs.push(['start', start])
  for (const run of runs) pairs.push(['run', runText(run, steps)])
  if (steps !== linkDefaults.steps) pairs.push(['steps', numberText(steps)])
  if (seed !== linkDefaults.seed) pairs.push(['seed', numberText(seed)])
  const hidden = runs.flatMap((run, k) => (run.hidden ? [k + 1] : []))
  if (hidden.length > 0) pairs.push(['view', `hide:${hidden.join(';')}`])
  pairs.push(['v', String(linkVersion)])
  return `#${pairs.map(([key, value]) => `${key}=${encodeLink(value)}`).join('&')}`
}

/** The formula without spaces; a text that cannot be parsed stays as it is. */
function compactFormula(text: string): string {
  try {
    return isProgram(text) ? printProgram(parseProgram(text), { spaces: false }) : printExpression(parseExpression(text), { spaces: false })
  } catch {
    return text
  }
}
