import { ownEntry, type OwnProgram, type ProgramEntry } from '../catalogue/own-program.ts'
import { programKinds, programNames, sharedNames, type ProgramKind } from '../catalogue/program-names.ts'
import { legible, quoted, unknownName } from '../declare/check-value.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { parseProgram } from '../formula/parse.ts'
import { printProgram } from '../formula/print.ts'
import { preambleText, readPreamble, splitParentheses, type Preamble } from './leading-parentheses.ts'

/**
 * An own program as links write it: `(beta:0.9)m=beta*m+g;theta=theta-learningRate*m`. A word before the parentheses says what it is,
 * unless it is an optimizer, which needs no parentheses where they would be empty.
 */
export function programText({ kind, text, state, constants }: OwnProgram): string {
  const preamble = preambleText({ constants, initials: state })
  const before = kind !== 'optimizer' ? kind + preamble : preamble === '()' ? '' : preamble
  return before + printProgram(parseProgram(text), { spaces: false })
}

/** Reads an own program; a sentence where any of it is not understood. */
export function readProgram(name: string, text: string): { thing: ProgramEntry } | { problem: string } {
  const [, word, afterWord] = /^\s*([A-Za-z]*)\s*(\(.*)?$/su.exec(text) ?? [undefined, '', undefined]
  if (afterWord === undefined) return fromParts(name, 'optimizer', { constants: {}, initials: {} }, text)
  const kind = word === '' ? 'optimizer' : programKinds.find((one) => one === word)
  if (kind === undefined) return { problem: unknownName('There is no kind of program', word, programKinds) }
  const split = splitParentheses(afterWord)
  if (!split) return { problem: `The parentheses of ${quoted(text)} do not close.` }
  const preamble = readPreamble(split.inside)
  return 'problem' in preamble ? preamble : fromParts(name, kind, preamble, split.rest)
}

function fromParts(
  name: string,
  kind: ProgramKind,
  { constants, initials }: Preamble,
  text: string,
): { thing: ProgramEntry } | { problem: string } {
  try {
    const { assigned, states } = programNames(text, kind)
    const taken = Object.keys(constants).find(
      (constant) => assigned.includes(constant) || sharedNames[kind].includes(constant),
    )
    if (taken !== undefined)
      return { problem: `${quoted(taken)} has its value from the program and cannot be a hyperparameter.` }
    const idle = Object.keys(initials).find((state) => !states.includes(state))
    if (idle !== undefined)
      return { problem: `${quoted(idle)} carries nothing from step to step, so it has no initial value.` }
    return { thing: ownEntry({ kind, name, text, state: initials, constants }) }
  } catch (error) {
    if (error instanceof FormulaError) return { problem: legible(error.message) }
    throw error
  }
}
