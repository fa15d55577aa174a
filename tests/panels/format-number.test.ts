import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNumber, formatNumbers } from '../../src/look/format-number.ts'
import { parseNumber } from '../../src/panels/parse-number.ts'

describe('formatNumber', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [0.05, '0.05'],
    [1 / 3, '0.333'],
    [-2.404, '−2.4'],
    [0.9996, '1'],
    [12.345, '12.3'],
    [1024, '1024'],
    [-99999.4, '−99999'],
    [99999.6, '10⁵'],
    [123456, '1.23×10⁵'],
    [0.001, '0.001'],
    [0.0009996, '0.001'],
    [0.00012, '1.2×10⁻⁴'],
    [1e-8, '10⁻⁸'],
    [-1.5e-300, '−1.5×10⁻³⁰⁰'],
    [5e-324, '4.94×10⁻³²⁴'],
    [Infinity, '∞'],
    [-Infinity, '−∞'],
    [NaN, '–'],
  ])('writes %d as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text)
  })

  it('takes the number of digits', () => {
    expect(formatNumber(Math.PI, 6)).toBe('3.14159')
    expect(formatNumber(0.000123456, 2)).toBe('1.2×10⁻⁴')
  })

  it('reads back as the number to within the digits written', () => {
    const number = fc
      .double({ noNaN: true, noDefaultInfinity: true })
      .filter((x) => x === 0 || (Math.abs(x) > 1e-300 && Math.abs(x) < 1e300))
    fc.assert(
      fc.property(number, fc.integer({ min: 2, max: 8 }), (value, digits) => {
        const read = parseNumber(formatNumber(value, digits))
        expect(read).toBeDefined()
        expect(Math.abs(read! - value)).toBeLessThanOrEqual(Math.abs(value) * 10 ** (1 - digits))
      }),
    )
  })

  it('writes several numbers as a tuple and one alone', () => {
    expect(formatNumbers([0.31, -1.2])).toBe('(0.31, −1.2)')
    expect(formatNumbers([2])).toBe('2')
  })
})
