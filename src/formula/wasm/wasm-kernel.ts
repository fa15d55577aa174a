import type { Kernel, KernelPlan } from '../kernel.ts'
import { secondOrderStep } from '../second-order.ts'
import { emitKernel } from './emit-kernel.ts'
import { f64Lane } from './lane-type.ts'
import { secondOrderMethods } from './second-order-call.ts'

/**
 * The plan as WebAssembly, compiled at once. Call `run` in pieces of about 32 steps: the engine swaps its optimized code in only
 * between calls. `inline`: see `emitKernel`. Throws an Error for a plan that reads what it is not given, or that is too large for WebAssembly.
 */
export function wasmKernel(plan: KernelPlan, inline = false): Kernel {
  const module = new WebAssembly.Module(emitKernel(plan, f64Lane, inline))
  const secondOrder = (method: number, size: number, input: number, output: number): void => {
    const count = (output - input) / 8
    secondOrderStep(
      secondOrderMethods[method],
      size,
      new Float64Array(memory.buffer, input, count),
      new Float64Array(memory.buffer, output, size),
    )
  }
  const { exports } = new WebAssembly.Instance(module, { kernel: { secondOrder } })
  const memory = exports.memory as WebAssembly.Memory
  const run = exports.run as (...args: number[]) => void

  return {
    buffer: () => memory.buffer,
    reserve: (bytes) => {
      const missing = bytes - memory.buffer.byteLength
      if (missing > 0) memory.grow(Math.ceil(missing / 65536))
    },
    // In the order of `runParameters`, written out because the call is short and frequent.
    run: (call) =>
      run(
        call.starts,
        call.first,
        call.last,
        call.base,
        call.stride,
        call.table,
        call.record,
        call.data,
        call.samples,
        call.order,
        call.orderStride,
        call.chance,
      ),
  }
}
