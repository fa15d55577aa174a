import { normalAt, uniformAt } from '../../src/formula/chance.ts'
import { Interpreter } from '../../src/formula/interpret.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import type { Run, Setting } from '../../src/simulation/experiment.ts'
import type { PreparedRun } from '../../src/simulation/prepared-run.ts'
import { runInputs } from '../../src/simulation/run-inputs.ts'

/**
 * The record rows of a run, by interpreting its whole step graph anew at every step: no table, no chunks, no compiled code. What
 * `PreparedRun.run` must give to the bit.
 */
export function unhoistedRun(
  { program, plan }: Pick<PreparedRun, 'program' | 'plan'>,
  landscape: Setting<Landscape>,
  run: Run,
  start: readonly number[],
  steps: number,
  seed: number,
): Float64Array {
  const { graph } = program.loss.build
  const inputs = runInputs(landscape, run, steps)
  const lists = Object.fromEntries([...inputs.lists].map(([name, values]) => [name, [...values]]))
  const { slots } = program
  const roots = [...slots.flatMap((slot) => [slot.input, slot.next]), ...plan.record]
  const step = new Interpreter(graph, roots, { lists })
  const before = new Interpreter(
    graph,
    slots.map((slot) => slot.initial),
    { lists },
  )
  const columns = Object.entries(landscape.thing.data ?? {})
  const samples = columns[0]?.[1].length ?? 0
  const streams = new Set(graph.nodes.flatMap((node) => (node.op === 'uniform' ? [node.stream] : [])))
  for (const interpreter of [step, before]) {
    for (const [name, value] of inputs.numbers) interpreter.set(name, value)
    start.forEach((value, i) => interpreter.set(`start.${i}`, value))
    for (const [name, values] of columns) interpreter.setColumn(name, Float64Array.from(values))
    interpreter.setBatch(Int32Array.from({ length: samples }, (_, s) => s))
  }
  before.evaluate()
  const registers = slots.map((slot) => step.register(slot.input))
  slots.forEach((slot, k) => (step.registers[registers[k]] = before.value(slot.initial)))
  const rows: number[] = []
  for (let t = 1; t <= steps + 1; t++) {
    step.set('t', t)
    step.normal = (stream, component) => normalAt(seed, stream, t, component)
    for (const stream of streams)
      step.setUniform(
        stream,
        Float64Array.from({ length: samples }, (_, s) => uniformAt(seed, stream, t, s)),
      )
    step.evaluate()
    rows.push(...plan.record.map((id) => step.value(id)))
    const next = slots.map((slot) => step.value(slot.next))
    next.forEach((value, k) => (step.registers[registers[k]] = value))
  }
  return Float64Array.from(rows)
}
