import { programNumber } from '../declare/default-value.ts'
import type { Landscape } from '../declare/landscape.ts'
import { Build } from '../formula/build.ts'
import { gradient, hessian } from '../formula/differentiate.ts'
import { checkGraphSize } from '../formula/check-graph-size.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { reservedWords } from '../formula/functions.ts'
import { Graph, type NodeId } from '../formula/graph.ts'
import { isProgram } from '../formula/is-program.ts'
import { lower } from '../formula/lower.ts'
import { parseExpression, parseProgram } from '../formula/parse.ts'
import { substitute } from '../formula/substitute.ts'
import { scalar, type Value } from '../formula/value.ts'
import type { Setting } from './experiment.ts'
import { ProgramScope, Streams } from './program-scope.ts'

/** A landscape's loss with its derivatives, all nodes of one graph. */
export interface LossGraph {
  build: Build
  streams: Streams
  /** Number of parameters n. */
  size: number
  /** Names of the inputs that hold θ: `theta.0` … */
  inputs: readonly string[]
  loss: NodeId
  gradient: readonly NodeId[]
  /** Hessian rows, made when first asked for; a FormulaError where that is too much. */
  hessian: () => readonly (readonly NodeId[])[]
  /** Loss and gradient with other nodes in θ's place. */
  lossAt: (point: readonly NodeId[]) => NodeId
  gradientAt: (point: readonly NodeId[]) => readonly NodeId[]
}

/** Name of the input that holds the i-th parameter. */
export const thetaInput = (i: number): string => `theta.${i}`

/** Name of the input that holds a landscape's hyperparameter. */
export const landscapeInput = (name: string): string => `landscape.${name}`

const nowhere = { start: 0, end: 0 }

/**
 * Reads a landscape's loss into a graph.
 * @throws FormulaError where the formula is wrong, or a name is used twice
 */
export function lossGraph({ thing, values }: Setting<Landscape>): LossGraph {
  const build = new Build(new Graph())
  const streams = new Streams()
  const size = thing.parameters.length
  const inputs = thing.parameters.map((_, i) => thetaInput(i))
  const loss = lossNode(thing, values, build, streams)
  const whole = { start: 0, end: thing.loss.length }
  const gradientNodes = gradient(build.graph, loss, inputs)
  checkGraphSize(build.graph, whole)
  let hessianRows: NodeId[][] | undefined
  const at = (point: readonly NodeId[]) => new Map(inputs.map((name, i) => [name, point[i]]))
  return {
    build,
    streams,
    size,
    inputs,
    loss,
    gradient: gradientNodes,
    hessian: () => {
      hessianRows ??= hessian(build.graph, gradientNodes, inputs)
      checkGraphSize(build.graph, whole)
      return hessianRows
    },
    lossAt: (point) => substitute(build.graph, [loss], at(point))[0],
    gradientAt: (point) => substitute(build.graph, gradientNodes, at(point)),
  }
}

function lossNode(landscape: Landscape, chosen: Setting<Landscape>['values'], build: Build, streams: Streams): NodeId {
  const { graph } = build
  const values = new Map<string, Value>()
  const lists = new Map<string, string>()
  const define = (name: string, value: Value) => {
    if (reservedWords.has(name) || name === 't' || name === 'loss')
      throw new FormulaError(`“${name}” is a word of the language; give the parameter another name.`, nowhere)
    if (values.has(name))
      throw new FormulaError(`“${name}” is named twice; a name is a parameter, a column or a hyperparameter.`, nowhere)
    values.set(name, value)
  }
  landscape.parameters.forEach((name, i) => define(name, scalar(build.input(thetaInput(i)))))
  for (const name of Object.keys(landscape.data ?? {}))
    define(name, { kind: 'column', node: graph.intern({ op: 'column', name }) })
  for (const [name, declared] of Object.entries(landscape.hyperparameters)) {
    if (declared.kind === 'list') lists.set(name, landscapeInput(name))
    else if (declared.kind === 'choice')
      define(name, scalar(build.number(programNumber(declared, chosen[name] ?? declared.default))))
    else define(name, scalar(build.input(landscapeInput(name))))
  }
  const fixed = new Set([...values.keys(), 't'])
  values.set('t', scalar(build.input('t')))
  const scope = new ProgramScope({
    build,
    size: landscape.parameters.length,
    program: 'landscape',
    streams,
    values,
    lists,
  })
  const value = isProgram(landscape.loss)
    ? lastOf(scope, landscape.loss, fixed)
    : lower(parseExpression(landscape.loss), scope)
  if (value.kind === 'scalar') return value.node
  throw new FormulaError(
    value.kind === 'column'
      ? 'The loss must be one number: put mean(…) around what names a data column.'
      : 'The loss must be one number, not a vector.',
    { start: 0, end: landscape.loss.length },
  )
}

function lastOf(scope: ProgramScope, text: string, fixed: ReadonlySet<string>): Value {
  const program = parseProgram(text)
  scope.run(program, fixed)
  const last = scope.lines.at(-1)
  if (last?.name === 'loss') return last.after
  const place = program.assignments.at(-1)?.nameSpan ?? nowhere
  throw new FormulaError('The last line must assign the loss: “loss = …”.', place)
}
