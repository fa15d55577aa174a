import { interpretKernel } from '../formula/interpret-kernel.ts'
import type { Kernel, KernelPlan } from '../formula/kernel.ts'
import { TooLargeError } from '../formula/wasm/too-large-error.ts'
import { wasmKernel } from '../formula/wasm/wasm-kernel.ts'

/** WebAssembly where it may be compiled and the program is not too large for it, else the interpreter: the same bits, only slower. */
export function makeKernel(plan: KernelPlan): Kernel {
  if (typeof WebAssembly === 'undefined') return interpretKernel(plan)
  try {
    return wasmKernel(plan)
  } catch (error) {
    if (error instanceof WebAssembly.CompileError || error instanceof TooLargeError) return interpretKernel(plan)
    throw error
  }
}
