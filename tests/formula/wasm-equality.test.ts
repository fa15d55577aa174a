import fc from 'fast-check'
import { expect, test } from 'vitest'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import { wasmKernel } from '../../src/formula/wasm/wasm-kernel.ts'
import { anyNumber, arbitraryPlan } from './arbitrary-graph.ts'
import { contents, fill, firstDifference } from './kernel-memory.ts'

const samples = 5
const steps = 4
const starts = 3

const numbers = fc.array(anyNumber, { minLength: 20, maxLength: 60 })
const batch = fc.array(fc.nat(samples - 1), { maxLength: 6 })
const batches = fc.oneof(
  batch.map((only) => [only]),
  fc.array(batch, { minLength: steps, maxLength: steps }),
)

test(
  'interpreter and WebAssembly leave the same bits in memory, whatever the plan and the numbers',
  { timeout: 60_000 },
  () => {
    fc.assert(
      fc.property(arbitraryPlan, numbers, batches, fc.nat(steps), fc.boolean(), (plan, values, order, cut, inline) => {
        const filling = { starts: plan.record.length > 0 ? 1 : starts, steps, samples, numbers: values, batches: order }
        const interpreted = interpretKernel(plan)
        const compiled = wasmKernel(plan, inline)
        const call = fill(interpreted, plan, filling)
        fill(compiled, plan, filling)
        const count = interpreted.buffer().byteLength / 8 - 65536 / 8
        expect(contents(compiled, count)).toEqual(contents(interpreted, count))
        interpreted.run(call)
        // In pieces here and whole there: so both agree with themselves resumed as well.
        compiled.run({ ...call, last: cut })
        compiled.run({ ...call, first: cut })
        expect(firstDifference(contents(compiled, count), contents(interpreted, count))).toBe(-1)
      }),
      { numRuns: 1500 },
    )
  },
)
