import { Build } from '../formula/build.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { Graph } from '../formula/graph.ts'
import { lower } from '../formula/lower.ts'
import type { LossAccess } from '../formula/scope.ts'
import type { Program } from '../formula/syntax.ts'
import { scalar, vector, type Value } from '../formula/value.ts'
import { lowerInitialValue } from './initial-value.ts'
import { ProgramScope, Streams } from './program-scope.ts'

type Kind = 'scalar' | 'vector'

/** What a program finds when it is only asked which of its states are vectors. */
export interface KindQuestion {
  size: number
  program: Program
  /** Initial values as declared. */
  state: Readonly<Record<string, number | string>>
  /** Kinds of all other names it may read. */
  names: ReadonlyMap<string, Kind>
  lists: ReadonlyMap<string, string>
}

/**
 * The states that hold one number a parameter: those whose initial value is a vector, or that are ever assigned one. What is wrong in a
 * line is not said here but where the line is put into the step.
 * @throws FormulaError where an initial value is wrong
 */
export function vectorStates(question: KindQuestion): Set<string> {
  const found = new Set<string>()
  for (let before = -1; before !== found.size;) {
    before = found.size
    for (const name of onePass(question, found)) found.add(name)
  }
  return found
}

function onePass({ size, program, state, names, lists }: KindQuestion, known: ReadonlySet<string>): string[] {
  const build = new Build(new Graph())
  const unknowns = (name: string, kind: Kind): Value =>
    kind === 'vector'
      ? vector(Array.from({ length: size }, (_, i) => build.input(`${name}.${i}`)))
      : scalar(build.input(name))
  const values = new Map([...names].map(([name, kind]) => [name, unknowns(name, kind)] as const))
  const any = unknowns('any', 'vector') as Value & { kind: 'vector' }
  const loss: LossAccess = {
    gradientAt: () => any.nodes,
    lossAt: () => any.nodes[0],
    hessian: () => any.nodes.map(() => any.nodes),
    gradient: () => any.nodes,
  }
  const scopeWith = (more: Iterable<readonly [string, Value]>) =>
    new ProgramScope({
      build,
      size,
      program: '',
      streams: new Streams(),
      values: new Map([...values, ...more]),
      lists,
      loss,
    })
  const initial = scopeWith([])
  const result = Object.entries(state)
    .filter(([name, value]) => typeof value === 'string' && lowerInitialValue(name, value, initial).kind === 'vector')
    .map(([name]) => name)
  for (const name of Object.keys(state)) values.set(name, unknowns(name, known.has(name) ? 'vector' : 'scalar'))
  const attempt = (
    { value }: Program['assignments'][number],
    more: Iterable<readonly [string, Value]> = [],
  ): Value | undefined => {
    try {
      return lower(value, scopeWith(more))
    } catch (error) {
      if (error instanceof FormulaError) return undefined
      throw error
    }
  }
  for (const line of program.assignments) {
    const { name } = line
    // A line may go wrong only because a state is not yet known to be a vector (`sum(v)`): then a later pass reads it again.
    const made =
      attempt(line) ?? (Object.hasOwn(state, name) ? attempt(line, [[name, unknowns(name, 'vector')]]) : undefined)
    if (made && (made.kind === 'vector' || values.get(name)?.kind !== 'vector')) values.set(name, made)
  }
  for (const name of Object.keys(state)) if (values.get(name)?.kind === 'vector') result.push(name)
  return result
}
