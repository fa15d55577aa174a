import type { Catalogue } from '../catalogue/catalogue.ts'
import { kindOf, programNameProblem, type ProgramEntry } from '../catalogue/own-program.ts'
import { legible, quoted } from '../declare/check-value.ts'
import type { Modifier } from '../declare/modifier.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import type { Schedule } from '../declare/schedule.ts'
import { parseProgram } from '../formula/parse.ts'
import { printProgram } from '../formula/print.ts'
import { experimentLimits } from './limits.ts'
import { readProgram } from './program-text.ts'

/** The own programs of a link. */
export interface LinkPrograms {
  /** The shelves with the own programs behind them. */
  shelves: Catalogue
  /** Names of those that could not be read, each named in a sentence. */
  damaged: ReadonlySet<string>
}

/** What begins the key of an own program. */
export const programKey = 'program.'

/**
 * Reads every `program.name=…` of a link.
 * @param check says what is wrong with a program that could be read, in a sentence
 */
export function readPrograms(
  entries: readonly { key: string; value: string }[],
  problems: string[],
  check: (thing: ProgramEntry) => string | undefined,
  shelves: Catalogue,
): LinkPrograms {
  const read = new Map<string, ProgramEntry>()
  const damaged = new Set<string>()
  const given = entries.filter(({ key }) => key.startsWith(programKey))
  const most = experimentLimits.programs
  if (given.length > most) problems.push(`A link holds at most ${most} own programs; the rest was left out.`)
  for (const { key, value } of given.slice(0, most)) {
    const name = key.slice(programKey.length)
    const badName = programNameProblem(name, shelves)
    if (badName !== undefined) {
      problems.push(`${quoted(key)} was left out. ${badName}`)
      continue
    }
    const made = read.has(name) || damaged.has(name) ? twice : readProgram(name, value)
    const problem = 'problem' in made ? made.problem : check(made.thing)
    if ('thing' in made && problem === undefined) read.set(name, legibly(made.thing))
    else {
      read.delete(name)
      damaged.add(name)
      problems.push(`The program ${quoted(name)} and the runs that use it were left out. ${legible(problem as string)}`)
    }
  }
  return { shelves: withPrograms(shelves, [...read.values()]), damaged }
}

/** The program as a person would type it: a line for each assignment, with spaces. */
function legibly(thing: ProgramEntry): ProgramEntry {
  return { ...thing, program: printProgram(parseProgram(thing.program)) }
}

const twice = { problem: 'The link gives two programs of that name.' }

/** Whether the text of a run names one of these things. */
export function usesAny(text: string, names: ReadonlySet<string>): boolean {
  const ids = text.replace(/\([^()]*\)/gu, ' ').split(/[\s@+*~]+/u)
  return ids.some((id) => names.has(id))
}

function withPrograms(shelves: Catalogue, things: ProgramEntry[]): Catalogue {
  return {
    ...shelves,
    optimizers: [...shelves.optimizers, ...things.filter((thing) => isOptimizer(thing))],
    schedules: [...shelves.schedules, ...things.filter((thing) => isSchedule(thing))],
    modifiers: [...shelves.modifiers, ...things.filter((thing) => isModifier(thing))],
  }
}

const isOptimizer = (thing: ProgramEntry): thing is Optimizer => kindOf(thing) === 'optimizer'
const isModifier = (thing: ProgramEntry): thing is Modifier => 'when' in thing
const isSchedule = (thing: ProgramEntry): thing is Schedule => kindOf(thing) === 'schedule'
