import type { Graph, NodeId } from '../graph.ts'
import { operands } from '../graph.ts'
import type { Pass } from '../passes.ts'
import type { FunctionBuilder, Value } from './function-builder.ts'
import * as wasm from './instructions.ts'
import { i32 } from './instructions.ts'
import type { NodeValues } from './node-values.ts'
import type { WasmLane } from './wasm-lane.ts'

/** The batch of the step as the loop over its samples sees it. */
export interface BatchAddresses {
  /** Address of the step's row of the order: the batch's length, then its sample indices. */
  row: Value
  /** The batch's length, an i32. */
  count: Value
  /** 8 times the index of the sample at hand. */
  sample: Value
}

/**
 * Describes the pass's walk over the batch and its results, and returns what writes it, to be called once everything that reads the results has
 * been described too. Sums run from the first sample on and start at 0.
 */
export function batchWalk(
  graph: Graph,
  pass: Pass,
  values: NodeValues,
  lane: WasmLane,
  target: FunctionBuilder,
  batch: BatchAddresses,
): () => void {
  for (const id of pass.columns) values.prepare(id)
  const sums = pass.reductions.map((id) => {
    const sum = target.variable(lane.type.value)
    return { id, sum, next: target.expect(lane.add(sum, values.value(gathered(graph, id)))) }
  })
  const readInside = [...pass.columns, ...pass.reductions].flatMap((id) => operands(graph.node(id)))
  const outside = [...new Set(readInside)].filter((id) => !graph.isColumn(id))
  values.forget(pass.columns)
  for (const { id, sum } of sums) {
    const mean = graph.node(id).op === 'batchMean'
    values.define(id, mean ? lane.div(sum, lane.number(lane.type.fromInteger, batch.count)) : sum)
  }
  const pointer = target.variable(i32)
  const last = target.variable(i32)

  return () => {
    for (const id of outside) for (const form of values.forms(id)) target.keep(form)
    for (const { sum } of sums) target.emit(lane.type.constant(0), wasm.localSet(sum.local))
    const get = (value: Value) => wasm.localGet(value.local)
    target
      .emit(get(batch.row), wasm.i32Const(4), wasm.i32Add, wasm.localTee(pointer.local))
      .emit(get(batch.count), wasm.i32Const(2), wasm.i32Shl, wasm.i32Add, wasm.localSet(last.local))
      .emit(wasm.block, get(pointer), get(last), wasm.i32GeUnsigned, wasm.branchIf(0), wasm.loop)
      .emit(get(pointer), wasm.i32Load, wasm.i32Const(3), wasm.i32Shl, wasm.localSet(batch.sample.local))
    for (const { sum, next } of sums) target.push(next).emit(wasm.localSet(sum.local))
    target
      .emit(get(pointer), wasm.i32Const(4), wasm.i32Add, wasm.localTee(pointer.local))
      .emit(get(last), wasm.i32LtUnsigned, wasm.branchIf(0), wasm.end, wasm.end)
  }
}

function gathered(graph: Graph, id: NodeId): NodeId {
  const node = graph.node(id)
  if (node.op !== 'batchSum' && node.op !== 'batchMean') throw new Error(`Node ${id} does not gather the batch.`)
  return node.a
}
