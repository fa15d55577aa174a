import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseExpression } from '../../src/formula/parse.ts'
import { canonicalName, nameIn } from '../../src/formula/spelling.ts'

test.each([
  ['θ', 'theta'],
  ['ε', 'epsilon'],
  ['ϵ', 'epsilon'],
  ['φ', 'phi'],
  ['ϕ', 'phi'],
  ['µ', 'mu'],
  ['Δ', 'Delta'],
  ['∆', 'Delta'],
  ['w₁₂', 'w12'],
  ['λₘₐₓ', 'lambda_max'],
  ['m̂', 'mHat'],
  ['ŵ₁', 'wHat1'],
  ['w\u0302', 'wHat'],
  ['θ̂', 'thetaHat'],
  ['x̄', 'xBar'],
  ['x̃', 'xTilde'],
  ['tête', 'tête'],
  ['e\u0301t', 'ét'],
  ['mHat', 'mHat'],
])('%s is %s', (typed, name) => {
  expect(canonicalName(typed)).toBe(name)
  expect(parseExpression(typed)).toMatchObject({ kind: 'name', name })
})

test('canonical names are names that no longer change', () => {
  const letters = fc.constantFrom(...'aEθΔβ_1₁ₜₘx̂\u0302\u0304\u0307é權ℎ𝑥', '𝜃', 'ά')
  fc.assert(
    fc.property(
      fc.array(fc.oneof(letters, fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), { maxLength: 5 }),
      (typed) => {
        const name = nameIn(typed.join(''))
        fc.pre(name !== undefined)
        expect(nameIn(name)).toBe(name)
      },
    ),
    { numRuns: 3000 },
  )
})
