import { normalAt } from '../formula/chance.ts'
import type { NodeId } from '../formula/graph.ts'
import { Interpreter } from '../formula/interpret.ts'
import { components, type Value } from '../formula/value.ts'
import type { Experiment } from './experiment.ts'
import { runInputs } from './run-inputs.ts'
import { rowsOfRun } from './simulate.ts'
import type { ReadLine, StepReading } from './step-reading.ts'

/**
 * Every value of the optimizer's program in one step: the run is computed up to it and that step is interpreted.
 * @param step t, counted from 1; undefined is answered where the run ended before it
 * @throws FormulaError
 */
export function readStep(experiment: Experiment, runIndex: number, step: number): StepReading | undefined {
  const run = experiment.runs[runIndex]
  const { row, program } = rowsOfRun(experiment, run, step - 1)
  if (!row) return undefined
  const nodesOf = (value: Value): readonly NodeId[] => components(value)
  const { lines, loss } = program
  const roots = new Set(lines.flatMap((line) => [...nodesOf(line.after), ...[...line.reads.values()].flatMap(nodesOf)]))
  const { numbers, lists } = runInputs(experiment.landscape, run, experiment.steps)
  const interpreter = new Interpreter(loss.build.graph, roots, { lists: Object.fromEntries(lists) })
  for (const [name, value] of numbers) interpreter.set(name, value)
  interpreter.set('t', step)
  const columns = Object.entries(experiment.landscape.thing.data ?? {})
  for (const [name, values] of columns) interpreter.setColumn(name, Float64Array.from(values))
  interpreter.setBatch(Int32Array.from({ length: columns[0]?.[1].length ?? 0 }, (_, s) => s))
  const seed = run.seed ?? experiment.seed
  interpreter.normal = (stream, component) => normalAt(seed, stream, step, component)
  row.slots.forEach((value, k) => {
    const node = loss.build.graph.node(program.slots[k].input)
    if (node.op === 'input') interpreter.set(node.name, value)
  })
  interpreter.evaluate()
  const numbersOf = (value: Value): number[] => nodesOf(value).map((id) => interpreter.value(id))
  const values: Record<string, readonly number[]> = {}
  const read = lines.map(({ name, reads, after }): ReadLine => {
    const readNow = Object.fromEntries([...reads].map(([other, value]) => [other, numbersOf(value)]))
    for (const other of Object.keys(readNow)) values[other] ??= readNow[other]
    const before = values[name]
    values[name] = numbersOf(after)
    return { name, before, after: values[name], reads: readNow }
  })
  return { run: runIndex, step, lines: read, values }
}
