import type { Graph, NodeId } from './graph.ts'
import { operands } from './graph.ts'
import { intervalBinaryChoice, intervalCount, intervalUnaryChoice, intervalWhere } from './interval-choice.ts'
import { intervalExp, intervalLogarithm, intervalRising, intervalSqrt, type IntervalStep } from './interval-monotone.ts'
import { intervalDivision, intervalPow, intervalPower } from './interval-power.ts'
import { intervalFlags, storeAll, type IntervalRegisters } from './interval-registers.ts'
import { intervalLogsumexp, intervalShare } from './interval-softmax.ts'
import { intervalCos, intervalSin, intervalTan } from './interval-trigonometry.ts'
import { intervalCodes, type IntervalCode } from './interval-run.ts'
import { IntervalWalk } from './interval-walk.ts'
import { passes, type Pass } from './passes.ts'

export interface IntervalOptions {
  /** Names of the inputs that are intervals. All other inputs are fixed numbers. */
  variables: readonly string[]
  /** Values of scalar nodes that depend on no variable, as the formula's own readers compute them. */
  constants: (nodes: readonly NodeId[]) => ArrayLike<number>
  /** The whole batch: one number a sample. */
  samples: number
  column: (name: string) => ArrayLike<number>
  uniform: (stream: number) => ArrayLike<number>
  lists: Readonly<Record<string, readonly number[]>>
}

/** A stretch of straight code, then perhaps a walk over the batch. */
export interface IntervalSegment extends IntervalCode {
  walk?: IntervalWalk
}

export interface CompiledIntervals {
  registers: IntervalRegisters
  segments: readonly IntervalSegment[]
  /** Places of the variables, in their order. */
  inputs: readonly number[]
  places: ReadonlyMap<NodeId, number>
}

/** Compiles the roots: every node has a register of its own, numbers and all that is fixed stand in theirs from the start. */
export function intervalCode(graph: Graph, roots: readonly NodeId[], options: IntervalOptions): CompiledIntervals {
  const fixed = fixedNodes(graph, roots, new Set(options.variables))
  const ids = [...new Set([...graph.reachable(roots, new Set(fixed)), ...roots])]
  const places = new Map(ids.map((id, place) => [id, place]))
  // Variables that no root reads have a place all the same, so that setting them harms nothing.
  const inputs = options.variables.map((name) => {
    const id = graph.intern({ op: 'input', name })
    if (!places.has(id)) places.set(id, places.size)
    return places.get(id) as number
  })
  const registers = {
    low: new Float64Array(places.size),
    high: new Float64Array(places.size),
    flags: new Uint8Array(places.size),
  }
  const values = options.constants(fixed)
  fixed.forEach((id, k) => setPoint(registers, places.get(id) as number, values[k]))
  const compiler = new Compiler(graph, registers, places, options)
  return {
    registers,
    segments: passes(graph, roots, new Set(fixed)).map((pass) => compiler.segment(pass)),
    inputs,
    places,
  }
}

/** The outermost scalars that depend on no variable. */
function fixedNodes(graph: Graph, roots: readonly NodeId[], variables: ReadonlySet<string>): NodeId[] {
  const varies = new Set<NodeId>()
  const reached = graph.reachable(roots)
  for (const id of reached) {
    const node = graph.node(id)
    if (node.op === 'input' ? variables.has(node.name) : operands(node).some((a) => varies.has(a))) varies.add(id)
  }
  const fixed = new Set<NodeId>()
  const read = (id: NodeId) => {
    if (!varies.has(id) && !graph.isColumn(id)) fixed.add(id)
  }
  roots.forEach(read)
  // A column is walked over for every box even where it does not vary; its fixed scalars are found below it.
  for (const id of reached) if (varies.has(id) || graph.isColumn(id)) operands(graph.node(id)).forEach(read)
  return [...fixed].sort((a, b) => a - b)
}

/** A fixed number; one that is no number is defined nowhere, and ∞ is whatever overflows. */
function setPoint(r: IntervalRegisters, place: number, value: number): void {
  if (Number.isNaN(value)) {
    storeAll(r, place)
    r.flags[place] = intervalFlags.partial | intervalFlags.nowhere
    return
  }
  r.low[place] = value === Infinity ? Number.MAX_VALUE : value
  r.high[place] = value === -Infinity ? -Number.MAX_VALUE : value
}

class Compiler {
  private readonly graph: Graph
  private readonly r: IntervalRegisters
  private readonly places: ReadonlyMap<NodeId, number>
  private readonly options: IntervalOptions

  constructor(graph: Graph, r: IntervalRegisters, places: ReadonlyMap<NodeId, number>, options: IntervalOptions) {
    this.graph = graph
    this.r = r
    this.places = places
    this.options = options
  }

  segment(pass: Pass): IntervalSegment {
    const outs = pass.secondOrder.flatMap(({ components }) => components.map(({ id }) => this.place(id)))
    const straight = this.code(pass.scalars, outs)
    if (pass.reductions.length === 0) return straight
    const { graph, options, r } = this
    const columns = pass.columns.flatMap((id) => {
      const node = graph.node(id)
      if (node.op === 'column') return [{ place: this.place(id), values: options.column(node.name) }]
      return node.op === 'uniform' ? [{ place: this.place(id), values: options.uniform(node.stream) }] : []
    })
    const gathered = pass.reductions.map((id) => {
      const node = graph.node(id)
      if (node.op !== 'batchSum' && node.op !== 'batchMean') throw new Error(`Node ${id} does not gather the batch.`)
      return { out: this.place(id), a: this.place(node.a), mean: node.op === 'batchMean' }
    })
    return { ...straight, walk: new IntervalWalk(r, this.code(pass.columns, []), columns, gathered, options.samples) }
  }

  /** `unknown`: places of which nothing is known. */
  private code(ids: readonly NodeId[], unknown: readonly number[]): IntervalCode {
    const code: number[] = []
    const steps: IntervalStep[] = []
    for (const id of ids) {
      const hot = this.hot(id)
      if (hot) code.push(...hot)
      else {
        const step = this.step(id)
        if (step) code.push(intervalCodes.step, this.place(id), steps.push(step) - 1, 0)
      }
    }
    for (const place of unknown) {
      storeAll(this.r, place)
      this.r.flags[place] = intervalFlags.partial
    }
    return { code: Int32Array.from(code), steps }
  }

  private place(id: NodeId): number {
    return this.places.get(id) as number
  }

  private hot(id: NodeId): number[] | undefined {
    const node = this.graph.node(id)
    const out = this.place(id)
    switch (node.op) {
      case 'add':
      case 'sub':
        return [intervalCodes[node.op], out, this.place(node.a), this.place(node.b)]
      case 'mul':
        return [
          node.a === node.b ? intervalCodes.square : intervalCodes.mul,
          out,
          this.place(node.a),
          this.place(node.b),
        ]
      case 'neg':
        return [intervalCodes.neg, out, this.place(node.a), 0]
      case 'power':
        return node.exponent === 2 ? [intervalCodes.square, out, this.place(node.a), 0] : undefined
      default:
        return undefined
    }
  }

  /** What computes the node; nothing for one whose register is filled otherwise or that has a code of its own. */
  private step(id: NodeId): IntervalStep | undefined {
    const node = this.graph.node(id)
    const { r } = this
    const out = this.place(id)
    switch (node.op) {
      case 'number':
      case 'input':
      case 'column':
      case 'normal':
      case 'uniform':
      case 'batchSum':
      case 'batchMean':
      case 'secondOrder':
      case 'add':
      case 'sub':
      case 'mul':
      case 'neg':
        return undefined
      case 'div':
        return intervalDivision(r, out, this.place(node.a), this.place(node.b))
      case 'power':
        return intervalPower(r, out, this.place(node.a), node.exponent)
      case 'pow':
        return intervalPow(r, out, this.place(node.a), this.place(node.b))
      case 'exp':
        return intervalExp(r, out, this.place(node.a))
      case 'expm1':
      case 'tanh':
      case 'sigmoid':
      case 'softplus':
        return intervalRising(r, node.op, out, this.place(node.a))
      case 'log':
      case 'log1p':
        return intervalLogarithm(r, node.op, out, this.place(node.a))
      case 'sqrt':
        return intervalSqrt(r, out, this.place(node.a))
      case 'sin':
        return intervalSin(r, out, this.place(node.a))
      case 'cos':
        return intervalCos(r, out, this.place(node.a))
      case 'tan':
        return intervalTan(r, out, this.place(node.a))
      case 'abs':
      case 'sign':
      case 'floor':
      case 'relu':
      case 'not':
        return intervalUnaryChoice(r, node.op, out, this.place(node.a))
      case 'min':
      case 'max':
      case 'mod':
      case 'less':
      case 'lessOrEqual':
      case 'equal':
      case 'and':
      case 'or':
        return intervalBinaryChoice(r, node.op, out, this.place(node.a), this.place(node.b))
      case 'where':
        return intervalWhere(r, out, this.place(node.a), this.place(node.b), this.place(node.c))
      case 'count': {
        const list = this.options.lists[node.list]
        if (list === undefined) throw new Error(`There is no list named ${node.list}.`)
        return intervalCount(r, out, this.place(node.a), list)
      }
      case 'share':
        return intervalShare(
          r,
          out,
          node.args.map((a) => this.place(a)),
        )
      case 'logsumexp':
        return intervalLogsumexp(
          r,
          out,
          node.args.map((a) => this.place(a)),
        )
    }
  }
}
