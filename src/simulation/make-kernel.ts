import { interpretKernel } from '../formula/interpret-kernel.ts'
import type { Kernel, KernelPlan } from '../formula/kernel.ts'
import { wasmKernel } from '../formula/wasm/wasm-kernel.ts'

/** WebAssembly where it may be compiled, else the interpreter: the same bits, only slower. */
export function makeKernel(plan: KernelPlan): Kernel {
  if (typeof WebAssembly === 'undefined') return interpretKernel(plan)
  try {
    return wasmKernel(plan)
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return interpretKernel(plan)
    throw error
  }
}
