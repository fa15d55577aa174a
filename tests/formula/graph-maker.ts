import type { BinaryOp, NodeId, UnaryOp } from '../../src/formula/graph.ts'
import { Graph } from '../../src/formula/graph.ts'
import type { KernelPlan } from '../../src/formula/kernel.ts'

/** A new graph and short names for making its nodes. */
export function maker() {
  const graph = new Graph()
  return {
    graph,
    number: (value: number) => graph.intern({ op: 'number', value }),
    input: (name: string) => graph.intern({ op: 'input', name }),
    column: (name: string) => graph.intern({ op: 'column', name }),
    unary: (op: UnaryOp | 'batchSum' | 'batchMean', a: NodeId) => graph.intern({ op, a }),
    binary: (op: BinaryOp, a: NodeId, b: NodeId) => graph.intern({ op, a, b }),
  }
}

/** The plan with these parts; all others are empty. */
export function planOf(graph: Graph, rest: Partial<KernelPlan>): KernelPlan {
  return { graph, slots: [], table: [], columns: [], streams: [], record: [], lists: {}, ...rest }
}
