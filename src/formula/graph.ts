/** Index of a node in its graph. */
export type NodeId = number

export type UnaryOp =
  | 'neg'
  | 'abs'
  | 'sign'
  | 'floor'
  | 'sqrt'
  | 'exp'
  | 'log'
  | 'expm1'
  | 'log1p'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'tanh'
  | 'sigmoid'
  | 'softplus'
  | 'relu'
  | 'not'
export type BinaryOp =
  'add' | 'sub' | 'mul' | 'div' | 'pow' | 'min' | 'max' | 'mod' | 'less' | 'lessOrEqual' | 'equal' | 'and' | 'or'
export type SecondOrderMethod = 'newton' | 'saddleFreeNewton' | 'leastEigenvector'

/**
 * One operation. Vectors over the parameters are expanded into scalars before they get here; a column (one value a sample of the
 * batch) stays one node and becomes a scalar only in `batchSum` and `batchMean`.
 */
export type Node =
  | { op: 'number'; value: number }
  /** A scalar from outside: a parameter, a state, a hyperparameter, `t`. */
  | { op: 'input'; name: string }
  /** The sample's value in a data column. */
  | { op: 'column'; name: string }
  | { op: UnaryOp; a: NodeId }
  | { op: BinaryOp; a: NodeId; b: NodeId }
  /** a to an integer power written as a number, by repeated multiplication (see power.ts for the order). */
  | { op: 'power'; a: NodeId; exponent: number }
  /** b where a is neither 0 nor NaN, else c. */
  | { op: 'where'; a: NodeId; b: NodeId; c: NodeId }
  | { op: 'logsumexp'; args: readonly NodeId[] }
  /** exp(args[0]) / Σ exp(args[k]). */
  | { op: 'share'; args: readonly NodeId[] }
  /** Sum (or mean) of a column over the samples of the batch, in their order, from the first. */
  | { op: 'batchSum'; a: NodeId }
  | { op: 'batchMean'; a: NodeId }
  /** How many entries of the named list are ≤ a. */
  | { op: 'count'; list: string; a: NodeId }
  /** A standard normal number of this step: one stream a call in the text, one component a parameter. Depends on nothing but the step. */
  | { op: 'normal'; stream: number; component: number }
  /** A column of uniform numbers in [0, 1), one a sample, new every step. */
  | { op: 'uniform'; stream: number }
  /** Component of a second-order step; args are the Hessian's upper triangle by rows, the gradient, and (for the Newtons) the damping. */
  | { op: 'secondOrder'; method: SecondOrderMethod; size: number; args: readonly NodeId[]; component: number }

/** The nodes that a node reads, in order. */
export function operands(node: Node): readonly NodeId[] {
  switch (node.op) {
    case 'number':
    case 'input':
    case 'column':
    case 'normal':
    case 'uniform':
      return []
    case 'logsumexp':
    case 'share':
    case 'secondOrder':
      return node.args
    case 'where':
      return [node.a, node.b, node.c]
    default:
      return 'b' in node ? [node.a, node.b] : [node.a]
  }
}

/** Hash-consed expression graph: equal operations on equal operands are one node. Operands come before the nodes that read them. */
export class Graph {
  readonly nodes: Node[] = []
  private readonly columnar: boolean[] = []
  private readonly index = new Map<string, NodeId>()

  /** The node's number, new or known. */
  intern(node: Node): NodeId {
    const key = keyOf(node)
    const known = this.index.get(key)
    if (known !== undefined) return known
    const id = this.nodes.length
    this.nodes.push(node)
    this.columnar.push(
      node.op === 'column' ||
        node.op === 'uniform' ||
        (node.op !== 'batchSum' && node.op !== 'batchMean' && operands(node).some((a) => this.columnar[a])),
    )
    this.index.set(key, id)
    return id
  }

  node(id: NodeId): Node {
    return this.nodes[id]
  }

  /** Whether the node has one value a sample. */
  isColumn(id: NodeId): boolean {
    return this.columnar[id]
  }

  /** All nodes that the roots depend on, operands first. Walks no further than the nodes in `stop`, which are included. */
  reachable(roots: Iterable<NodeId>, stop: ReadonlySet<NodeId> = new Set()): NodeId[] {
    const seen = new Set<NodeId>()
    const stack = [...roots]
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (seen.has(id)) continue
      seen.add(id)
      if (!stop.has(id)) stack.push(...operands(this.nodes[id]))
    }
    return [...seen].sort((a, b) => a - b)
  }
}

function keyOf(node: Node): string {
  switch (node.op) {
    case 'number':
      return Object.is(node.value, -0) ? 'number -0' : `number ${node.value}`
    case 'input':
    case 'column':
      return `${node.op} ${node.name}`
    case 'normal':
      return `normal ${node.stream} ${node.component}`
    case 'uniform':
      return `uniform ${node.stream}`
    case 'power':
      return `power ${node.a} ${node.exponent}`
    case 'count':
      return `count ${node.list} ${node.a}`
    case 'secondOrder':
      return `${node.method} ${node.size} ${node.component} ${node.args.join(' ')}`
    default:
      return `${node.op} ${operands(node).join(' ')}`
  }
}
