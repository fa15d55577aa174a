import { operands, type Graph, type NodeId } from './graph.ts'

export interface Slot {
  /** Node that reads the state's value before the step. */
  input: NodeId
  /** Node of its value after the step. */
  next: NodeId
  /** Stays in the loop whatever it depends on: θ, and what is read from memory afterwards. */
  always?: boolean
}

/** A loop body taken apart by what its nodes depend on. */
export interface Hoisted {
  /** Indices of the slots that depend on θ, the gradient, the loss or other such state: they stay in the loop. */
  loopSlots: number[]
  /** Indices of the slots that are fed by hyperparameters and the step alone: they live in the filling of the table. */
  tableSlots: number[]
  /** Columns of the per-step table: what the loop reads of that which does not depend on where the run is. */
  table: NodeId[]
  /** The table's nodes, and what the filling needs, that are the same at every step. */
  perRun: NodeId[]
}

const Level = { run: 0, step: 1, loop: 2 } as const
type Level = number

/**
 * Sorts the nodes of a step. What depends on hyperparameters only is computed once a run, what depends on `t` too once a step, into a
 * table that the loop reads; moving a slider refills the table and compiles nothing.
 * @param stepInputs names of inputs that change with the step (`t`)
 * @param batchVaries whether every step has its own batch
 */
export function hoist(
  graph: Graph,
  slots: readonly Slot[],
  record: readonly NodeId[],
  stepInputs: ReadonlySet<string>,
  batchVaries: boolean,
): Hoisted {
  const slotOf = new Map(slots.map((slot, k) => [slot.input, k]))
  const nodes = graph.reachable([...slots.flatMap((slot) => [slot.input, slot.next]), ...record])
  const inLoop = new Set<number>(slots.keys())
  // At first every state is taken for one the table can hold; those that lean on the surface, or on such a state, drop out.
  const held = new Set<number>(slots.keys())
  let levels = new Map<NodeId, Level>()
  for (let changed = true; changed;) {
    changed = false
    levels = levelsOf(graph, nodes, slotOf, held, stepInputs, batchVaries)
    for (const k of held) {
      if (levels.get(slots[k].next) !== Level.loop && !slots[k].always) continue
      held.delete(k)
      changed = true
    }
  }
  for (const k of held) inLoop.delete(k)
  const loopSlots = [...inLoop]
  const table = frontier(
    graph,
    [...loopSlots.map((k) => slots[k].next), ...record],
    (id) => (levels.get(id) as Level) < Level.loop,
  )
  const perStep = [...table, ...[...held].map((k) => slots[k].next)]
  return {
    loopSlots,
    tableSlots: [...held],
    table,
    perRun: frontier(graph, perStep, (id) => levels.get(id) === Level.run),
  }
}

function levelsOf(
  graph: Graph,
  nodes: readonly NodeId[],
  slotOf: ReadonlyMap<NodeId, number>,
  held: ReadonlySet<number>,
  stepInputs: ReadonlySet<string>,
  batchVaries: boolean,
): Map<NodeId, Level> {
  const levels = new Map<NodeId, Level>()
  for (const id of nodes) {
    const node = graph.node(id)
    const slot = slotOf.get(id)
    let level = operands(node).reduce<Level>((most, a) => Math.max(most, levels.get(a) as Level), Level.run)
    if (slot !== undefined) level = held.has(slot) ? Level.step : Level.loop
    else if (node.op === 'input' && stepInputs.has(node.name)) level = Level.step
    else if (node.op === 'normal' || node.op === 'uniform') level = Level.step
    else if ((node.op === 'batchSum' || node.op === 'batchMean') && batchVaries) level = Math.max(level, Level.step)
    levels.set(id, level)
  }
  return levels
}

/** The outermost scalar nodes below the roots (roots included) that the test accepts; numbers are no work and are left where they stand. */
function frontier(graph: Graph, roots: readonly NodeId[], accepts: (id: NodeId) => boolean): NodeId[] {
  const found = new Set<NodeId>()
  const seen = new Set<NodeId>()
  const stack = [...roots]
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (seen.has(id)) continue
    seen.add(id)
    const node = graph.node(id)
    if (node.op === 'number') continue
    if (!graph.isColumn(id) && accepts(id)) found.add(id)
    else stack.push(...operands(node))
  }
  return [...found].sort((a, b) => a - b)
}
