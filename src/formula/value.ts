import type { NodeId } from './graph.ts'

/** What an expression stands for: one number, one a parameter (a vector), or one a sample (a column). */
export type Value =
  { kind: 'scalar'; node: NodeId } | { kind: 'vector'; nodes: readonly NodeId[] } | { kind: 'column'; node: NodeId }

export const scalar = (node: NodeId): Value => ({ kind: 'scalar', node })
export const vector = (nodes: readonly NodeId[]): Value => ({ kind: 'vector', nodes })

/** The value's components: one for a scalar or a column, one a parameter for a vector. */
export function components(value: Value): readonly NodeId[] {
  return value.kind === 'vector' ? value.nodes : [value.node]
}

/** The value as a vector of this size: a scalar stands for equal components. */
export function broadcast(value: Value, size: number): readonly NodeId[] {
  return value.kind === 'vector' ? value.nodes : new Array<NodeId>(size).fill(value.node)
}
