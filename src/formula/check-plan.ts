import type { NodeId } from './graph.ts'
import type { KernelPlan } from './kernel.ts'

/**
 * The nodes that a plan's step must compute, and those whose values it is given.
 * Throws an Error for a plan that reads what no slot, table column, data column, stream or list holds.
 */
export function checkPlan(plan: KernelPlan): { roots: NodeId[]; known: ReadonlySet<NodeId> } {
  const { graph } = plan
  const roots = [...plan.slots.map((slot) => slot.next), ...plan.record]
  const inputs = plan.slots.map((slot) => slot.input)
  const known = new Set([...inputs, ...plan.table])
  if (known.size < inputs.length + plan.table.length)
    throw new Error('A kernel plan gives a node its value in two places.')
  for (const id of graph.reachable(roots, known)) {
    if (known.has(id)) continue
    const node = graph.node(id)
    if (node.op === 'input') throw new Error(`The kernel is not given the input ${node.name}.`)
    if (node.op === 'normal') throw new Error('Normal numbers must come to the kernel in the table.')
    if (node.op === 'column' && !plan.columns.includes(node.name))
      throw new Error(`The kernel is not given the data column ${node.name}.`)
    if (node.op === 'uniform' && !plan.streams.includes(node.stream))
      throw new Error(`The kernel is not given the stream ${node.stream} of uniform numbers.`)
    if (node.op === 'count' && !(node.list in plan.lists))
      throw new Error(`The kernel is not given the list ${node.list}.`)
  }
  return { roots, known }
}
