import { afterEach, expect, test, vi } from 'vitest'
import { intervalPointFunction } from '../../src/formula/interval-point-functions.ts'
import { numberLane } from '../../src/formula/number-lane.ts'
import { binaryOperations, unaryOperations } from '../../src/formula/operations.ts'

const names = ['exp', 'log', 'expm1', 'log1p', 'sin', 'cos', 'tan', 'tanh', 'sigmoid', 'softplus'] as const
const numbers = [0, -0, 1, -1, 0.1, -3.7, 12.5, 1e-300, 5e-324, 709.7, -708.4, 1e6, 1e8, Infinity, -Infinity, NaN]

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

function expectSameBits(functions: typeof intervalPointFunction): void {
  for (const name of names)
    for (const x of numbers)
      expect([name, x, functions(name)(x)]).toEqual([name, x, unaryOperations[name](numberLane, x)])
  for (const x of numbers)
    for (const y of numbers)
      expect([x, y, functions('pow')(x, y)]).toEqual([x, y, binaryOperations.pow(numberLane, x, y)])
}

test('the compiled functions give the bits of the language’s own', () => expectSameBits(intervalPointFunction))

test('so do those used where WebAssembly is off, or may not be compiled', async () => {
  vi.stubGlobal('WebAssembly', undefined)
  vi.resetModules()
  const without = await import('../../src/formula/interval-point-functions.ts')
  expectSameBits(without.intervalPointFunction)

  class CompileError extends Error {}
  const forbidden = class {
    constructor() {
      throw new CompileError('refused by the Content-Security-Policy')
    }
  }
  vi.stubGlobal('WebAssembly', { Module: forbidden, CompileError })
  vi.resetModules()
  const refused = await import('../../src/formula/interval-point-functions.ts')
  expectSameBits(refused.intervalPointFunction)
})
