import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Graph } from '../../src/formula/graph.ts'
import { Interpreter } from '../../src/formula/interpret.ts'
import { operands } from '../../src/formula/graph.ts'
import { anyNumber, arbitraryPlan, dataColumns, lists, uniformStreams } from './arbitrary-graph.ts'

test('every scalar that the roots need can be read afterwards, and no evaluation depends on the last one', () => {
  fc.assert(
    fc.property(
      arbitraryPlan,
      fc.array(anyNumber, { minLength: 12, maxLength: 12 }),
      ({ graph, record, slots }, given) => {
        const roots = [...record, ...slots.map((slot) => slot.next)]
        const scalars = graph.reachable(roots).filter((id) => !graph.isColumn(id))
        const evaluate = (interpreter: Interpreter) => {
          for (let k = 0; k < 5; k++) {
            interpreter.set(`s${k}`, given[k])
            interpreter.set(`t${k}`, given[k + 5])
          }
          for (const name of dataColumns) interpreter.setColumn(name, Float64Array.from(given))
          for (const stream of uniformStreams) interpreter.setUniform(stream, Float64Array.from(given).map(Math.abs))
          interpreter.setBatch(Int32Array.of(99, 3, 0, 11, 99), 1, 3)
          interpreter.normal = (stream, component) => given[stream + component]
          interpreter.evaluate()
          return scalars.map((id) => interpreter.value(id))
        }
        const used = new Interpreter(graph, roots, { lists })
        const first = evaluate(used)
        expect(evaluate(used)).toEqual(first)
        expect(evaluate(new Interpreter(graph, scalars, { lists }))).toEqual(first)
      },
    ),
    { numRuns: 300 },
  )
})

test('inputs are set by name, names that nothing reads are let pass', () => {
  const graph = new Graph()
  const x = graph.intern({ op: 'input', name: 'x' })
  const y = graph.intern({ op: 'input', name: 'y' })
  const product = graph.intern({ op: 'mul', a: x, b: y })
  const root = graph.intern({ op: 'sub', a: product, b: x })
  const interpreter = new Interpreter(graph, [root])
  interpreter.set('x', 3)
  interpreter.set('y', 5)
  interpreter.set('z', 7)
  interpreter.evaluate()
  expect([root, product, ...operands(graph.node(product))].map((id) => interpreter.value(id))).toEqual([12, 15, 3, 5])
})

test('known nodes are taken as given and what only they need is not computed', () => {
  const graph = new Graph()
  const x = graph.intern({ op: 'input', name: 'x' })
  const root = graph.intern({ op: 'exp', a: x })
  const sum = graph.intern({ op: 'add', a: root, b: root })
  const interpreter = new Interpreter(graph, [sum], { known: [root] })
  interpreter.give(root, 21)
  interpreter.evaluate()
  expect(interpreter.value(sum)).toBe(42)
  expect(() => interpreter.value(x)).toThrow('not part of this evaluation')
})

test('a normal number is asked for by its stream and component', () => {
  const graph = new Graph()
  const root = graph.intern({ op: 'normal', stream: 3, component: 1 })
  const interpreter = new Interpreter(graph, [root])
  interpreter.normal = (stream, component) => 10 * stream + component
  interpreter.evaluate()
  expect(interpreter.value(root)).toBe(31)
})

test('says what is missing', () => {
  const graph = new Graph()
  const column = graph.intern({ op: 'column', name: 'x' })
  const mean = graph.intern({ op: 'batchMean', a: column })
  expect(() => new Interpreter(graph, [mean]).evaluate()).toThrow('no batch')
  expect(() => new Interpreter(graph, [mean]).value(column)).toThrow('one value a sample')
  expect(() => new Interpreter(graph, [column])).toThrow('a scalar is needed')
  const count = graph.intern({ op: 'count', list: 'milestones', a: mean })
  expect(() => new Interpreter(graph, [count])).toThrow('no list named milestones')
  const step = { op: 'secondOrder', method: 'newton', size: 1, component: 0 } as const
  const columnStep = graph.intern({ ...step, args: [column, mean, mean] })
  const summed = graph.intern({ op: 'batchSum', a: columnStep })
  expect(() => new Interpreter(graph, [summed])).toThrow('needs scalars')
})
