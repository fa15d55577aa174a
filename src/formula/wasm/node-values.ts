import type { Graph, Node, NodeId } from '../graph.ts'
import {
  binaryOperations,
  conditionOperations,
  integerPower,
  isTrue,
  logsumexp,
  share,
  truthValue,
  unaryOperations,
} from '../operations.ts'
import type { Value } from './function-builder.ts'
import type { ModuleFunctions, Text } from './module-functions.ts'
import type { WasmLane } from './wasm-lane.ts'

/** What an elementwise node is not: its value comes from outside, or from the whole batch. */
export type Leaf = Extract<
  Node,
  { op: 'input' | 'column' | 'uniform' | 'normal' | 'batchSum' | 'batchMean' | 'secondOrder' }
>

/** Emitted values of a graph's nodes, as numbers and as conditions, each made at most once. */
export class NodeValues {
  private readonly graph: Graph
  private readonly lists: Readonly<Record<string, readonly number[]>>
  private readonly lane: WasmLane
  private readonly functions: ModuleFunctions
  private readonly leaf: (node: Leaf) => Value
  private readonly values = new Map<NodeId, Value>()
  private readonly conditions = new Map<NodeId, Value>()

  constructor(
    graph: Graph,
    lists: Readonly<Record<string, readonly number[]>>,
    lane: WasmLane,
    functions: ModuleFunctions,
    leaf: (node: Leaf) => Value,
  ) {
    this.graph = graph
    this.lists = lists
    this.lane = lane
    this.functions = functions
    this.leaf = leaf
  }

  /** Gives the node this value; so table nodes, slots and reductions enter. */
  define(id: NodeId, value: Value): void {
    this.values.set(id, value)
  }

  /** Makes a node's value; its operands have been prepared before, so nothing recurses. */
  prepare(id: NodeId): void {
    switch (this.graph.node(id).op) {
      case 'less':
      case 'lessOrEqual':
      case 'equal':
      case 'and':
      case 'or':
      case 'not':
        this.condition(id)
        break
      default:
        this.value(id)
    }
  }

  value(id: NodeId): Value {
    const known = this.values.get(id)
    if (known !== undefined) return known
    const value = this.make(id)
    this.values.set(id, value)
    return value
  }

  condition(id: NodeId): Value {
    const known = this.conditions.get(id)
    if (known !== undefined) return known
    const condition = this.makeCondition(id)
    this.conditions.set(id, condition)
    return condition
  }

  /** All that has been made of a node so far. */
  forms(id: NodeId): Value[] {
    return [this.values.get(id), this.conditions.get(id)].filter((form) => form !== undefined)
  }

  /** Forgets columns: in another walk over the batch they are other values. */
  forget(ids: readonly NodeId[]): void {
    for (const id of ids) {
      this.values.delete(id)
      this.conditions.delete(id)
    }
  }

  private make(id: NodeId): Value {
    const { lane } = this
    const node = this.graph.node(id)
    switch (node.op) {
      case 'number':
        return lane.constant(node.value)
      case 'input':
      case 'column':
      case 'uniform':
      case 'normal':
      case 'batchSum':
      case 'batchMean':
      case 'secondOrder':
        return this.leaf(node)
      case 'neg':
      case 'abs':
      case 'sign':
      case 'floor':
      case 'sqrt':
      case 'relu':
        return unaryOperations[node.op](lane, this.value(node.a))
      case 'exp':
      case 'log':
      case 'expm1':
      case 'log1p':
      case 'sin':
      case 'cos':
      case 'tan':
      case 'tanh':
      case 'sigmoid':
      case 'softplus': {
        const operation = unaryOperations[node.op]
        return this.call(node.op, [node.a], (other, [a]) => operation(other, a))
      }
      case 'add':
      case 'sub':
      case 'mul':
      case 'div':
      case 'min':
      case 'max':
      case 'mod':
        return binaryOperations[node.op](lane, this.value(node.a), this.value(node.b))
      case 'less':
      case 'lessOrEqual':
      case 'equal':
      case 'and':
      case 'or':
      case 'not':
        return truthValue(lane, this.condition(id))
      case 'pow':
        return this.call('pow', [node.a, node.b], (other, [a, b]) => binaryOperations.pow(other, a, b))
      case 'power':
        return integerPower(lane, this.value(node.a), node.exponent)
      case 'where':
        return lane.select(this.condition(node.a), this.value(node.b), this.value(node.c))
      case 'logsumexp':
        return this.call(`logsumexp ${node.args.length}`, node.args, logsumexp)
      case 'share':
        return this.call(`share ${node.args.length}`, node.args, share)
      case 'count': {
        const list = this.lists[node.list]
        if (list === undefined) throw new Error(`There is no list named ${node.list}.`)
        const a = this.value(node.a)
        const ones = list.map((entry) => truthValue(lane, lane.lessOrEqual(lane.constant(entry), a)))
        return ones.reduce((sum, one) => lane.add(sum, one), lane.constant(0))
      }
    }
  }

  private makeCondition(id: NodeId): Value {
    const { lane } = this
    // A comparison from the table comes as a number.
    if (this.values.has(id)) return isTrue(lane, this.value(id))
    const node = this.graph.node(id)
    switch (node.op) {
      case 'less':
      case 'lessOrEqual':
      case 'equal':
        return conditionOperations[node.op](lane, this.value(node.a), this.value(node.b))
      case 'and':
        return lane.both(this.condition(node.a), this.condition(node.b))
      case 'or':
        return lane.either(this.condition(node.a), this.condition(node.b))
      case 'not':
        return lane.opposite(this.condition(node.a))
      default:
        return isTrue(lane, this.value(id))
    }
  }

  private call(key: string, args: readonly NodeId[], text: Text): Value {
    const values = args.map((a) => this.value(a))
    return this.functions.call(this.lane, key, values, text)
  }
}
