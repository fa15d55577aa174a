import type { Entry } from '../declare/entry.ts'
import { learningRate, type Hyperparameters } from '../declare/hyperparameter.ts'
import type { Modifier } from '../declare/modifier.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import type { Schedule } from '../declare/schedule.ts'
import { catalogue, type Catalogue } from './catalogue.ts'
import { constantsOf, ownConstants } from './own-constant.ts'
import { programNames, type ProgramKind } from './program-names.ts'

/** A program that a person typed. */
export interface OwnProgram {
  kind: ProgramKind
  /** Its id in links; on no shelf. */
  name: string
  text: string
  /** Initial values of its states, numbers or expressions; what is absent starts at 0. */
  state: Readonly<Record<string, number | string>>
  /** Names that became hyperparameters, with their defaults. */
  constants: Readonly<Record<string, number>>
}

/** What runs an own program. */
export type ProgramEntry = Optimizer | Schedule | Modifier

/** The rate of an own optimizer unless a run says another. Part of the contract of links. */
const ownRate = 0.01

/** @throws FormulaError where the text cannot be read */
export function ownOptimizer(own: OwnProgram): Optimizer {
  const constants = ownConstants(own.constants)
  // A schedule that cycles momentum reaches the hyperparameter that bears its name, as on the shelf.
  const cycled = ['momentum', 'beta1'].find((name) => Object.hasOwn(constants, name))
  if (cycled !== undefined) Object.assign(constants[cycled], { role: 'momentum' })
  const hyperparameters = { learningRate: learningRate(ownRate), ...constants }
  // No landscape knows a rate for it, so a run keeps its own.
  return { ...entry(own, hyperparameters), ...running(own), family: 'gradient', ratesLike: 'none' }
}

/** @throws FormulaError where the text cannot be read */
export function ownSchedule(own: OwnProgram): Schedule {
  const { state, program } = running(own)
  return { ...entry(own, ownConstants(own.constants)), state, program }
}

/** @throws FormulaError where the text cannot be read */
export function ownModifier(own: OwnProgram): Modifier {
  const when = own.kind === 'after' ? 'after' : 'before'
  return { ...entry(own, ownConstants(own.constants)), ...running(own), when }
}

/**
 * The thing that a run takes for an own program.
 * @throws FormulaError where the text cannot be read
 */
export function ownEntry(own: OwnProgram): ProgramEntry {
  if (own.kind === 'optimizer') return ownOptimizer(own)
  return own.kind === 'schedule' ? ownSchedule(own) : ownModifier(own)
}

/** The program of a thing that `ownEntry` made; undefined for what stands on a shelf. */
export function ownProgramOf(thing: ProgramEntry): OwnProgram | undefined {
  if (!thing.own) return undefined
  const { learningRate: _, ...others } = thing.hyperparameters
  return {
    kind: kindOf(thing),
    name: thing.id,
    text: thing.program,
    state: thing.state,
    constants: constantsOf(others),
  }
}

/** What a thing is that holds a program. */
export function kindOf(thing: ProgramEntry): ProgramKind {
  if ('when' in thing) return thing.when
  return 'family' in thing ? 'optimizer' : 'schedule'
}

const longestName = 40

/** What is wrong with the name of an own program, in a sentence; undefined where nothing is. */
export function programNameProblem(name: string, shelves: Catalogue = catalogue): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_-]*$/.test(name) || name.length > longestName || name in {})
    return `An own program’s name is at most ${longestName} of the letters a to z, digits, - and _, beginning with a letter.`
  const shelved = [...shelves.optimizers, ...shelves.schedules, ...shelves.modifiers].some(({ id }) => id === name)
  return shelved ? `“${name}” is already the name of one of the catalogue.` : undefined
}

/** `mine`, `mine2`, …: the first name that is not taken. */
export function freeProgramName(taken: Iterable<string>): string {
  const known = new Set(taken)
  let count = 1
  while (known.has(count === 1 ? 'mine' : `mine${count}`)) count++
  return count === 1 ? 'mine' : `mine${count}`
}

function entry({ name }: OwnProgram, hyperparameters: Hyperparameters): Entry {
  return {
    id: name,
    own: true,
    name: { en: name, 'zh-Hant': name, 'zh-Hans': name },
    summary: {
      en: 'A program you typed yourself.',
      'zh-Hant': '自己輸入的程式。',
      'zh-Hans': '自己输入的程序。',
    },
    hyperparameters,
    references: [],
  }
}

/** What runs: the program with an initial value for each of its states. A state that starts at θ is a point and is drawn. */
function running({ kind, text, state: given }: OwnProgram) {
  const { states } = programNames(text, kind)
  const state = Object.fromEntries(states.map((name) => [name, Object.hasOwn(given, name) ? given[name] : 0]))
  const points = states.filter((name) => state[name] === 'theta')
  return { program: text, state, ...(points.length > 0 ? { points } : {}) }
}
