import type { Graph, NodeId } from './graph.ts'
import { numberLane } from './number-lane.ts'
import { binaryOperations, integerPower, isTrue, logsumexp, share, unaryOperations } from './operations.ts'
import type { Pass, SecondOrderGroup } from './passes.ts'
import { passes } from './passes.ts'
import { secondOrderStep } from './second-order.ts'

export interface InterpreterOptions {
  /** Scalar nodes whose values are given by `give`; what only they need is not computed. */
  known?: Iterable<NodeId>
  lists?: Readonly<Record<string, readonly number[]>>
}

/** The batch and, while it is walked over, the index of the sample at hand; a negative count: no batch is set. */
interface Batch {
  indices: Int32Array
  from: number
  count: number
  sample: number
}

/** One step of the evaluation: reads registers, writes one (or, a second-order step, several). */
type Instruction = () => void

/**
 * Evaluates a graph in plain JavaScript: every node has a register, every operation is a closure over the registers. The oracle for
 * the compiled kernel, and the source of every intermediate value.
 *
 * `batchSum` adds the samples in the batch's order to a sum that starts at 0; `batchMean` divides it by their number (the mean of an
 * empty batch is NaN). Columns are computed sample by sample inside these loops.
 */
export class Interpreter {
  /** One value a reachable node; constants are in place, all else is NaN until it is set or evaluated. */
  readonly registers: Float64Array
  private readonly graph: Graph
  private readonly lists: Readonly<Record<string, readonly number[]>>
  private readonly place = new Map<NodeId, number>()
  private readonly inputs = new Map<string, number>()
  private readonly columns = new Map<string, { values: Float64Array }>()
  private readonly uniforms = new Map<number, { values: Float64Array }>()
  private readonly batch: Batch = { indices: new Int32Array(0), from: 0, count: -1, sample: 0 }
  private readonly code: Instruction[]
  /** The source of `normal` nodes in this step. */
  normal: (stream: number, component: number) => number = () => NaN

  constructor(graph: Graph, roots: Iterable<NodeId>, options: InterpreterOptions = {}) {
    this.graph = graph
    this.lists = options.lists ?? {}
    const ends = [...roots]
    const known = new Set(options.known)
    for (const id of new Set([...graph.reachable(ends, known), ...known])) this.place.set(id, this.place.size)
    this.registers = new Float64Array(this.place.size).fill(NaN)
    for (const [id, register] of this.place) {
      const node = graph.node(id)
      if (node.op === 'input') this.inputs.set(node.name, register)
      if (node.op === 'number') this.registers[register] = node.value
    }
    this.code = passes(graph, ends, known).flatMap((pass) => this.passCode(pass))
  }

  /** Sets the input of that name; a name that no root reads is let pass. */
  set(name: string, value: number): void {
    const register = this.inputs.get(name)
    if (register !== undefined) this.registers[register] = value
  }

  /** Sets the value of a known node. */
  give(id: NodeId, value: number): void {
    this.registers[this.register(id)] = value
  }

  /** One value a sample of the whole data set. */
  setColumn(name: string, values: Float64Array): void {
    const column = this.columns.get(name)
    if (column !== undefined) column.values = values
  }

  setUniform(stream: number, values: Float64Array): void {
    const column = this.uniforms.get(stream)
    if (column !== undefined) column.values = values
  }

  /** The samples of the batch: `count` indices into the columns, from position `from` of `indices`. */
  setBatch(indices: Int32Array, from = 0, count = indices.length - from): void {
    this.batch.indices = indices
    this.batch.from = from
    this.batch.count = count
  }

  evaluate(): void {
    const { code } = this
    for (let k = 0; k < code.length; k++) code[k]()
  }

  /** The scalar node's value after the last evaluation. */
  value(id: NodeId): number {
    if (this.graph.isColumn(id)) throw new Error(`Node ${id} has one value a sample.`)
    return this.registers[this.register(id)]
  }

  /** The node's place among the registers. Throws an Error where no root needs the node. */
  register(id: NodeId): number {
    const register = this.place.get(id)
    if (register === undefined) throw new Error(`Node ${id} is not part of this evaluation.`)
    return register
  }

  private passCode(pass: Pass): Instruction[] {
    const code = pass.scalars.flatMap((id) => this.instruction(id) ?? [])
    for (const group of pass.secondOrder) code.push(this.secondOrderCode(group))
    if (pass.reductions.length > 0) code.push(this.walkCode(pass))
    return code
  }

  /** What computes an elementwise node; nothing for a node whose register is filled otherwise. */
  private instruction(id: NodeId): Instruction | undefined {
    const node = this.graph.node(id)
    const r = this.registers
    const out = this.register(id)
    switch (node.op) {
      case 'number':
      case 'input':
      case 'batchSum':
      case 'batchMean':
      case 'secondOrder':
        return undefined
      case 'column': {
        const { batch } = this
        const column = entry(this.columns, node.name)
        return () => {
          r[out] = column.values[batch.sample]
        }
      }
      case 'uniform': {
        const { batch } = this
        const column = entry(this.uniforms, node.stream)
        return () => {
          r[out] = column.values[batch.sample]
        }
      }
      case 'normal': {
        const { stream, component } = node
        return () => {
          r[out] = this.normal(stream, component)
        }
      }
      case 'neg':
      case 'abs':
      case 'sign':
      case 'floor':
      case 'sqrt':
      case 'exp':
      case 'log':
      case 'expm1':
      case 'log1p':
      case 'sin':
      case 'cos':
      case 'tan':
      case 'tanh':
      case 'sigmoid':
      case 'softplus':
      case 'relu':
      case 'not': {
        const a = this.register(node.a)
        if (node.op === 'neg')
          return () => {
            r[out] = -r[a]
          }
        if (node.op === 'sqrt')
          return () => {
            r[out] = Math.sqrt(r[a])
          }
        const operation = unaryOperations[node.op]
        return () => {
          r[out] = operation(numberLane, r[a])
        }
      }
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'pow':
      case 'min':
      case 'max':
      case 'mod':
      case 'less':
      case 'lessOrEqual':
      case 'equal':
      case 'and':
      case 'or': {
        const a = this.register(node.a)
        const b = this.register(node.b)
        // The four commonest are written out: a call through the table would cost more than the operation.
        if (node.op === 'add')
          return () => {
            r[out] = r[a] + r[b]
          }
        if (node.op === 'sub')
          return () => {
            r[out] = r[a] - r[b]
          }
        if (node.op === 'mul')
          return () => {
            r[out] = r[a] * r[b]
          }
        if (node.op === 'div')
          return () => {
            r[out] = r[a] / r[b]
          }
        const operation = binaryOperations[node.op]
        return () => {
          r[out] = operation(numberLane, r[a], r[b])
        }
      }
      case 'power': {
        const a = this.register(node.a)
        const { exponent } = node
        if (exponent === 2)
          return () => {
            r[out] = r[a] * r[a]
          }
        return () => {
          r[out] = integerPower(numberLane, r[a], exponent)
        }
      }
      case 'where': {
        const [a, b, c] = [this.register(node.a), this.register(node.b), this.register(node.c)]
        return () => {
          r[out] = isTrue(numberLane, r[a]) ? r[b] : r[c]
        }
      }
      case 'logsumexp':
      case 'share': {
        const args = node.args.map((a) => this.register(a))
        const operation = node.op === 'share' ? share : logsumexp
        return () => {
          r[out] = operation(
            numberLane,
            args.map((a) => r[a]),
          )
        }
      }
      case 'count': {
        const a = this.register(node.a)
        const list = this.lists[node.list]
        if (list === undefined) throw new Error(`There is no list named ${node.list}.`)
        return () => {
          r[out] = list.reduce((count, entry) => (entry <= r[a] ? count + 1 : count), 0)
        }
      }
    }
  }

  private walkCode(pass: Pass): Instruction {
    const { batch, registers: r } = this
    const body = pass.columns.flatMap((id) => this.instruction(id) ?? [])
    const gathered = pass.reductions.map((id) => {
      const node = this.graph.node(id)
      if (node.op !== 'batchSum' && node.op !== 'batchMean') throw new Error(`Node ${id} does not gather the batch.`)
      return { out: this.register(id), a: this.register(node.a), mean: node.op === 'batchMean' }
    })
    return () => {
      if (batch.count < 0) throw new Error('The formula names data, but no batch is set.')
      for (const { out } of gathered) r[out] = 0
      for (let k = 0; k < batch.count; k++) {
        batch.sample = batch.indices[batch.from + k]
        for (let n = 0; n < body.length; n++) body[n]()
        for (let n = 0; n < gathered.length; n++) r[gathered[n].out] += r[gathered[n].a]
      }
      for (const { out, mean } of gathered) if (mean) r[out] /= batch.count
    }
  }

  private secondOrderCode(group: SecondOrderGroup): Instruction {
    const { registers: r } = this
    const { method, size } = group
    const args = group.args.map((a) => this.register(a))
    const outs = group.components.map(({ id, component }) => ({ out: this.register(id), component }))
    const input = new Float64Array(args.length)
    const output = new Float64Array(size)
    return () => {
      args.forEach((a, k) => {
        input[k] = r[a]
      })
      secondOrderStep(method, size, input, output)
      for (const { out, component } of outs) r[out] = output[component]
    }
  }
}

/** The holder of that key's column, shared by all nodes that read it. */
function entry<Key>(holders: Map<Key, { values: Float64Array }>, key: Key): { values: Float64Array } {
  const holder = holders.get(key) ?? { values: new Float64Array(0) }
  holders.set(key, holder)
  return holder
}
