import { Build } from '../../src/formula/build.ts'
import { Graph } from '../../src/formula/graph.ts'
import { Interpreter } from '../../src/formula/interpret.ts'
import { IntervalEvaluator } from '../../src/formula/interval-evaluator.ts'
import { lower } from '../../src/formula/lower.ts'
import { parseExpression } from '../../src/formula/parse.ts'
import { scalar } from '../../src/formula/value.ts'

export interface IntervalOf {
  low: number
  high: number
  flags: number
}

/** Evaluates an expression in x and y over boxes; `k` is a fixed number, d a column of data. */
export function intervalReader(
  text: string,
  k = 0,
  d: readonly number[] = [],
): (x: readonly [number, number], y?: readonly [number, number]) => IntervalOf {
  const build = new Build(new Graph())
  const { graph } = build
  const names = ['x', 'y', 'k']
  const value = lower(parseExpression(text), {
    build,
    size: 2,
    read: (name) =>
      names.includes(name)
        ? scalar(build.input(name))
        : name === 'd'
          ? { kind: 'column', node: graph.intern({ op: 'column', name }) }
          : undefined,
    names: () => [...names, 'd'],
    list: (name) => (name === 'steps' ? 'steps' : undefined),
    stream: () => 0,
  })
  if (value.kind !== 'scalar') throw new Error(`${text} is a ${value.kind}.`)
  const evaluator = new IntervalEvaluator(graph, [value.node], {
    variables: ['x', 'y'],
    constants: (nodes) => {
      const interpreter = new Interpreter(graph, nodes)
      interpreter.set('k', k)
      interpreter.setColumn('d', Float64Array.from(d))
      interpreter.setBatch(Int32Array.from(d.keys()))
      interpreter.evaluate()
      return nodes.map((id) => interpreter.value(id))
    },
    samples: d.length,
    column: () => d,
    uniform: () => [],
    lists: { steps: [1, 2, 2, 5] },
  })
  const place = evaluator.place(value.node)
  return (x, y = [0, 0]) => {
    evaluator.set(0, ...x)
    evaluator.set(1, ...y)
    evaluator.evaluate()
    return { low: evaluator.low[place], high: evaluator.high[place], flags: evaluator.flags[place] }
  }
}
