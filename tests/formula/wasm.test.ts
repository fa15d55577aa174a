import { expect, test } from 'vitest'
import { Graph } from '../../src/formula/graph.ts'
import type { NodeId } from '../../src/formula/graph.ts'
import { firstFree } from '../../src/formula/kernel.ts'
import type { KernelPlan } from '../../src/formula/kernel.ts'
import { emitKernel } from '../../src/formula/wasm/emit-kernel.ts'
import { encodeModule, mostBytes } from '../../src/formula/wasm/encode.ts'
import { f64, f64Add, i32, i32Const, i64Const, localGet } from '../../src/formula/wasm/instructions.ts'
import { f64Lane } from '../../src/formula/wasm/lane-type.ts'
import { wasmKernel } from '../../src/formula/wasm/wasm-kernel.ts'

const addition = {
  type: { parameters: [f64, f64], results: [f64] },
  locals: [],
  code: Uint8Array.from([...localGet(0), ...localGet(1), ...f64Add]),
}

test('a module is encoded byte by byte as the specification has it', () => {
  const bytes = encodeModule({ imports: [], functions: [addition], exports: [{ name: 'add', index: 0 }], pages: 1 })
  const sections = [
    [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    [0x01, 0x07, 0x01, 0x60, 0x02, 0x7c, 0x7c, 0x01, 0x7c],
    [0x02, 0x01, 0x00],
    [0x03, 0x02, 0x01, 0x00],
    [0x05, 0x03, 0x01, 0x00, 0x01],
    [0x07, 0x10, 0x02, 0x06, 0x6d, 0x65, 0x6d, 0x6f, 0x72, 0x79, 0x02, 0x00, 0x03, 0x61, 0x64, 0x64, 0x00, 0x00],
    [0x0a, 0x09, 0x01, 0x07, 0x00, 0x20, 0x00, 0x20, 0x01, 0xa0, 0x0b],
  ]
  expect([...bytes]).toEqual(sections.flat())
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  expect((exports.add as (a: number, b: number) => number)(1.5, 2)).toBe(3.5)
})

test('integers are encoded in LEB128', () => {
  // The unsigned and signed examples of the DWARF and WebAssembly texts.
  expect(localGet(624485)).toEqual([0x20, 0xe5, 0x8e, 0x26])
  expect(i32Const(-123456)).toEqual([0x41, 0xc0, 0xbb, 0x78])
  expect([0, 63, 64, -64, -65, 127, 128].map((value) => i32Const(value).slice(1))).toEqual([
    [0x00],
    [0x3f],
    [0xc0, 0x00],
    [0x40],
    [0xbf, 0x7f],
    [0xff, 0x00],
    [0x80, 0x01],
  ])
  expect(i64Const(2n ** 63n)).toEqual([0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7f])
})

test('functions larger than engines allow are refused with the reason', () => {
  const encode = (locals: number, bytes: number) => () =>
    encodeModule({
      imports: [],
      functions: [{ ...addition, locals: new Array<number>(locals).fill(i32), code: new Uint8Array(bytes) }],
      exports: [],
      pages: 1,
    })
  expect(encode(60_000, 10)).toThrow('too large to compile: 60000 intermediate values')
  expect(encode(0, mostBytes + 1)).toThrow('too large to compile')
  expect(encode(40_000, 100_000)).not.toThrow()
})

function planOf(graph: Graph, input: NodeId, next: NodeId): KernelPlan {
  return { graph, slots: [{ input, next }], table: [], columns: [], streams: [], record: [], lists: {} }
}

function stepOnce(plan: KernelPlan, start: number): number {
  const kernel = wasmKernel(plan)
  const nowhere = { table: 0, record: 0, data: 0, samples: 0, order: 0, orderStride: 0, chance: 0 }
  kernel.reserve(firstFree + 8)
  const view = new Float64Array(kernel.buffer(), firstFree, 1)
  view[0] = start
  kernel.run({ ...nowhere, starts: 1, first: 0, last: 1, base: firstFree, stride: 8 })
  return view[0]
}

test('formulas nested ten thousand deep compile and run, on either side', () => {
  const graph = new Graph()
  const x = graph.intern({ op: 'input', name: 'x' })
  let sum = x
  let difference = x
  for (let k = 0; k < 10_000; k++) {
    const number = graph.intern({ op: 'number', value: k })
    sum = graph.intern({ op: 'add', a: sum, b: number })
    difference = graph.intern({ op: 'sub', a: number, b: difference })
  }
  expect(stepOnce(planOf(graph, x, sum), 1)).toBe(49_995_001)
  // 9999 − (9998 − (9997 − … (0 − 1))): the terms cancel in pairs.
  expect(stepOnce(planOf(graph, x, difference), 1)).toBe(5001)
})

test('a local is free for other values after its last use', () => {
  const graph = new Graph()
  const x = graph.intern({ op: 'input', name: 'x' })
  let value = x
  for (let k = 0; k < 2000; k++) {
    const square = graph.intern({ op: 'mul', a: value, b: value })
    value = graph.intern({ op: 'sub', a: square, b: graph.intern({ op: 'number', value: 2 }) })
  }
  // Each value is used twice; with a local of its own it would take more than ten bytes besides its constant's nine.
  expect(emitKernel(planOf(graph, x, value), f64Lane).length / 2000).toBeLessThan(20)
  expect(stepOnce(planOf(graph, x, value), 2)).toBe(2)
})

test('elementary functions may be written out at every use', () => {
  const graph = new Graph()
  const x = graph.intern({ op: 'input', name: 'x' })
  const sine = graph.intern({ op: 'sin', a: x })
  const plan = planOf(graph, x, graph.intern({ op: 'sin', a: sine }))
  const called = emitKernel(plan, f64Lane)
  const inlined = emitKernel(plan, f64Lane, true)
  expect(WebAssembly.validate(inlined)).toBe(true)
  expect(inlined.length).toBeGreaterThan(called.length)
})
