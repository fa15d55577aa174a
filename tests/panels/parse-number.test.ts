import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { written } from '../../src/panels/number-field.tsx'
import { parseNumber } from '../../src/panels/parse-number.ts'

describe('parseNumber', () => {
  it.each([
    ['0.05', 0.05],
    [' .5 ', 0.5],
    ['−1.5', -1.5],
    ['1e-5', 1e-5],
    ['1E+3', 1000],
    ['1.2×10⁻⁵', 1.2e-5],
    ['10^-3', 1e-3],
    ['-2*10^(3)', -2000],
    ['1/3', 1 / 3],
    ['\uff10\uff0e\uff11', 0.1],
    ['∞', Infinity],
    ['-infinity', -Infinity],
  ])('reads %s', (typed, value) => {
    expect(parseNumber(typed)).toBeCloseTo(value, 15)
  })

  it.each(['', ' ', 'abc', '1,5', '1.2.3', '--1', '1e', '1/0', '2x', '0x10'])('refuses %j', (typed) => {
    expect(parseNumber(typed)).toBeUndefined()
  })

  it('reads every number as the field writes it, to the bit', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parseNumber(written(value))).toBe(value === 0 ? 0 : value)
      }),
    )
  })
})
