import type { KernelPlan } from '../kernel.ts'
import { firstFree } from '../kernel.ts'
import { encodeModule } from './encode.ts'
import type { LaneType } from './lane-type.ts'
import { ModuleFunctions } from './module-functions.ts'
import { RunFunction } from './run-function.ts'
import { secondOrderIndex, secondOrderType } from './second-order-call.ts'

/**
 * The module that runs the plan: exports `memory` and `run` (parameters: `runParameters`), imports `kernel.secondOrder`.
 * `inline` writes elementary functions out at every use; for single numbers calls measured as fast, and they keep the module small.
 * Throws an Error for a plan that reads what it is not given, or that is too large for WebAssembly.
 */
export function emitKernel(plan: KernelPlan, type: LaneType, inline = false): Uint8Array<ArrayBuffer> {
  const runIndex = secondOrderIndex + 1
  const functions = new ModuleFunctions(runIndex + 1, type, inline)
  const run = new RunFunction(plan, type, functions).body()
  return encodeModule({
    imports: [{ module: 'kernel', name: 'secondOrder', type: secondOrderType }],
    functions: [run, ...functions.bodies],
    exports: [{ name: 'run', index: runIndex }],
    pages: firstFree / 65536,
  })
}
