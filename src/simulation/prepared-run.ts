import type { Landscape } from '../declare/landscape.ts'
import { uniformAt } from '../formula/chance.ts'
import { hoist, type Hoisted } from '../formula/hoist.ts'
import { firstFree, type Kernel, type KernelPlan } from '../formula/kernel.ts'
import type { Run, Setting } from './experiment.ts'
import { runInputs } from './run-inputs.ts'
import { stepInputs, stepProgram, type StepProgram } from './step-program.ts'
import { StepTable } from './step-table.ts'

/** Turns a plan into something that runs: WebAssembly, or the interpreter where that is off. */
export type KernelMaker = (plan: KernelPlan) => Kernel

/** Steps between two looks at the result; WebAssembly calls must be short, or V8 never swaps in its faster code. */
const chunk = 32

/** Everything about a run that does not depend on numbers: compiled once, run again with every move of a slider. */
export class PreparedRun {
  readonly program: StepProgram
  readonly plan: KernelPlan
  /** Width of a record row: θ, loss, gradient, learning rate, momentum where it is scheduled, then the states if asked for. */
  readonly width: number
  /** Where the states begin in a record row. */
  readonly firstState: number
  private readonly hoisted: Hoisted
  private readonly table: StepTable
  private readonly kernel: Kernel

  /** @throws FormulaError */
  constructor(landscape: Setting<Landscape>, run: Run, withStates: boolean, makeKernel: KernelMaker) {
    this.program = stepProgram(landscape, run)
    const { loss, slots, states, learningRate, momentum } = this.program
    const { graph } = loss.build
    const { lists } = runInputs(landscape, run, 1)
    const theta = slots.slice(0, loss.size).map((slot) => slot.input)
    const stateInputs = withStates ? states.flatMap((state) => state.slots.map((k) => slots[k].input)) : []
    const measured = [
      ...theta,
      loss.loss,
      ...loss.gradient,
      learningRate,
      ...(momentum === undefined ? [] : [momentum]),
    ]
    this.firstState = measured.length
    const record = [...measured, ...stateInputs]
    this.hoisted = hoist(graph, slots, record, stepInputs, false)
    const needed = graph.reachable(
      [...this.hoisted.loopSlots.map((k) => slots[k].next), ...record],
      new Set(this.hoisted.table),
    )
    const streams = new Set(
      needed.flatMap((id) => {
        const node = graph.node(id)
        return node.op === 'uniform' ? [node.stream] : []
      }),
    )
    this.plan = {
      graph,
      slots: this.hoisted.loopSlots.map((k) => slots[k]),
      table: this.hoisted.table,
      columns: Object.keys(landscape.thing.data ?? {}),
      streams: [...streams],
      record,
      lists: Object.fromEntries(lists),
    }
    this.width = record.length
    this.table = new StepTable(this.program, this.hoisted, lists.keys())
    this.kernel = makeKernel(this.plan)
  }

  /**
   * Runs from the start.
   * @param rows rows to compute, if fewer than steps + 1
   * @returns record rows 0 … rows − 1, row r being the run after r steps; fewer where `stop` says to stop after a row
   */
  run(
    landscape: Setting<Landscape>,
    run: Run,
    start: readonly number[],
    steps: number,
    seed: number,
    stop: (row: Float64Array) => boolean,
    rows = steps + 1,
  ): Float64Array {
    const { table, kernel, plan, width } = this
    table.prepare(runInputs(landscape, run, steps), landscape.thing, start)
    const initial = table.initialState()
    const layout = this.layout(landscape.thing, rows)
    kernel.reserve(layout.end)
    const memory = new Float64Array(kernel.buffer())
    plan.slots.forEach((_, i) => (memory[layout.base / 8 + i] = initial[this.hoisted.loopSlots[i]]))
    memory.set(table.fill(rows, seed), layout.table / 8)
    this.writeData(memory, landscape.thing, layout, rows, seed)
    for (let first = 0; first < rows; first += chunk) {
      const last = Math.min(rows, first + chunk)
      kernel.run({ starts: 1, first, last, stride: 8, orderStride: 0, ...layout })
      const record = new Float64Array(kernel.buffer(), layout.record, rows * width)
      for (let row = first; row < last; row++)
        if (stop(record.subarray(row * width, (row + 1) * width))) return record.slice(0, (row + 1) * width)
    }
    return new Float64Array(kernel.buffer(), layout.record, rows * width).slice()
  }

  /** The kernel alone with its filled table and the loop's initial state, for measuring. */
  bare(
    landscape: Setting<Landscape>,
    run: Run,
    start: readonly number[],
    steps: number,
  ): { kernel: Kernel; table: Float64Array; initial: number[] } {
    this.table.prepare(runInputs(landscape, run, steps), landscape.thing, start)
    const initial = this.table.initialState()
    return {
      kernel: this.kernel,
      table: this.table.fill(steps, 1),
      initial: this.hoisted.loopSlots.map((k) => initial[k]),
    }
  }

  /** The value of every slot of state in a record row with states. */
  slotsOf(row: Float64Array): number[] {
    const { loss, slots, states } = this.program
    const values = [...row.subarray(0, loss.size), ...new Array<number>(slots.length - loss.size)]
    let from = this.firstState
    for (const state of states) for (const k of state.slots) values[k] = row[from++]
    return values
  }

  private layout(landscape: Landscape, rows: number) {
    const samples = Object.values(landscape.data ?? {})[0]?.length ?? 0
    const base = firstFree
    const table = base + 8 * this.plan.slots.length
    const record = table + 8 * rows * this.plan.table.length
    const data = record + 8 * rows * this.width
    const chance = data + 8 * samples * this.plan.columns.length
    const order = chance + 8 * rows * this.plan.streams.length * samples
    // An even number of 32-bit integers, so that the memory ends at a whole double.
    return { base, table, record, data, samples, chance, order, end: order + 8 * Math.ceil((samples + 2) / 2) }
  }

  private writeData(
    memory: Float64Array,
    landscape: Landscape,
    layout: ReturnType<PreparedRun['layout']>,
    rows: number,
    seed: number,
  ): void {
    const { samples } = layout
    this.plan.columns.forEach((name, c) => memory.set(landscape.data?.[name] ?? [], layout.data / 8 + c * samples))
    const order = new Int32Array(memory.buffer, layout.order, samples + 1)
    order[0] = samples
    for (let s = 0; s < samples; s++) order[s + 1] = s
    let at = layout.chance / 8
    for (let row = 0; row < rows; row++)
      for (const stream of this.plan.streams)
        for (let s = 0; s < samples; s++) memory[at++] = uniformAt(seed, stream, row + 1, s)
  }
}
