import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { FormulaError } from '../../src/formula/formula-error.ts'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import { wasmKernel } from '../../src/formula/wasm/wasm-kernel.ts'
import { PreparedRun } from '../../src/simulation/prepared-run.ts'
import { arbitraryRun, otherValues, type ArbitraryRun } from '../simulation/arbitrary-run.ts'
import { unhoistedRun } from '../simulation/unhoisted-run.ts'
import { firstDifference } from './kernel-memory.ts'

const never = () => false

/** Runs ready to go; undefined for the rare program that is refused as too large. */
function prepare({ landscape, run }: ArbitraryRun): PreparedRun | undefined {
  try {
    return new PreparedRun(landscape, run, true, wasmKernel)
  } catch (error) {
    if (error instanceof FormulaError && error.message.startsWith('This is too large')) return undefined
    throw error
  }
}

test('compiled, interpreted, and interpreted without a table: the same bits for any programs and numbers', () => {
  let hoisted = 0
  let alive = 0
  fc.assert(
    fc.property(arbitraryRun, (given) => {
      const { landscape, run, start, steps, seed } = given
      const compiled = prepare(given)
      if (compiled === undefined) return
      const rows = [...compiled.run(landscape, run, start, steps, seed, never)]
      const interpreted = new PreparedRun(landscape, run, true, interpretKernel)
      expect(firstDifference([...interpreted.run(landscape, run, start, steps, seed, never)], rows)).toBe(-1)
      const plain = [...unhoistedRun(compiled, landscape, run, start, steps, seed)]
      expect(plain.length).toBe(rows.length)
      expect(firstDifference(plain, rows)).toBe(-1)
      if (compiled.plan.slots.length < compiled.program.slots.length) hoisted++
      if (rows.slice(-compiled.width, -compiled.width + 2).every(Number.isFinite)) alive++
    }),
    { numRuns: 2000 },
  )
  // The property would say little if no state were hoisted, or everything were NaN.
  expect(hoisted).toBeGreaterThan(1000)
  expect(alive).toBeGreaterThan(200)
})

test('other numbers for the same programs compile nothing and give the bits of a fresh compilation', () => {
  fc.assert(
    fc.property(arbitraryRun, otherValues, fc.nat(), (given, changed, seed) => {
      const ready = prepare(given)
      if (ready === undefined) return
      const { landscape, run, start, steps } = given
      ready.run(landscape, run, start, steps, given.seed, never)
      const surface = { ...landscape, values: { a: 0.25 } }
      const moved = { ...run, optimizer: { ...run.optimizer, values: changed } }
      const module = vi.spyOn(WebAssembly, 'Module')
      const again = [...ready.run(surface, moved, start, steps, seed, never)]
      expect(module).not.toHaveBeenCalled()
      module.mockRestore()
      const fresh = new PreparedRun(surface, moved, true, wasmKernel)
      expect(firstDifference([...fresh.run(surface, moved, start, steps, seed, never)], again)).toBe(-1)
    }),
    { numRuns: 300 },
  )
})
