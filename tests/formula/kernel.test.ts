import { describe, expect, test } from 'vitest'
import type { BinaryOp, NodeId, UnaryOp } from '../../src/formula/graph.ts'
import { Graph } from '../../src/formula/graph.ts'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import type { Kernel, KernelCall, KernelPlan } from '../../src/formula/kernel.ts'
import { firstFree } from '../../src/formula/kernel.ts'
import { wasmKernel } from '../../src/formula/wasm/wasm-kernel.ts'

function maker() {
  const graph = new Graph()
  return {
    graph,
    number: (value: number) => graph.intern({ op: 'number', value }),
    input: (name: string) => graph.intern({ op: 'input', name }),
    column: (name: string) => graph.intern({ op: 'column', name }),
    unary: (op: UnaryOp | 'batchSum' | 'batchMean', a: NodeId) => graph.intern({ op, a }),
    binary: (op: BinaryOp, a: NodeId, b: NodeId) => graph.intern({ op, a, b }),
  }
}

function planOf(graph: Graph, rest: Partial<KernelPlan>): KernelPlan {
  return { graph, slots: [], table: [], columns: [], streams: [], record: [], lists: {}, ...rest }
}

const nowhere = { table: 0, record: 0, data: 0, samples: 0, order: 0, orderStride: 0, chance: 0 }

function write(kernel: Kernel, address: number, values: readonly number[]): void {
  kernel.reserve(address + 8 * values.length)
  new Float64Array(kernel.buffer(), address, values.length).set(values)
}

function read(kernel: Kernel, address: number, count: number): number[] {
  return [...new Float64Array(kernel.buffer(), address, count)]
}

function writeIntegers(kernel: Kernel, address: number, values: readonly number[]): void {
  kernel.reserve(address + 4 * values.length)
  new Int32Array(kernel.buffer(), address, values.length).set(values)
}

describe.each([
  ['interpreted', interpretKernel],
  ['compiled', wasmKernel],
])('the %s kernel', (_, makeKernel) => {
  test('descends a quadratic by its closed form, every start on its own', () => {
    const { graph, number, input, binary } = maker()
    const x = input('x')
    // Gradient of ½·x² with rate ¼: x shrinks to ¾ of itself, exactly while the digits last.
    const plan = planOf(graph, { slots: [{ input: x, next: binary('sub', x, binary('mul', number(0.25), x)) }] })
    const kernel = makeKernel(plan)
    const starts = [1, -3, 0, 1024]
    write(kernel, firstFree, starts)
    kernel.run({ ...nowhere, starts: 4, first: 0, last: 10, base: firstFree, stride: 32 })
    expect(read(kernel, firstFree, 4)).toEqual(starts.map((start) => (start * 59049) / 1048576))
  })

  test('takes the same steps as a loop written by hand, whole or in pieces (Adam on a banana valley)', () => {
    const plan = adamPlan()
    const steps = 50
    const table = Array.from({ length: steps }, (_, r) => [
      0.1 / (1 - 0.9 ** (r + 1)),
      1 / (1 - 0.999 ** (r + 1)),
    ]).flat()
    const start = [-1.2, 0, 0, 1, 0, 0]
    const ends = [[50], [20, 50], [0, 1, 33, 34, 50]].map((cuts) => {
      const kernel = makeKernel(plan)
      write(kernel, firstFree, start)
      write(kernel, firstFree + 64, table)
      let first = 0
      for (const last of cuts) {
        kernel.run({ ...nowhere, starts: 1, first, last, base: firstFree, stride: 8, table: firstFree + 64 })
        first = last
      }
      return read(kernel, firstFree, 6)
    })
    const expected = adamByHand(start, table, steps)
    expect(ends).toEqual([expected, expected, expected])
  })

  test('gives all slots their new values at once', () => {
    const { graph, input, binary } = maker()
    const a = input('a')
    const b = input('b')
    const slots = [
      { input: a, next: b },
      { input: b, next: binary('add', a, b) },
    ]
    const kernel = makeKernel(planOf(graph, { slots }))
    write(kernel, firstFree, [0, 1])
    kernel.run({ ...nowhere, starts: 1, first: 0, last: 20, base: firstFree, stride: 8 })
    expect(read(kernel, firstFree, 2)).toEqual([6765, 10946])
  })

  test('reads its row of the table and records the values before the update', () => {
    const { graph, number, input, binary } = maker()
    const x = input('x')
    const rate = input('rate')
    const other = input('other')
    const plan = planOf(graph, {
      slots: [{ input: x, next: binary('add', x, rate) }],
      table: [other, rate],
      record: [x, binary('mul', rate, number(10)), other],
    })
    const kernel = makeKernel(plan)
    const [table, record] = [firstFree + 8, firstFree + 80]
    write(kernel, record, new Array<number>(9).fill(-1))
    write(kernel, firstFree, [100])
    write(kernel, table, [7, 1, 8, 2, 9, 4])
    kernel.run({ ...nowhere, starts: 1, first: 1, last: 3, base: firstFree, stride: 8, table, record })
    expect(read(kernel, firstFree, 1)).toEqual([106])
    expect(read(kernel, record, 9)).toEqual([-1, -1, -1, 100, 20, 8, 102, 40, 9])
  })

  test('gathers the batch in its order, reductions within reductions included', () => {
    const { graph, input, column, unary, binary } = maker()
    const x = column('x')
    const y = column('y')
    const deviation = binary('sub', y, unary('batchMean', y))
    const a = input('a')
    const plan = planOf(graph, {
      slots: [{ input: a, next: binary('add', a, unary('batchSum', binary('mul', a, x))) }],
      columns: ['y', 'x'],
      record: [
        unary('batchMean', y),
        unary('batchMean', binary('mul', deviation, deviation)),
        unary('batchSum', x),
        unary('batchSum', a),
        unary('batchMean', x),
      ],
    })
    const kernel = makeKernel(plan)
    const [record, data, order] = [firstFree + 8, firstFree + 160, firstFree + 256]
    write(kernel, firstFree, [2])
    // 1e16 + 1 − 1e16 is 0 in this order and 1 in the order of the second batch.
    write(kernel, data, [1, 3, 5, 7, 1e16, 1, -1e16, 0.5])
    writeIntegers(kernel, order, [3, 0, 1, 2, 3, 0, 2, 1, 2, 3, 3, -1, 0, -1, -1, -1])
    const call: KernelCall = {
      ...nowhere,
      starts: 1,
      first: 0,
      last: 4,
      base: firstFree,
      stride: 8,
      record,
      data,
      samples: 4,
      order,
      orderStride: 16,
    }
    kernel.run(call)
    expect(read(kernel, record, 20)).toEqual([
      ...[3, 8 / 3, 0, 6, 0],
      ...[3, 8 / 3, 1, 6, 1 / 3],
      ...[7, 0, 1, 8, 0.5],
      ...[NaN, NaN, 0, 0, NaN],
    ])
    expect(read(kernel, firstFree, 1)).toEqual([8])
  })

  test('takes the same batch every step where the stride is 0', () => {
    const { graph, input, column, unary, binary } = maker()
    const a = input('a')
    const plan = planOf(graph, {
      slots: [{ input: a, next: binary('add', a, unary('batchSum', column('x'))) }],
      columns: ['x'],
    })
    const kernel = makeKernel(plan)
    const [data, order] = [firstFree + 16, firstFree + 64]
    write(kernel, firstFree, [0, 10])
    write(kernel, data, [1, 2, 4])
    writeIntegers(kernel, order, [2, 2, 0])
    const call = { ...nowhere, starts: 2, first: 3, last: 5, base: firstFree, stride: 16, data, samples: 3, order }
    kernel.run(call)
    expect(read(kernel, firstFree, 2)).toEqual([10, 20])
  })

  test('reads the uniform numbers of its stream, its step and its sample', () => {
    const { graph, input, unary } = maker()
    const a = input('a')
    const sum = unary('batchSum', graph.intern({ op: 'uniform', stream: 5 }))
    const kernel = makeKernel(planOf(graph, { slots: [{ input: a, next: sum }], streams: [9, 5], record: [sum] }))
    const [record, order, chance] = [firstFree + 8, firstFree + 32, firstFree + 64]
    write(kernel, chance, [100, 200, 0.5, 0.25, 300, 400, 0.125, 0.0625])
    write(kernel, firstFree, [0])
    writeIntegers(kernel, order, [1, 1, 1, 0])
    kernel.run({
      ...nowhere,
      starts: 1,
      first: 0,
      last: 2,
      base: firstFree,
      stride: 8,
      record,
      samples: 2,
      order,
      orderStride: 8,
      chance,
    })
    expect(read(kernel, record, 2)).toEqual([0.25, 0.125])
  })

  test('reaches the minimum of a quadratic in one Newton step', () => {
    const { graph, number, input, binary } = maker()
    // x² + x·y + 2·y² − 4·x − 9·y: gradient (2x + y − 4, x + 4y − 9), minimum at (1, 2).
    const [x, y] = [input('x'), input('y')]
    const gx = binary('sub', binary('add', binary('add', x, x), y), number(4))
    const gy = binary('sub', binary('add', x, binary('mul', number(4), y)), number(9))
    const args = [number(2), number(1), number(4), gx, gy, number(0)]
    const slots = [x, y].map((theta, component) => ({
      input: theta,
      next: binary('sub', theta, graph.intern({ op: 'secondOrder', method: 'newton', size: 2, args, component })),
    }))
    const kernel = makeKernel(planOf(graph, { slots }))
    write(kernel, firstFree, [5, -3])
    kernel.run({ ...nowhere, starts: 1, first: 0, last: 1, base: firstFree, stride: 8 })
    const [endX, endY] = read(kernel, firstFree, 2)
    expect(endX).toBeCloseTo(1, 12)
    expect(endY).toBeCloseTo(2, 12)
  })

  test('counts the entries that are not above a value', () => {
    const { graph, input } = maker()
    const a = input('a')
    const next = graph.intern({ op: 'count', list: 'milestones', a })
    const kernel = makeKernel(planOf(graph, { slots: [{ input: a, next }], lists: { milestones: [10, 20, 20, 30] } }))
    write(kernel, firstFree, [9, 10, 20, 25, 99, NaN])
    kernel.run({ ...nowhere, starts: 6, first: 0, last: 1, base: firstFree, stride: 48 })
    expect(read(kernel, firstFree, 6)).toEqual([0, 1, 3, 3, 4, 0])
  })

  test('leaves everything as it is where there are no starts or no steps', () => {
    const { graph, input, number } = maker()
    const x = input('x')
    const kernel = makeKernel(planOf(graph, { slots: [{ input: x, next: number(7) }] }))
    write(kernel, firstFree, [1, 2])
    const call = { ...nowhere, first: 0, base: firstFree, stride: 16 }
    kernel.run({ ...call, starts: 0, last: 5 })
    kernel.run({ ...call, starts: 2, last: 0 })
    expect(read(kernel, firstFree, 2)).toEqual([1, 2])
  })

  test('keeps its contents when its memory grows', () => {
    const { graph, input, number } = maker()
    const kernel = makeKernel(planOf(graph, { slots: [{ input: input('x'), next: number(0) }] }))
    write(kernel, firstFree, [1, 2, 3])
    kernel.reserve(1_000_000)
    expect(kernel.buffer().byteLength).toBeGreaterThanOrEqual(1_000_000)
    expect(read(kernel, firstFree, 3)).toEqual([1, 2, 3])
    kernel.reserve(10)
    expect(kernel.buffer().byteLength).toBeGreaterThanOrEqual(1_000_000)
  })

  test('names what a plan reads without being given it', () => {
    const { graph, input, column, unary } = maker()
    const x = input('x')
    const of =
      (next: NodeId, rest: Partial<KernelPlan> = {}) =>
      () =>
        makeKernel(planOf(graph, { slots: [{ input: x, next }], ...rest }))
    expect(of(input('rate'))).toThrow('the input rate')
    expect(of(unary('batchSum', column('pixels')))).toThrow('the data column pixels')
    expect(of(unary('batchSum', graph.intern({ op: 'uniform', stream: 3 })))).toThrow('the stream 3')
    expect(of(graph.intern({ op: 'count', list: 'milestones', a: x }))).toThrow('the list milestones')
    expect(of(graph.intern({ op: 'normal', stream: 0, component: 0 }))).toThrow('in the table')
    expect(of(column('pixels'), { columns: ['pixels'] })).toThrow('a scalar is needed')
    expect(of(x, { table: [x] })).toThrow('in two places')
  })
})

function adamPlan(): KernelPlan {
  const { graph, number, input, unary, binary } = maker()
  const [x, y, rate, correction] = ['x', 'y', 'rate', 'correction'].map(input)
  const ascent = binary('sub', y, binary('mul', x, x))
  const gradients = [
    binary(
      'sub',
      binary('mul', number(-2), binary('sub', number(1), x)),
      binary('mul', binary('mul', number(400), x), ascent),
    ),
    binary('mul', number(200), ascent),
  ]
  const slots = [x, y].flatMap((theta, k) => {
    const g = gradients[k]
    const [m, v] = [input(`m${k}`), input(`v${k}`)]
    const nextM = binary('add', binary('mul', number(0.9), m), binary('mul', number(0.1), g))
    const nextV = binary('add', binary('mul', number(0.999), v), binary('mul', number(0.001), binary('mul', g, g)))
    const scale = binary('add', unary('sqrt', binary('mul', nextV, correction)), number(1e-8))
    const next = binary('sub', theta, binary('div', binary('mul', rate, nextM), scale))
    return [
      { input: theta, next },
      { input: m, next: nextM },
      { input: v, next: nextV },
    ]
  })
  return planOf(graph, { slots, table: [rate, correction] })
}

function adamByHand(start: readonly number[], table: readonly number[], steps: number): number[] {
  let [x, mx, vx, y, my, vy] = start
  for (let r = 0; r < steps; r++) {
    const ascent = y - x * x
    const gx = -2 * (1 - x) - 400 * x * ascent
    const gy = 200 * ascent
    mx = 0.9 * mx + 0.1 * gx
    vx = 0.999 * vx + 0.001 * (gx * gx)
    my = 0.9 * my + 0.1 * gy
    vy = 0.999 * vy + 0.001 * (gy * gy)
    x -= (table[2 * r] * mx) / (Math.sqrt(vx * table[2 * r + 1]) + 1e-8)
    y -= (table[2 * r] * my) / (Math.sqrt(vy * table[2 * r + 1]) + 1e-8)
  }
  return [x, mx, vx, y, my, vy]
}
