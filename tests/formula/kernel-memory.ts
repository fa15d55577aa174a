import type { Kernel, KernelCall, KernelPlan } from '../../src/formula/kernel.ts'
import { firstFree } from '../../src/formula/kernel.ts'

export interface Filling {
  starts: number
  steps: number
  samples: number
  /** Taken in turn for all numbers in memory. */
  numbers: readonly number[]
  /** Sample indices of each step's batch; one batch: the same every step. */
  batches: readonly (readonly number[])[]
}

/** Lays the plan's arrays into the kernel's memory, one behind the other, and returns the call for all steps. */
export function fill(kernel: Kernel, plan: KernelPlan, filling: Filling): KernelCall {
  const { starts, steps, samples, numbers, batches } = filling
  const longest = Math.max(0, ...batches.map((batch) => batch.length))
  const orderStride = batches.length > 1 ? 4 * (longest + 1) : 0
  let free = firstFree
  const place = (bytes: number): number => {
    const address = free
    free += Math.ceil(bytes / 8) * 8
    return address
  }
  const stride = 8 * (starts + 1)
  const call: KernelCall = {
    starts,
    first: 0,
    last: steps,
    base: place(stride * plan.slots.length),
    stride,
    table: place(8 * steps * plan.table.length),
    data: place(8 * samples * plan.columns.length),
    samples,
    chance: place(8 * steps * samples * plan.streams.length),
    record: place(8 * steps * plan.record.length),
    order: place(4 * (longest + 1) * Math.max(1, batches.length)),
    orderStride,
  }
  kernel.reserve(free)
  const view = new Float64Array(kernel.buffer(), firstFree, (free - firstFree) / 8)
  for (let k = 0; k < view.length; k++) view[k] = numbers[k % numbers.length]
  batches.forEach((batch, r) => {
    new Int32Array(kernel.buffer(), call.order + r * orderStride, batch.length + 1).set([batch.length, ...batch])
  })
  return call
}

/** All numbers above the scratch, at most `count`. */
export function contents(kernel: Kernel, count: number): number[] {
  return [...new Float64Array(kernel.buffer(), firstFree, count)]
}

/** Position of the first two numbers that differ, any NaN being equal to any NaN; −1 where there are none. */
export function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.findIndex((value, k) => !Object.is(value, b[k]))
}

/** Addresses for a call of a plan that has none of these arrays. */
export const nowhere = { table: 0, record: 0, data: 0, samples: 0, order: 0, orderStride: 0, chance: 0 }

export function write(kernel: Kernel, address: number, values: readonly number[]): void {
  kernel.reserve(address + 8 * values.length)
  new Float64Array(kernel.buffer(), address, values.length).set(values)
}

export function read(kernel: Kernel, address: number, count: number): number[] {
  return [...new Float64Array(kernel.buffer(), address, count)]
}

export function writeIntegers(kernel: Kernel, address: number, values: readonly number[]): void {
  kernel.reserve(address + 4 * values.length)
  new Int32Array(kernel.buffer(), address, values.length).set(values)
}
