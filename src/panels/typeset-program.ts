import type { Entry } from '../declare/entry.ts'
import type { Values } from '../declare/hyperparameter.ts'
import type { Modifier } from '../declare/modifier.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import type { Schedule } from '../declare/schedule.ts'
import { mathmlOfAssignment, type MathElement } from '../formula/mathml.ts'
import { parseProgram } from '../formula/parse.ts'
import type { Assignment, Expression } from '../formula/syntax.ts'
import type { Words } from '../i18n/en.ts'
import { chosenBranch } from './chosen-branch.ts'
import { knownChoices } from './known-choices.ts'

/** What has a program: everything on the shelves but landscapes. */
export type Programmed = Entry &
  Pick<Optimizer, 'state' | 'program'> &
  Pick<Modifier, 'points' | 'events' | 'eachMomentum'>

export interface TypesetProgram {
  /** What its states are before the first step. */
  start: MathElement[]
  lines: MathElement[]
  /** What is done to each momentum of the optimizer. */
  eachMomentum: { start: MathElement[]; lines: MathElement[] } | undefined
}

/** Names through which a program acts on what is around it. */
const results = ['theta', 'g', 'learningRate', 'momentum', 'buffer']

/** The whole program of an optimizer, a schedule or a modifier, of its forms only the chosen one: lines that then act on nothing are left out. */
export function typesetProgram(
  thing: Optimizer | Schedule | Modifier,
  values: Values,
  words: Words['mathematics'],
): TypesetProgram {
  const { hyperparameters, state, program, points = [], events = [], eachMomentum }: Programmed = thing
  const known = knownChoices(hyperparameters, values)
  const symbols = Object.fromEntries(Object.entries(hyperparameters).map(([name, { symbol }]) => [name, symbol]))
  const typeset = (text: string, states: Optimizer['state'], wanted: Iterable<string>) => {
    const all = parseProgram(text).assignments.map((line) => ({ ...line, value: chosenBranch(line.value, known) }))
    const { lines, names } = acting(all, wanted)
    const kept = Object.entries(states).filter(([name]) => names.has(name))
    const start = kept.flatMap(([name, value]) => parseProgram(`${name} = ${value}`).assignments)
    const set = (line: Assignment) => mathmlOfAssignment(line, { symbols, words, display: 'inline' })
    return { start: start.map(set), lines: lines.map(set), names }
  }
  const each = eachMomentum && typeset(eachMomentum.program, eachMomentum.state, results)
  const wanted = [...results, ...points, ...events.map(({ when }) => when), ...(each?.names ?? [])]
  const { start, lines } = typeset(program, state, wanted)
  const acts = each !== undefined && each.lines.length > 0
  return { start, lines, eachMomentum: acts ? { start: each.start, lines: each.lines } : undefined }
}

/** The lines that reach what is wanted, through others or over steps, and every name among them. */
function acting(all: readonly Assignment[], wanted: Iterable<string>): { lines: Assignment[]; names: Set<string> } {
  const changing = all.filter(({ name, value }) => !(value.kind === 'name' && value.name === name))
  const names = new Set(wanted)
  for (let before = -1; before !== names.size;) {
    before = names.size
    for (const { name, value } of changing) if (names.has(name)) addNames(value, names)
  }
  return { lines: changing.filter(({ name }) => names.has(name)), names }
}

function addNames(expression: Expression, names: Set<string>): void {
  switch (expression.kind) {
    case 'number':
      return
    case 'name':
      names.add(expression.name)
      return
    case 'negate':
    case 'not':
      return addNames(expression.operand, names)
    case 'binary':
      addNames(expression.left, names)
      return addNames(expression.right, names)
    case 'call':
      for (const arg of expression.args) addNames(arg, names)
  }
}
