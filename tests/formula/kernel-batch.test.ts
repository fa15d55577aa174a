import { describe, expect, test } from 'vitest'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import type { KernelCall } from '../../src/formula/kernel.ts'
import { firstFree } from '../../src/formula/kernel.ts'
import { wasmKernel } from '../../src/formula/wasm/wasm-kernel.ts'
import { maker, planOf } from './graph-maker.ts'
import { nowhere, read, write, writeIntegers } from './kernel-memory.ts'

describe.each([
  ['interpreted', interpretKernel],
  ['compiled', wasmKernel],
])('the %s kernel', (_, makeKernel) => {
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
    const recorded = [
      [3, 8 / 3, 0, 6, 0],
      [3, 8 / 3, 1, 6, 1 / 3],
      [7, 0, 1, 8, 0.5],
      [NaN, NaN, 0, 0, NaN],
    ]
    expect(read(kernel, record, 20)).toEqual(recorded.flat())
    expect(read(kernel, firstFree, 1)).toEqual([8])
  })

  test('keeps a scalar through the walk over the batch, though each sample reads it before computing others', () => {
    const { graph, input, column, unary, binary } = maker()
    const [a, x, y, z] = [input('a'), column('x'), column('y'), column('z')]
    const shared = binary('mul', x, y)
    const term = binary('add', binary('mul', binary('add', a, a), z), binary('mul', shared, shared))
    const plan = planOf(graph, { slots: [{ input: a, next: unary('batchSum', term) }], columns: ['x', 'y', 'z'] })
    const kernel = makeKernel(plan)
    const [data, order] = [firstFree + 8, firstFree + 96]
    write(kernel, firstFree, [10])
    write(kernel, data, [1, 2, 3, 5, 7, 11, 2, 4, 8])
    writeIntegers(kernel, order, [3, 0, 1, 2])
    kernel.run({ ...nowhere, starts: 1, first: 0, last: 1, base: firstFree, stride: 8, data, samples: 3, order })
    expect(read(kernel, firstFree, 1)).toEqual([20 * 14 + 25 + 196 + 1089])
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
})
