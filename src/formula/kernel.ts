import type { Graph, NodeId } from './graph.ts'

/**
 * A loop body ready to be run: what one step reads, computes and writes. The same plan is run by the interpreter and by WebAssembly
 * over the same memory layout, with the same bits.
 */
export interface KernelPlan {
  graph: Graph
  /** State planes in order: `input` is the node that reads the value before the step, `next` the value after it. */
  slots: readonly { input: NodeId; next: NodeId }[]
  /** Scalar nodes whose values are read from the per-step table, in column order; the loop never computes them or what only they need. */
  table: readonly NodeId[]
  /** Names of the data columns, in the order in which they lie in memory. */
  columns: readonly string[]
  /** Streams of `uniform` nodes, in the order in which they lie in memory. */
  streams: readonly number[]
  /** Nodes whose values (before the step's updates take effect) are written out at every step, in order. */
  record: readonly NodeId[]
  /** The lists that `count` nodes name. */
  lists: Readonly<Record<string, readonly number[]>>
}

/**
 * Addresses are byte offsets into the kernel's memory, multiples of 8 (`order` and `orderStride`: of 4). The first 64 KiB are the kernel's own scratch; callers allocate above `firstFree`.
 * Steps are counted from 0 here (row r of the table is step t = r + 1).
 */
export interface KernelCall {
  /** Number of starts. Start i of slot k lies at base + k·stride + 8·i. */
  starts: number
  /** Runs the steps first ≤ r < last of every start. */
  first: number
  last: number
  base: number
  /** Bytes between two state planes. */
  stride: number
  /** Value of table column c in row r at table + 8·(r·table.length + c). */
  table: number
  /** Value of record node k in row r at record + 8·(r·record.length + k). Used only when the plan records; then starts is 1. */
  record: number
  /** Value of column c at sample s at data + 8·(c·samples + s). */
  data: number
  samples: number
  /** 32-bit integers: the row of step r starts at order + r·orderStride with the batch's length, then its sample indices. Stride 0: the same batch every step. */
  order: number
  orderStride: number
  /** Uniform number of stream k for sample s in row r at chance + 8·((r·streams.length + k)·samples + s). */
  chance: number
}

export const firstFree = 65536

export interface Kernel {
  /** The memory now; it is a new buffer after `reserve` has grown it. */
  buffer(): ArrayBuffer
  /** Makes the memory at least this many bytes. */
  reserve(bytes: number): void
  run(call: KernelCall): void
}
