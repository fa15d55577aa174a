import fc from 'fast-check'
import { test } from 'vitest'
import { operands, type Graph, type NodeId } from '../../src/formula/graph.ts'
import { Interpreter } from '../../src/formula/interpret.ts'
import type { IntervalOptions } from '../../src/formula/interval-code.ts'
import { IntervalEvaluator } from '../../src/formula/interval-evaluator.ts'
import { intervalFlags } from '../../src/formula/interval-registers.ts'
import type { KernelPlan } from '../../src/formula/kernel.ts'
import { anyNumber, arbitraryPlan, dataColumns, lists, uniformStreams } from './arbitrary-graph.ts'

const samples = 4
const data = new Map<string | number, Float64Array>(
  [...dataColumns, ...uniformStreams].map((key, k) => [
    key,
    Float64Array.from({ length: samples }, (_, s) => 0.3 * s * (k + 1) - 0.5 * k),
  ]),
)
const column = (key: string | number): Float64Array => data.get(key) as Float64Array

/** The interpreter over the same data, evaluated with these inputs. */
function interpreted(graph: Graph, roots: readonly NodeId[], inputs: ReadonlyMap<string, number>): Interpreter {
  const interpreter = new Interpreter(graph, roots, { lists })
  for (const [name, value] of inputs) interpreter.set(name, value)
  interpreter.normal = () => 0.7
  for (const name of dataColumns) interpreter.setColumn(name, column(name))
  for (const stream of uniformStreams) interpreter.setUniform(stream, column(stream))
  interpreter.setBatch(Int32Array.from({ length: samples }, (_, s) => s))
  interpreter.evaluate()
  return interpreter
}

function evaluatorOf(
  { graph, slots }: KernelPlan,
  roots: readonly NodeId[],
  fixed: ReadonlyMap<string, number>,
): IntervalEvaluator {
  const options: IntervalOptions = {
    variables: slots.map((_, k) => `s${k}`),
    constants: (nodes) => {
      const interpreter = interpreted(graph, nodes, fixed)
      return nodes.map((id) => interpreter.value(id))
    },
    samples,
    column,
    uniform: column,
    lists,
  }
  return new IntervalEvaluator(graph, roots, options)
}

/** One side of a box, and where in it a point lies. */
const side = fc.record({
  low: fc.oneof(
    fc.double({ min: -4, max: 4, noNaN: true }),
    fc.integer({ min: -3, max: 3 }),
    fc.constantFrom(0, -708.5, 1e-300, 40),
  ),
  width: fc.constantFrom(0, 1e-12, 0.01, 0.5, 1, 3, 20),
  share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
})
const sides = fc.array(side, { minLength: 5, maxLength: 5 })
const numbers = fc.array(anyNumber, { minLength: 5, maxLength: 5 })
const scalarsOf = (graph: Graph): NodeId[] => [...graph.nodes.keys()].filter((id) => !graph.isColumn(id))

test(
  'whatever the graph, what the interpreter computes in a box lies in the interval, or that says it may be undefined',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(arbitraryPlan, sides, numbers, (plan, box, given) => {
        const { graph, slots } = plan
        const scalars = scalarsOf(graph)
        const fixed = new Map(given.map((value, k) => [`t${k}`, value]))
        const evaluator = evaluatorOf(plan, scalars, fixed)
        const point = new Map(fixed)
        slots.forEach((_, k) => {
          const { low, width, share } = box[k]
          evaluator.set(k, low, low + width)
          point.set(`s${k}`, Math.min(low + width, Math.max(low, low + share * width)))
        })
        evaluator.evaluate()
        const interpreter = interpreted(graph, scalars, point)
        const { low, high, flags } = evaluator
        // Numbers that overflowed may meet in ∞ − ∞; the real numbers of which the interval speaks do not. What follows from
        // such a NaN, which an unbounded interval stands for, is no counterexample.
        const spoilt = new Set<NodeId>()
        for (const id of graph.nodes.keys()) {
          const reads = operands(graph.node(id))
          if (reads.some((a) => spoilt.has(a))) spoilt.add(id)
          if (graph.isColumn(id) || spoilt.has(id)) continue
          const place = evaluator.place(id)
          if (flags[place] & intervalFlags.partial) continue
          const value = interpreter.value(id)
          const bounded = reads.every(
            (a) => !graph.isColumn(a) && Number.isFinite(high[evaluator.place(a)] - low[evaluator.place(a)]),
          )
          if (Number.isNaN(value) && !bounded) spoilt.add(id)
          else if (!(low[place] <= value && value <= high[place]))
            throw new Error(`${JSON.stringify(graph.node(id))}: ${value} is not in [${low[place]}, ${high[place]}]`)
        }
      }),
      { numRuns: 2000 },
    )
  },
)
