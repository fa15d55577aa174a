import { describe, expect, test } from 'vitest'
import type { NodeId } from '../../src/formula/graph.ts'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import type { KernelPlan } from '../../src/formula/kernel.ts'
import { firstFree } from '../../src/formula/kernel.ts'
import { wasmKernel } from '../../src/formula/wasm/wasm-kernel.ts'
import { maker, planOf } from './graph-maker.ts'
import { nowhere, read, write } from './kernel-memory.ts'

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

  test('takes a condition from the table as the number it is there', () => {
    const { graph, input, number, binary } = maker()
    const [x, t] = [input('x'), input('t')]
    const late = binary('less', number(2), t)
    const next = graph.intern({ op: 'where', a: late, b: number(5), c: number(6) })
    const kernel = makeKernel(planOf(graph, { slots: [{ input: x, next }], table: [late], record: [next] }))
    write(kernel, firstFree, [0, 0, 1, NaN, -2])
    const call = { ...nowhere, starts: 1, base: firstFree, stride: 8, table: firstFree + 8, record: firstFree + 40 }
    kernel.reserve(firstFree + 72)
    kernel.run({ ...call, first: 0, last: 4 })
    expect(read(kernel, firstFree + 40, 4)).toEqual([6, 5, 6, 5])
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
