import { catalogue } from '../catalogue/catalogue.ts'
import { constantsOf } from '../catalogue/own-constant.ts'
import { ownLandscape } from '../catalogue/own-landscape.ts'
import { legible, quoted, unknownName } from '../declare/check-value.ts'
import type { Landscape } from '../declare/landscape.ts'
import { isProgram } from '../formula/is-program.ts'
import { parseExpression, parseProgram } from '../formula/parse.ts'
import { printExpression, printProgram } from '../formula/print.ts'
import { nameIn } from '../formula/spelling.ts'
import type { Setting } from '../simulation/experiment.ts'
import { preambleText, readPreamble, splitParentheses } from './leading-parentheses.ts'
import { experimentLimits, linkDefaults } from './limits.ts'

/** Reads the names of an own landscape's parameters, in their canonical spelling; else a sentence. */
export function readParameters(typed: readonly string[]): { names: string[] } | { problem: string } {
  const most = experimentLimits.parameters
  if (typed.length < 2 || typed.length > most)
    return { problem: `A landscape has two to ${most} parameters, not ${typed.length}.` }
  const names: string[] = []
  for (const text of typed) {
    const name = nameIn(text.trim())
    if (name === undefined)
      return {
        problem: `A parameter’s name is letters, digits and _, beginning with a letter, as in w1; ${quoted(text)} is not.`,
      }
    if (names.includes(name)) return { problem: `The parameter ${quoted(name)} is named twice.` }
    names.push(name)
  }
  return { names }
}

/**
 * Reads `loss=…&parameters=…&data=…`; undefined, and named in `problems`, where there is no such landscape.
 * @param checkLoss says what is wrong with the loss, in a sentence
 */
export function readOwnLandscape(
  { loss, parameters, data }: { loss: string; parameters?: string | undefined; data?: string | undefined },
  problems: string[],
  checkLoss: (landscape: Landscape) => string | undefined,
): Landscape | undefined {
  const read = readParameters(parameters?.split(',') ?? linkDefaults.parameters)
  const withData = catalogue.landscapes.filter((entry) => entry.data)
  const columns = withData.find((entry) => entry.id === data)?.data
  if (data !== undefined && !columns)
    problems.push(
      unknownName(
        'There is no landscape with data',
        data,
        withData.map((entry) => entry.id),
      ),
    )
  if ('problem' in read) problems.push(read.problem)
  if ('problem' in read || (data !== undefined && !columns)) return undefined
  const made = readConstants(loss)
  if ('problem' in made) {
    problems.push(`The loss could not be read: ${made.problem}`)
    return undefined
  }
  const own = ownLandscape(read.names, made.rest, columns, made.constants)
  const problem = checkLoss(own)
  // As a person would type it: a line for each assignment, with spaces.
  if (problem === undefined) return { ...own, loss: printed(own.loss, true) }
  problems.push(`The loss could not be read: ${legible(problem)}`)
  return undefined
}

/** Splits `(a:1,b:100)` from the formula that it stands before; a formula never holds a colon. */
function readConstants(loss: string): { constants: Record<string, number>; rest: string } | { problem: string } {
  const split = splitParentheses(loss)
  if (!split?.inside.includes(':')) return { constants: {}, rest: loss }
  const read = readPreamble(split.inside)
  if ('problem' in read) return read
  const [state] = Object.keys(read.initials)
  if (state !== undefined)
    return { problem: `A loss carries nothing from step to step, so ${quoted(state)} has no initial value.` }
  return { constants: read.constants, rest: split.rest }
}

/** The pairs of a link that say an own landscape's formula; the values in force are its hyperparameters' defaults. */
export function ownLandscapePairs({ thing, values }: Setting<Landscape>): [string, string][] {
  const { loss, parameters, hyperparameters } = thing
  const constants = { ...constantsOf(hyperparameters), ...(values as Record<string, number>) }
  const preamble = Object.keys(constants).length === 0 ? '' : preambleText({ constants, initials: {} })
  const names: [string, string][] =
    parameters.join() === linkDefaults.parameters.join() ? [] : [['parameters', parameters.join(',')]]
  return [['loss', preamble + printed(loss, false)], ...names]
}

/** The landscape of the shelf whose data an own landscape takes; undefined where it takes none, or some that stand on no shelf. */
export function dataOwner({ data }: Landscape): string | undefined {
  if (!data) return undefined
  const text = JSON.stringify(data)
  return catalogue.landscapes.find((entry) => entry.data === data || JSON.stringify(entry.data) === text)?.id
}

/** The formula in its canonical spelling; a text that cannot be parsed stays as it is. */
function printed(text: string, spaces: boolean): string {
  try {
    const style = { spaces }
    return isProgram(text) ? printProgram(parseProgram(text), style) : printExpression(parseExpression(text), style)
  } catch {
    return text
  }
}
