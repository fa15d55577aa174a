import { ownEntry, ownProgramOf, type OwnProgram, type ProgramEntry } from '../catalogue/own-program.ts'
import { mentions, programNames, sharedNames, type ProgramKind, type ProgramNames } from '../catalogue/program-names.ts'
import type { Landscape } from '../declare/landscape.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { parseExpression } from '../formula/parse.ts'
import { printExpression } from '../formula/print.ts'
import { numberText, readNumber } from '../link/number-text.ts'
import { initialValue } from '../link/leading-parentheses.ts'
import { trialRun } from '../link/run-programs.ts'
import type { Setting } from '../simulation/experiment.ts'
import { checkProgram } from '../state/check-program.ts'

/** An own program as it stands in the fields of its editor, be it right or wrong. */
export interface ProgramDraft {
  kind: ProgramKind
  name: string
  text: string
  /** As typed, by state; those of names that are no states wait until they are again. */
  initials: Readonly<Record<string, string>>
  /** Those of names that the program does not read, or assigns, wait until it is otherwise. */
  constants: Readonly<Record<string, number>>
}

/** What a draft says. */
export interface DraftReading {
  /** The program where it can be run. */
  thing?: ProgramEntry
  /** Else what is wrong with it. */
  error?: FormulaError
  /** Absent where the text cannot be read. */
  names?: ProgramNames
  /** Hyperparameters in force. */
  constants: Readonly<Record<string, number>>
}

export function draftOf(thing: ProgramEntry): ProgramDraft {
  const { kind, name, text, state, constants } = ownProgramOf(thing) as OwnProgram
  const initials = Object.entries(state).map(([key, value]) => [key, initialText(value)] as const)
  return { kind, name, text, initials: Object.fromEntries(initials), constants }
}

/** Reads a draft and tries it on the landscape. */
export function readDraft(draft: ProgramDraft, landscape: Setting<Landscape>): DraftReading {
  const { kind, name, text } = draft
  let names: ProgramNames
  try {
    names = programNames(text, kind)
  } catch (error) {
    return { error: asFormulaError(error), constants: draft.constants }
  }
  const { assigned, states } = names
  const state: Record<string, number | string> = {}
  const inInitials: string[] = []
  let wrong: FormulaError | undefined
  for (const key of states) {
    const typed = Object.hasOwn(draft.initials, key) ? draft.initials[key].trim() : ''
    try {
      const value = typed === '' ? 0 : initialValue(typed)
      state[key] = value
      if (typeof value === 'string') inInitials.push(...mentions(parseExpression(value)).map((mention) => mention.name))
    } catch (error) {
      wrong ??= Object.assign(asFormulaError(error), { state: key })
    }
  }
  const notOwn = new Set([...assigned, ...sharedNames[kind]])
  const inForce = ([key]: [string, number]) => !notOwn.has(key) && (names.read.has(key) || inInitials.includes(key))
  const constants = Object.fromEntries(Object.entries(draft.constants).filter(inForce))
  const free = names.free.filter((mention) => !Object.hasOwn(constants, mention.name))
  const read = { names: { ...names, free }, constants }
  if (wrong) return { ...read, error: wrong }
  const thing = ownEntry({ kind, name, text, state, constants })
  const error = checkProgram(trialRun(thing), landscape)
  return error === undefined ? { ...read, thing } : { ...read, error }
}

function asFormulaError(error: unknown): FormulaError {
  if (error instanceof FormulaError) return error
  throw error
}

/** An initial value as it is typed. */
function initialText(value: number | string): string {
  if (typeof value === 'number') return numberText(value)
  return readNumber(value) === undefined ? printExpression(parseExpression(value)) : value
}
