import type { Graph, NodeId, SecondOrderMethod } from './graph.ts'
import { operands } from './graph.ts'

/** All components of one second-order step that are read: they come from one call. */
export interface SecondOrderGroup {
  method: SecondOrderMethod
  size: number
  args: readonly NodeId[]
  components: { id: NodeId; component: number }[]
}

/**
 * A stretch of a program's evaluation: first `scalars` in order, then the second-order steps, then one walk over the batch, in which
 * the `columns` are computed for each sample and the `reductions` gather them. A later pass may read whatever earlier ones left.
 * A column that two passes read stands in both: it is computed again rather than stored for every sample.
 */
export interface Pass {
  scalars: NodeId[]
  secondOrder: SecondOrderGroup[]
  columns: NodeId[]
  reductions: NodeId[]
}

/**
 * The order in which the roots are evaluated; nested reductions (`mean` inside `mean`) lie in passes one behind the other.
 * `known` nodes have their values already and are not among the scalars.
 * Throws an Error where a root, a known node or an argument of a second-order step has one value a sample.
 */
export function passes(graph: Graph, roots: Iterable<NodeId>, known: ReadonlySet<NodeId>): Pass[] {
  const ends = [...roots]
  for (const id of [...ends, ...known])
    if (graph.isColumn(id)) throw new Error(`Node ${id} has one value a sample; here a scalar is needed.`)
  const reached = graph.reachable(ends, known)
  const result: Pass[] = [emptyPass()]
  /** The pass in which, or after whose walk, a node's operands are all there. */
  const level = new Map<NodeId, number>()
  const groups = new Map<string, SecondOrderGroup>()

  for (const id of reached) {
    if (known.has(id)) {
      level.set(id, 0)
      continue
    }
    const node = graph.node(id)
    const ready = operands(node).reduce((latest, a) => Math.max(latest, level.get(a)!), 0)
    const gathers = node.op === 'batchSum' || node.op === 'batchMean' || node.op === 'secondOrder'
    level.set(id, gathers ? ready + 1 : ready)
    if (gathers && ready + 1 === result.length) result.push(emptyPass())
    if (node.op === 'secondOrder') {
      if (graph.isColumn(id)) throw new Error('A second-order step needs scalars, not one value a sample.')
      const key = `${node.method} ${node.size} ${node.args.join(' ')}`
      let group = groups.get(key)
      if (group === undefined) {
        group = { method: node.method, size: node.size, args: node.args, components: [] }
        groups.set(key, group)
        result[ready].secondOrder.push(group)
      }
      group.components.push({ id, component: node.component })
    } else if (gathers) result[ready].reductions.push(id)
    else if (!graph.isColumn(id)) result[ready].scalars.push(id)
  }
  const scalars = new Set(reached.filter((id) => !graph.isColumn(id)))
  for (const pass of result) {
    const gathered = pass.reductions.flatMap((id) => operands(graph.node(id)))
    pass.columns = graph.reachable(gathered, scalars).filter((id) => graph.isColumn(id))
  }
  return result
}

function emptyPass(): Pass {
  return { scalars: [], secondOrder: [], columns: [], reductions: [] }
}
