import { functions, reservedWords } from '../formula/functions.ts'
import { parseProgram } from '../formula/parse.ts'
import type { Expression, Program, Span } from '../formula/syntax.ts'

/** What a typed program is: an optimizer, a schedule, or a modifier that runs before or after the optimizer. */
export const programKinds = ['optimizer', 'schedule', 'before', 'after'] as const
export type ProgramKind = (typeof programKinds)[number]

/** A name where it stands in a text. */
export interface Mention {
  name: string
  span: Span
}

/** The names of a program by what they are to it. */
export interface ProgramNames {
  /** In the order of their first assignment, shared names included. */
  assigned: readonly string[]
  /** Assigned names that are read before they are first assigned, so that they carry a value from step to step. */
  states: readonly string[]
  /** Every name that is read. */
  read: ReadonlySet<string>
  /** Names that are read, never assigned and not known otherwise, where each is first read: they may become hyperparameters. */
  free: readonly Mention[]
}

const everywhere = ['theta', 'g', 't', 'steps', 'learningRate', 'initialLearningRate']

/** Names that every program of a kind finds, besides its own. */
export const sharedNames: Readonly<Record<ProgramKind, readonly string[]>> = {
  optimizer: everywhere,
  schedule: [...everywhere, 'momentum', 'loss'],
  before: everywhere,
  after: [...everywhere, 'before'],
}

/**
 * What the names of a program's text are.
 * @throws FormulaError where the text cannot be read
 */
export function programNames(text: string, kind: ProgramKind): ProgramNames {
  return namesOf(parseProgram(text), new Set(sharedNames[kind]))
}

/** What the names of a program are that finds the names `shared`. */
export function namesOf({ assignments }: Program, shared: ReadonlySet<string>): ProgramNames {
  const assigned = new Set<string>()
  const read = new Set<string>()
  const readEarly = new Map<string, Span>()
  for (const { name, value } of assignments) {
    for (const mention of mentions(value)) {
      read.add(mention.name)
      if (!assigned.has(mention.name) && !readEarly.has(mention.name)) readEarly.set(mention.name, mention.span)
    }
    assigned.add(name)
  }
  const own = (name: string) => !shared.has(name)
  return {
    assigned: [...assigned],
    read,
    states: [...assigned].filter((name) => own(name) && readEarly.has(name)),
    free: [...readEarly]
      .filter(([name]) => own(name) && !assigned.has(name) && mayBeHyperparameter(name))
      .map(([name, span]) => ({ name, span })),
  }
}

/** Whether a name may be that of a hyperparameter at all: no word of the language, nor a word that every object of JavaScript has. */
export function mayBeHyperparameter(name: string): boolean {
  return !reservedWords.has(name) && !functions.has(name) && !(name in {})
}

/** Every name that an expression reads, in the order of the text. */
export function mentions(expression: Expression): Mention[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [{ name: expression.name, span: expression.span }]
    case 'negate':
    case 'not':
      return mentions(expression.operand)
    case 'binary':
      return [...mentions(expression.left), ...mentions(expression.right)]
    case 'call':
      return expression.args.flatMap(mentions)
  }
}
