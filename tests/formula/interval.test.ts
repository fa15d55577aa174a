import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Build } from '../../src/formula/build.ts'
import { Graph, operands, type NodeId } from '../../src/formula/graph.ts'
import { Interpreter } from '../../src/formula/interpret.ts'
import type { IntervalOptions } from '../../src/formula/interval-code.ts'
import { IntervalEvaluator } from '../../src/formula/interval-evaluator.ts'
import { intervalFlags } from '../../src/formula/interval-registers.ts'
import { lower } from '../../src/formula/lower.ts'
import { parseExpression } from '../../src/formula/parse.ts'
import { scalar } from '../../src/formula/value.ts'
import { anyNumber, arbitraryPlan, dataColumns, lists, uniformStreams } from './arbitrary-graph.ts'

const { partial, rough, nowhere } = intervalFlags
const samples = 4
const columns = new Map<string | number, Float64Array>(
  [...dataColumns, ...uniformStreams].map((key, k) => [key, Float64Array.from({ length: samples }, (_, s) => 0.3 * s * (k + 1) - 0.5 * k)]),
)

/** The interpreter over the same data, its inputs set. */
function interpreter(graph: Graph, roots: readonly NodeId[], inputs: ReadonlyMap<string, number>): Interpreter {
  const made = new Interpreter(graph, roots, { lists })
  for (const [name, value] of inputs) made.set(name, value)
  made.normal = () => 0.7
  for (const name of dataColumns) made.setColumn(name, columns.get(name)!)
  for (const stream of uniformStreams) made.setUniform(stream, columns.get(stream)!)
  made.setBatch(Int32Array.from({ length: samples }, (_, s) => s))
  made.evaluate()
  return made
}

function options(graph: Graph, variables: readonly string[], fixed: ReadonlyMap<string, number>): IntervalOptions {
  return {
    variables,
    constants: (nodes) => {
      const reader = interpreter(graph, nodes, fixed)
      return nodes.map((id) => reader.value(id))
    },
    samples,
    column: (name) => columns.get(name)!,
    uniform: (stream) => columns.get(stream)!,
    lists,
  }
}

/** A box side and where in it a point lies. */
const side = fc.record({
  low: fc.oneof(fc.double({ min: -4, max: 4, noNaN: true }), fc.integer({ min: -3, max: 3 }), fc.constantFrom(0, -708.5, 1e-300, 40)),
  width: fc.constantFrom(0, 1e-12, 0.01, 0.5, 1, 3, 20),
  share: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
})

test('whatever the graph: what the interpreter computes at a point of the box lies in the interval, or the interval says it may be undefined', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(
      arbitraryPlan,
      fc.array(side, { minLength: 5, maxLength: 5 }),
      fc.array(anyNumber, { minLength: 5, maxLength: 5 }),
      (plan, sides, numbers) => {
        const { graph } = plan
        const scalars = graph.nodes.map((_, id) => id).filter((id) => !graph.isColumn(id))
        const variables = plan.slots.map((_, k) => `s${k}`)
        const fixed = new Map(numbers.map((value, k) => [`t${k}`, value]))
        const evaluator = new IntervalEvaluator(graph, scalars, options(graph, variables, fixed))
        const point = new Map(fixed)
        variables.forEach((name, k) => {
          const { low, width, share } = sides[k]
          const high = low + width
          evaluator.set(k, low, high)
          point.set(name, Math.min(high, Math.max(low, low + share * width)))
        })
        evaluator.evaluate()
        const reader = interpreter(graph, scalars, point)
        // A number that overflowed and met another (∞ − ∞) is NaN; the real numbers the interval speaks of are not. What follows from it is no counterexample.
        const spoilt = new Set<NodeId>()
        for (const id of graph.nodes.keys()) {
          const column = graph.isColumn(id)
          const value = column ? 0 : reader.value(id)
          const place = column ? 0 : evaluator.place(id)
          const flagged = !column && (evaluator.flags[place] & partial) !== 0
          if (operands(graph.node(id)).some((a) => spoilt.has(a)) || (Number.isNaN(value) && !flagged)) spoilt.add(id)
          if (column || flagged) continue
          const node = graph.node(id)
          if (Number.isNaN(value)) {
            const unbounded = operands(node).some((a) => graph.isColumn(a) || !Number.isFinite(evaluator.high[evaluator.place(a)] - evaluator.low[evaluator.place(a)]))
            if (!spoilt.has(id) || !unbounded && operands(node).every((a) => !spoilt.has(a))) throw new Error(`node ${id} ${JSON.stringify(node)} is NaN`)
          } else if (!spoilt.has(id) && !(evaluator.low[place] <= value && value <= evaluator.high[place]))
            throw new Error(`node ${id} ${JSON.stringify(node)}: ${value} is not in [${evaluator.low[place]}, ${evaluator.high[place]}]`)
        }
      },
    ),
    { numRuns: 3000 },
  )
})
