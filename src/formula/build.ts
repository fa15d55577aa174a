import type { BinaryOp, Graph, NodeId, UnaryOp } from './graph.ts'
import { numberLane } from './number-lane.ts'
import { binaryOperations, integerPower, isTrue, unaryOperations } from './operations.ts'

/**
 * Makes nodes with light simplification that never changes a value: constants are folded by the very operations the readers use,
 * x·1, x/1, x − 0 and − −x are x, a sign moves out of a product and into a sum, and the operands of + and · are put in order so that a + b and b + a are one node.
 * Nothing is re-associated.
 */
export class Build {
  readonly graph: Graph

  constructor(graph: Graph) {
    this.graph = graph
  }

  number(value: number): NodeId {
    return this.graph.intern({ op: 'number', value })
  }

  input(name: string): NodeId {
    return this.graph.intern({ op: 'input', name })
  }

  /** The node's value if it is a number. */
  constant(id: NodeId): number | undefined {
    const node = this.graph.node(id)
    return node.op === 'number' ? node.value : undefined
  }

  unary(op: UnaryOp, a: NodeId): NodeId {
    const value = this.constant(a)
    if (value !== undefined) return this.number(unaryOperations[op](numberLane, value))
    const node = this.graph.node(a)
    if (op === 'neg' && node.op === 'neg') return node.a
    return this.graph.intern({ op, a })
  }

  binary(op: BinaryOp, a: NodeId, b: NodeId): NodeId {
    const x = this.constant(a)
    const y = this.constant(b)
    if (x !== undefined && y !== undefined) return this.number(binaryOperations[op](numberLane, x, y))
    if (op === 'mul' && x === 1) return b
    if (op === 'mul' && x === -1) return this.neg(b)
    if (op === 'mul' && y === -1) return this.neg(a)
    const [left, right] = [this.graph.node(a), this.graph.node(b)]
    // Signs move outwards, where they join a sum: rounding does not know them.
    if (op === 'mul' && left.op === 'neg') return this.neg(this.mul(left.a, b))
    if (op === 'mul' && right.op === 'neg') return this.neg(this.mul(a, right.a))
    if (op === 'add' && right.op === 'neg') return this.sub(a, right.a)
    if (op === 'add' && left.op === 'neg') return this.sub(b, left.a)
    if (op === 'sub' && right.op === 'neg') return this.add(a, right.a)
    if ((op === 'mul' || op === 'div') && y === 1) return a
    if (op === 'sub' && Object.is(y, 0)) return a
    const swap = (op === 'add' || op === 'mul') && b < a
    return this.graph.intern(swap ? { op, a: b, b: a } : { op, a, b })
  }

  neg(a: NodeId): NodeId {
    return this.unary('neg', a)
  }

  add(a: NodeId, b: NodeId): NodeId {
    return this.binary('add', a, b)
  }

  sub(a: NodeId, b: NodeId): NodeId {
    return this.binary('sub', a, b)
  }

  mul(a: NodeId, b: NodeId): NodeId {
    return this.binary('mul', a, b)
  }

  div(a: NodeId, b: NodeId): NodeId {
    return this.binary('div', a, b)
  }

  power(a: NodeId, exponent: number): NodeId {
    const value = this.constant(a)
    if (value !== undefined) return this.number(integerPower(numberLane, value, exponent))
    if (exponent === 0) return this.number(1)
    return exponent === 1 ? a : this.graph.intern({ op: 'power', a, exponent })
  }

  where(condition: NodeId, b: NodeId, c: NodeId): NodeId {
    const value = this.constant(condition)
    if (value !== undefined) return isTrue(numberLane, value) ? b : c
    return b === c ? b : this.graph.intern({ op: 'where', a: condition, b, c })
  }

  logsumexp(args: readonly NodeId[]): NodeId {
    return this.graph.intern({ op: 'logsumexp', args })
  }

  share(args: readonly NodeId[]): NodeId {
    return args.length === 1 ? this.number(1) : this.graph.intern({ op: 'share', args })
  }

  /** Sum of products, from the first pair on. */
  dot(a: readonly NodeId[], b: readonly NodeId[]): NodeId {
    return a.map((x, i) => this.mul(x, b[i])).reduce((sum, term) => this.add(sum, term))
  }
}
