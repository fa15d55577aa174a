import { constantsOf } from '../catalogue/own-constant.ts'
import { ownLandscape } from '../catalogue/own-landscape.ts'
import { namesOf, type Mention } from '../catalogue/program-names.ts'
import type { Landscape } from '../declare/landscape.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { printExpression, printProgram } from '../formula/print.ts'
import type { Experiment } from '../simulation/experiment.ts'
import { checkLandscape } from '../state/check-landscape.ts'
import { chosenBranch } from './chosen-branch.ts'
import { valueOf } from './hyperparameter-values.ts'
import { knownChoices } from './known-choices.ts'
import { isProgram, readLoss } from './read-loss.ts'
import { withNumbers } from './with-numbers.ts'

/** A loss as it is typed: the formula, and the names in it that are hyperparameters, with their defaults. */
export interface OwnFormula {
  text: string
  constants: Readonly<Record<string, number>>
}

/** Where an own formula begins: the landscape's text with the forms that are chosen; its numbers stay hyperparameters. */
export function ownFormula({ landscape: { thing, values }, steps }: Experiment): OwnFormula {
  const { hyperparameters, loss } = thing
  if (thing.id === 'own') return { text: loss, constants: constantsOf(hyperparameters) }
  const known = knownChoices(hyperparameters, values)
  const assignments = readLoss(loss).assignments.map((line) => ({
    ...line,
    value: withNumbers(chosenBranch(line.value, known), known),
  }))
  const constants: Record<string, number> = {}
  for (const name of Object.keys(hyperparameters)) {
    const value = valueOf(hyperparameters, values, name, steps)
    if (typeof value === 'number') constants[name] = value
  }
  const text = isProgram(loss) ? printProgram({ assignments }) : printExpression(assignments[0].value)
  return { text, constants }
}

/** What an own formula says. */
export interface FormulaReading {
  /** The landscape where it can be shown. */
  thing?: Landscape
  /** Else what is wrong with it. */
  error?: FormulaError
  /** Names that are read and not defined. */
  free: readonly Mention[]
  /** Hyperparameters in force: those that are read and whose name means nothing else. */
  constants: Readonly<Record<string, number>>
}

/** Reads a typed formula in these parameters. */
export function readOwnFormula(
  { text, constants: given }: OwnFormula,
  parameters: readonly string[],
  data: Landscape['data'],
): FormulaReading {
  const taken = new Set([...parameters, ...Object.keys(data ?? {}), 't'])
  let constants = Object.fromEntries(Object.entries(given).filter(([name]) => !taken.has(name)))
  let free: readonly Mention[] = []
  try {
    const names = namesOf(readLoss(text), new Set([...taken, ...Object.keys(constants)]))
    free = names.free
    const inForce = ([name]: [string, number]) => names.read.has(name) && !names.assigned.includes(name)
    constants = Object.fromEntries(Object.entries(constants).filter(inForce))
  } catch (error) {
    // What cannot be read is said by the check below.
    if (!(error instanceof FormulaError)) throw error
  }
  const thing = ownLandscape(parameters, text, data, constants)
  const error = checkLandscape(thing)
  return error === undefined ? { thing, free: [], constants } : { error, free, constants }
}
