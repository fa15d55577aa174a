import { Build } from './build.ts'
import { operands, type Graph, type Node, type NodeId } from './graph.ts'

/** The roots with inputs (by name) replaced by nodes of the same graph. */
export function substitute(
  graph: Graph,
  roots: readonly NodeId[],
  replacements: ReadonlyMap<string, NodeId>,
): NodeId[] {
  const build = new Build(graph)
  const image = new Map<NodeId, NodeId>()
  for (const id of graph.reachable(roots)) {
    const node = graph.node(id)
    const replaced = node.op === 'input' ? replacements.get(node.name) : undefined
    const unchanged = operands(node).every((a) => image.get(a) === a)
    image.set(id, replaced ?? (unchanged ? id : rebuilt(build, node, (a) => image.get(a) as NodeId)))
  }
  return roots.map((root) => image.get(root) as NodeId)
}

function rebuilt(build: Build, node: Node, image: (id: NodeId) => NodeId): NodeId {
  switch (node.op) {
    case 'number':
    case 'input':
    case 'column':
    case 'normal':
    case 'uniform':
      return build.graph.intern(node)
    case 'power':
      return build.power(image(node.a), node.exponent)
    case 'where':
      return build.where(image(node.a), image(node.b), image(node.c))
    case 'logsumexp':
      return build.logsumexp(node.args.map(image))
    case 'share':
      return build.share(node.args.map(image))
    case 'secondOrder':
      return build.graph.intern({ ...node, args: node.args.map(image) })
    case 'batchSum':
    case 'batchMean':
    case 'count':
      return build.graph.intern({ ...node, a: image(node.a) })
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
    case 'or':
      return build.binary(node.op, image(node.a), image(node.b))
    default:
      return build.unary(node.op, image(node.a))
  }
}
