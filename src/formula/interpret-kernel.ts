import { checkPlan } from './check-plan.ts'
import { Interpreter } from './interpret.ts'
import type { Kernel, KernelCall, KernelPlan } from './kernel.ts'
import { firstFree } from './kernel.ts'

/** The plan run by plain JavaScript: the fallback where WebAssembly is off. Throws an Error for a plan that reads what it is not given. */
export function interpretKernel(plan: KernelPlan): Kernel {
  let memory = new ArrayBuffer(firstFree)
  const { roots, known } = checkPlan(plan)
  const interpreter = new Interpreter(plan.graph, roots, { known, lists: plan.lists })
  const { registers } = interpreter
  const inputs = plan.slots.map(({ input }) => interpreter.register(input))
  const nexts = plan.slots.map(({ next }) => interpreter.register(next))
  const table = plan.table.map((id) => interpreter.register(id))
  const record = plan.record.map((id) => interpreter.register(id))
  const next = new Float64Array(nexts.length)

  /** Takes step r of the start whose slots are in the input registers. */
  function step(call: KernelCall, numbers: Float64Array, integers: Int32Array, r: number): void {
    const tableRow = call.table / 8 + r * table.length
    for (let c = 0; c < table.length; c++) registers[table[c]] = numbers[tableRow + c]
    const orderRow = (call.order + r * call.orderStride) / 4
    plan.streams.forEach((stream, k) => {
      const address = call.chance + 8 * (r * plan.streams.length + k) * call.samples
      interpreter.setUniform(stream, new Float64Array(memory, address, call.samples))
    })
    interpreter.setBatch(integers, orderRow + 1, integers[orderRow])
    interpreter.evaluate()
    const recordRow = call.record / 8 + r * record.length
    for (let k = 0; k < record.length; k++) numbers[recordRow + k] = registers[record[k]]
    for (let k = 0; k < next.length; k++) next[k] = registers[nexts[k]]
    for (let k = 0; k < next.length; k++) registers[inputs[k]] = next[k]
  }

  return {
    buffer: () => memory,
    reserve: (bytes) => {
      if (bytes <= memory.byteLength) return
      const larger = new ArrayBuffer(bytes)
      new Uint8Array(larger).set(new Uint8Array(memory))
      memory = larger
    },
    run: (call) => {
      const numbers = new Float64Array(memory, 0, Math.floor(memory.byteLength / 8))
      const integers = new Int32Array(memory, 0, Math.floor(memory.byteLength / 4))
      plan.columns.forEach((name, c) => {
        interpreter.setColumn(name, new Float64Array(memory, call.data + 8 * c * call.samples, call.samples))
      })
      for (let start = 0; start < call.starts; start++) {
        const plane = (slot: number) => (call.base + slot * call.stride) / 8 + start
        for (let k = 0; k < inputs.length; k++) registers[inputs[k]] = numbers[plane(k)]
        for (let r = call.first; r < call.last; r++) step(call, numbers, integers, r)
        for (let k = 0; k < inputs.length; k++) numbers[plane(k)] = registers[inputs[k]]
      }
    },
  }
}
