import fc from 'fast-check'
import type { BinaryOp, Node, NodeId, SecondOrderMethod, UnaryOp } from '../../src/formula/graph.ts'
import { Graph } from '../../src/formula/graph.ts'
import type { KernelPlan } from '../../src/formula/kernel.ts'

const unaryOps: readonly UnaryOp[] = [
  'neg',
  'abs',
  'sign',
  'floor',
  'sqrt',
  'exp',
  'log',
  'expm1',
  'log1p',
  'sin',
  'cos',
  'tan',
  'tanh',
  'sigmoid',
  'softplus',
  'relu',
  'not',
]
const binaryOps: readonly BinaryOp[] = [
  'add',
  'sub',
  'mul',
  'div',
  'pow',
  'min',
  'max',
  'mod',
  'less',
  'lessOrEqual',
  'equal',
  'and',
  'or',
]
const methods: readonly SecondOrderMethod[] = ['newton', 'saddleFreeNewton', 'leastEigenvector']

/** Numbers of every kind: special, moderate, and any bit pattern. */
export const anyNumber: fc.Arbitrary<number> = fc.oneof(
  { weight: 3, arbitrary: fc.double({ min: -4, max: 4, noNaN: true }) },
  { weight: 1, arbitrary: fc.integer({ min: -5, max: 5 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      NaN,
      0,
      -0,
      1,
      -1,
      Infinity,
      -Infinity,
      5e-324,
      -1e-310,
      2.2250738585072014e-308,
      1e308,
      -1e300,
      709.5,
      -708.9,
    ),
  },
  { weight: 1, arbitrary: fc.double() },
)

/** How one node is made from nodes that are there already; places are taken modulo their number. */
type Recipe =
  | { make: 'number'; value: number }
  | { make: 'unary'; op: UnaryOp; places: number[] }
  | { make: 'binary'; op: BinaryOp; places: number[] }
  | { make: 'power'; exponent: number; places: number[] }
  | { make: 'where' | 'count' | 'batchSum' | 'batchMean'; places: number[] }
  /** A column less its mean: then a walk over the batch follows another one that reads the same column. */
  | { make: 'deviation'; places: number[] }
  | { make: 'logsumexp' | 'share'; places: number[] }
  | { make: 'secondOrder'; method: SecondOrderMethod; size: number; component: number; places: number[] }

const places = (count: number) => fc.array(fc.nat(999), { minLength: count, maxLength: count })

const recipe: fc.Arbitrary<Recipe> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ make: fc.constant('number' as const), value: anyNumber }) },
  {
    weight: 5,
    arbitrary: fc.record({ make: fc.constant('unary' as const), op: fc.constantFrom(...unaryOps), places: places(1) }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      make: fc.constant('binary' as const),
      op: fc.constantFrom(...binaryOps),
      places: places(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      make: fc.constant('power' as const),
      exponent: fc.integer({ min: -5, max: 9 }),
      places: places(1),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ make: fc.constantFrom('where', 'count'), places: places(3) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ make: fc.constantFrom('batchSum', 'batchMean', 'deviation'), places: places(1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      make: fc.constantFrom('logsumexp', 'share'),
      places: fc.array(fc.nat(999), { minLength: 1, maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      make: fc.constant('secondOrder' as const),
      method: fc.constantFrom(...methods),
      size: fc.integer({ min: 1, max: 3 }),
      component: fc.nat(2),
      places: places(10),
    }),
  },
)

export const dataColumns = ['x', 'y']
/** Deliberately not their places in memory. */
export const uniformStreams = [7, 2]
export const lists = { milestones: [-1, 0, 0.5, 2, NaN, Infinity], empty: [] }

function build(slotCount: number, tableCount: number, recipes: readonly Recipe[]) {
  const graph = new Graph()
  const slots = Array.from({ length: slotCount }, (_, k) => graph.intern({ op: 'input', name: `s${k}` }))
  const table = Array.from({ length: tableCount }, (_, k) =>
    graph.intern(k === 1 ? { op: 'normal', stream: 0, component: 1 } : { op: 'input', name: `t${k}` }),
  )
  const all: NodeId[] = [...slots, ...table]
  for (const name of dataColumns) all.push(graph.intern({ op: 'column', name }))
  for (const stream of uniformStreams) all.push(graph.intern({ op: 'uniform', stream }))
  for (const entry of recipes) {
    const scalars = all.filter((id) => !graph.isColumn(id))
    all.push(
      graph.intern(
        nodeOf(
          graph,
          entry,
          (place) => pick(all, place),
          (place) => pick(scalars, place),
        ),
      ),
    )
  }
  return { graph, slots, table, scalars: all.filter((id) => !graph.isColumn(id)) }
}

/** Any of the nodes at even places, one of the newest at odd ones, so that graphs grow deep as well as broad. */
function pick(nodes: readonly NodeId[], place: number): NodeId {
  const half = place >> 1
  return place % 2 === 0 ? nodes[half % nodes.length] : nodes[nodes.length - 1 - (half % Math.min(6, nodes.length))]
}

function nodeOf(graph: Graph, entry: Recipe, any: (place: number) => NodeId, scalar: (place: number) => NodeId): Node {
  switch (entry.make) {
    case 'number':
      return { op: 'number', value: entry.value }
    case 'unary':
      return { op: entry.op, a: any(entry.places[0]) }
    case 'binary':
      return { op: entry.op, a: any(entry.places[0]), b: any(entry.places[1]) }
    case 'power':
      return { op: 'power', a: any(entry.places[0]), exponent: entry.exponent }
    case 'where':
      return { op: 'where', a: any(entry.places[0]), b: any(entry.places[1]), c: any(entry.places[2]) }
    case 'count':
      return { op: 'count', list: entry.places[1] % 5 === 0 ? 'empty' : 'milestones', a: any(entry.places[0]) }
    case 'batchSum':
    case 'batchMean':
      return { op: entry.make, a: any(entry.places[0]) }
    case 'deviation': {
      const a = any(entry.places[0])
      return { op: 'sub', a, b: graph.intern({ op: 'batchMean', a }) }
    }
    case 'logsumexp':
    case 'share':
      return { op: entry.make, args: entry.places.map(any) }
    case 'secondOrder': {
      const { method, size } = entry
      const count = (size * (size + 1)) / 2 + size + (method === 'leastEigenvector' ? 0 : 1)
      const args = entry.places.slice(0, count).map(scalar)
      return { op: 'secondOrder', method, size, args, component: entry.component % size }
    }
  }
}

/** Plans over every kind of node, some of which come from the table; half of the plans record. */
export const arbitraryPlan: fc.Arbitrary<KernelPlan> = fc
  .record({
    slotCount: fc.integer({ min: 1, max: 5 }),
    tableCount: fc.integer({ min: 0, max: 4 }),
    recipes: fc.array(recipe, { minLength: 1, maxLength: 40, size: 'max' }),
    nexts: places(5),
    given: fc.array(fc.nat(999), { maxLength: 3 }),
    records: fc.oneof(fc.constant<number[]>([]), fc.array(fc.nat(999), { minLength: 1, maxLength: 12 })),
  })
  .map(({ slotCount, tableCount, recipes, nexts, given, records }) => {
    const { graph, slots, table, scalars } = build(slotCount, tableCount, recipes)
    // Counted from the newest node, so that most of the graph is in use.
    const scalar = (place: number) => scalars[scalars.length - 1 - (place % scalars.length)]
    const fromTable = new Set([...table, ...given.map(scalar)].filter((id) => !slots.includes(id)))
    return {
      graph,
      slots: slots.map((input, k) => ({ input, next: scalar(nexts[k]) })),
      table: [...fromTable],
      columns: dataColumns,
      streams: uniformStreams,
      record: records.map(scalar),
      lists,
    }
  })
