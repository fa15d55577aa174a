import { checkPlan } from '../check-plan.ts'
import type { KernelCall, KernelPlan } from '../kernel.ts'
import { passes } from '../passes.ts'
import { batchWalk } from './batch-walk.ts'
import type { FunctionBody } from './encode.ts'
import { FunctionBuilder } from './function-builder.ts'
import type { Value } from './function-builder.ts'
import * as wasm from './instructions.ts'
import { i32 } from './instructions.ts'
import type { LaneType } from './lane-type.ts'
import type { ModuleFunctions } from './module-functions.ts'
import type { Leaf } from './node-values.ts'
import { NodeValues } from './node-values.ts'
import { secondOrderCall } from './second-order-call.ts'
import { WasmLane } from './wasm-lane.ts'

/** Parameters of `run`, in order; all are 32-bit integers. */
export const runParameters = [
  'starts',
  'first',
  'last',
  'base',
  'stride',
  'table',
  'record',
  'data',
  'samples',
  'order',
  'orderStride',
  'chance',
] as const satisfies readonly (keyof KernelCall)[]

const get = (value: Value) => wasm.localGet(value.local)
const set = (value: Value) => wasm.localSet(value.local)

/** Writes the kernel's `run`: for every start, load the slots, take the steps, store the slots. */
export class RunFunction {
  private readonly plan: KernelPlan
  private readonly lane: WasmLane
  private readonly target = new FunctionBuilder({ parameters: runParameters.map(() => i32), results: [] })
  private readonly slots: Value[]
  /** Addresses of what belongs to the step at hand. */
  private readonly rows = {
    table: this.integer(),
    record: this.integer(),
    order: this.integer(),
    chance: this.integer(),
  }
  /** Bytes of one number for every sample. */
  private readonly columnBytes = this.integer()
  /** Length of the step's batch. */
  private readonly count = this.integer()
  private walksBatch = false
  /** 8 times the index of the sample at hand. */
  private readonly sample = this.integer()
  /** Addresses of the data columns, and of the step's columns of uniform numbers, that the plan reads. */
  private readonly columns = new Map<number, Value>()
  private readonly streams = new Map<number, Value>()

  constructor(plan: KernelPlan, type: LaneType, functions: ModuleFunctions) {
    this.plan = plan
    this.lane = new WasmLane(type, this.target)
    this.slots = plan.slots.map(() => this.target.variable(type.value))
    const values = new NodeValues(plan.graph, plan.lists, this.lane, functions, (node) => this.leaf(node))
    this.writeStarts(this.describeStep(values))
  }

  body(): FunctionBody {
    return this.target.body()
  }

  /** Describes the values of one step and returns what writes it. */
  private describeStep(values: NodeValues): () => void {
    const { plan, target, lane, rows, slots } = this
    const { type } = lane
    plan.slots.forEach(({ input }, k) => values.define(input, slots[k]))
    plan.table.forEach((id, c) => values.define(id, lane.number(type.loadForAll(8 * c), rows.table)))

    const { roots, known } = checkPlan(plan)
    const writers: (() => void)[] = []
    for (const pass of passes(plan.graph, roots, known)) {
      for (const id of pass.scalars) values.prepare(id)
      for (const group of pass.secondOrder) writers.push(secondOrderCall(group, values, type, target))
      if (pass.reductions.length === 0) continue
      const batch = { row: rows.order, count: this.count, sample: this.sample }
      this.walksBatch = true
      writers.push(batchWalk(plan.graph, pass, values, lane, target, batch))
    }
    const recorded = plan.record.map((id) => target.expect(values.value(id)))
    const changed = plan.slots
      .map(({ next }, k) => ({ slot: slots[k], next: values.value(next) }))
      .filter(({ slot, next }) => slot !== next)
    for (const { next } of changed) target.expect(next)

    return () => {
      for (const write of writers) write()
      recorded.forEach((value, k) =>
        target
          .emit(get(rows.record))
          .push(value)
          .emit(type.store(8 * k)),
      )
      // All new values lie on the stack before the first slot changes: they read the old ones.
      for (const { next } of changed) target.push(next)
      for (const { slot } of changed.reverse()) target.emit(set(slot))
    }
  }

  /** Nodes that read memory; all others are slots, table columns or results, which are defined already. */
  private leaf(node: Leaf): Value {
    const { plan, lane } = this
    if (node.op !== 'column' && node.op !== 'uniform') throw new Error(`The kernel has no value for ${node.op}.`)
    const [places, place] =
      node.op === 'column'
        ? [this.columns, plan.columns.indexOf(node.name)]
        : [this.streams, plan.streams.indexOf(node.stream)]
    const address = places.get(place) ?? this.integer()
    places.set(place, address)
    return lane.number([...wasm.i32Add, ...lane.type.loadForAll(0)], address, this.sample)
  }

  /** The loop over the starts. */
  private writeStarts(writeStep: () => void): void {
    const { target, columnBytes, slots } = this
    const { type } = this.lane
    const start = this.integer()
    const plane = this.integer()
    const eachPlane = (visit: (slot: Value) => void): void => {
      target.emit(parameter('base'), get(start), wasm.i32Const(3), wasm.i32Shl, wasm.i32Add, set(plane))
      for (const slot of slots) {
        visit(slot)
        target.emit(get(plane), parameter('stride'), wasm.i32Add, set(plane))
      }
    }
    target.emit(parameter('samples'), wasm.i32Const(3), wasm.i32Shl, set(columnBytes))
    for (const [place, address] of this.columns)
      target.emit(parameter('data'), get(columnBytes), wasm.i32Const(place), wasm.i32Mul, wasm.i32Add, set(address))

    target.emit(wasm.block, get(start), parameter('starts'), wasm.i32GeSigned, wasm.branchIf(0), wasm.loop)
    eachPlane((slot) => target.emit(get(plane), type.load(0), set(slot)))
    this.writeSteps(writeStep)
    eachPlane((slot) => target.emit(get(plane), get(slot), type.store(0)))
    target
      .emit(get(start), wasm.i32Const(type.width), wasm.i32Add, wasm.localTee(start.local))
      .emit(parameter('starts'), wasm.i32LtSigned, wasm.branchIf(0), wasm.end, wasm.end)
  }

  /** The loop over the steps of one start. */
  private writeSteps(writeStep: () => void): void {
    const { target, plan, rows, columnBytes, count, streams } = this
    const step = this.integer()
    const chanceBytes = this.integer()
    const advancing = [
      { used: plan.table.length > 0, row: rows.table, origin: 'table', bytes: wasm.i32Const(8 * plan.table.length) },
      {
        used: plan.record.length > 0,
        row: rows.record,
        origin: 'record',
        bytes: wasm.i32Const(8 * plan.record.length),
      },
      { used: this.walksBatch, row: rows.order, origin: 'order', bytes: parameter('orderStride') },
      { used: streams.size > 0, row: rows.chance, origin: 'chance', bytes: get(chanceBytes) },
    ] as const

    target.emit(get(columnBytes), wasm.i32Const(plan.streams.length), wasm.i32Mul, set(chanceBytes))
    for (const { row, origin, bytes } of advancing)
      target.emit(parameter(origin), parameter('first'), bytes, wasm.i32Mul, wasm.i32Add, set(row))
    target.emit(parameter('first'), wasm.localTee(step.local), parameter('last'), wasm.i32LtSigned)
    target.emit(wasm.ifTrue, wasm.loop)
    if (this.walksBatch) target.emit(get(rows.order), wasm.i32Load, set(count))
    for (const [place, address] of streams)
      target.emit(get(rows.chance), get(columnBytes), wasm.i32Const(place), wasm.i32Mul, wasm.i32Add, set(address))
    writeStep()
    for (const { used, row, bytes } of advancing) if (used) target.emit(get(row), bytes, wasm.i32Add, set(row))
    target
      .emit(get(step), wasm.i32Const(1), wasm.i32Add, wasm.localTee(step.local))
      .emit(parameter('last'), wasm.i32LtSigned, wasm.branchIf(0), wasm.end, wasm.end)
  }

  private integer(): Value {
    return this.target.variable(i32)
  }
}

function parameter(name: (typeof runParameters)[number]): wasm.Code {
  return wasm.localGet(runParameters.indexOf(name))
}
