import { normalAt, uniformAt } from '../formula/chance.ts'
import type { Hoisted } from '../formula/hoist.ts'
import { Interpreter } from '../formula/interpret.ts'
import type { Landscape } from '../declare/landscape.ts'
import type { RunInputs } from './run-inputs.ts'
import type { StepProgram } from './step-program.ts'

/** Arrays that the interpreters read lists from; their contents are exchanged, not they. */
export type Lists = Record<string, number[]>

/** Fills the per-step table: everything that hyperparameters, `t` and chance decide before a run takes its first step. */
export class StepTable {
  private readonly program: StepProgram
  private readonly hoisted: Hoisted
  private readonly perRun: Interpreter
  private readonly perStep: Interpreter
  private readonly initial: Interpreter
  private readonly lists: Lists
  /** Streams of the uniform numbers that the filling itself gathers over the batch. */
  private readonly streams: readonly number[]
  private samples = 0

  constructor(program: StepProgram, hoisted: Hoisted, listNames: Iterable<string>) {
    const { graph } = program.loss.build
    this.program = program
    this.hoisted = hoisted
    this.lists = Object.fromEntries([...listNames].map((name) => [name, []]))
    const { lists } = this
    const next = hoisted.tableSlots.map((k) => program.slots[k].next)
    this.perRun = new Interpreter(graph, hoisted.perRun, { lists })
    const perStep = [...hoisted.table, ...next, ...hoisted.tableSlots.map((k) => program.slots[k].input)]
    this.perStep = new Interpreter(graph, perStep, { known: hoisted.perRun, lists })
    const needed = graph.reachable(perStep, new Set(hoisted.perRun)).map((id) => graph.node(id))
    this.streams = [...new Set(needed.flatMap((node) => (node.op === 'uniform' ? [node.stream] : [])))]
    this.initial = new Interpreter(
      graph,
      program.slots.map((slot) => slot.initial),
      { lists },
    )
  }

  /** Sets hyperparameters, lists, data and the start; to be called before the others. */
  prepare({ numbers, lists }: RunInputs, landscape: Landscape, start: readonly number[]): void {
    for (const [name, values] of lists) this.lists[name]?.splice(0, Infinity, ...values)
    const columns = Object.entries(landscape.data ?? {})
    const samples = Int32Array.from({ length: columns[0]?.[1].length ?? 0 }, (_, s) => s)
    this.samples = samples.length
    for (const interpreter of [this.perRun, this.perStep, this.initial]) {
      for (const [name, value] of numbers) interpreter.set(name, value)
      start.forEach((value, i) => interpreter.set(`start.${i}`, value))
      for (const [name, values] of columns) interpreter.setColumn(name, Float64Array.from(values))
      interpreter.setBatch(samples)
    }
    this.perRun.evaluate()
    for (const id of this.hoisted.perRun) this.perStep.give(id, this.perRun.value(id))
  }

  /** State before the first step, one number a slot. */
  initialState(): number[] {
    this.initial.evaluate()
    return this.program.slots.map((slot) => this.initial.value(slot.initial))
  }

  /** Rows of the table for steps 1 … rows, row-major. */
  fill(rows: number, seed: number): Float64Array {
    const { perStep, hoisted, program } = this
    const { table } = hoisted
    const state = hoisted.tableSlots.map((k) => program.slots[k])
    const initial = this.initialState()
    const stateRegisters = state.map((slot) => perStep.register(slot.input))
    const nextRegisters = state.map((slot) => perStep.register(slot.next))
    const tableRegisters = table.map((id) => perStep.register(id))
    const { registers } = perStep
    hoisted.tableSlots.forEach((k, i) => (registers[stateRegisters[i]] = initial[k]))
    const filled = new Float64Array(rows * table.length)
    let t = 1
    perStep.normal = (stream, component) => normalAt(seed, stream, t, component)
    for (let row = 0; row < rows; row++) {
      t = row + 1
      perStep.set('t', t)
      for (const stream of this.streams)
        perStep.setUniform(
          stream,
          Float64Array.from({ length: this.samples }, (_, s) => uniformAt(seed, stream, t, s)),
        )
      perStep.evaluate()
      for (let c = 0; c < table.length; c++) filled[row * table.length + c] = registers[tableRegisters[c]]
      const next = nextRegisters.map((r) => registers[r])
      for (let i = 0; i < next.length; i++) registers[stateRegisters[i]] = next[i]
    }
    return filled
  }
}
