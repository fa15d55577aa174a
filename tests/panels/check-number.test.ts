import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decay, learningRate, number } from '../../src/declare/hyperparameter.ts'
import { languages } from '../../src/i18n/language.ts'
import { words } from '../../src/i18n/words.ts'
import { accepts } from '../../src/declare/check-value.ts'
import { checkNumber } from '../../src/panels/check-number.ts'

const english = words('en').control
const beta = decay('β', 0.9)
const rate = learningRate(0.001)
const period = number('n', 30, {
  label: { en: '', 'zh-Hant': '', 'zh-Hans': '' },
  range: [1, 100],
  integer: true,
  valid: { least: 1 },
})

describe('checkNumber', () => {
  it('takes what is accepted even where the slider does not reach', () => {
    expect(checkNumber('0', rate, english)).toEqual({ value: 0 })
    expect(checkNumber('500', rate, english)).toEqual({ value: 500 })
    expect(checkNumber('0.99999', beta, english)).toEqual({ value: 0.99999 })
  })

  it.each([
    ['1', beta, '1 is not accepted: β must be at least 0 and below 1.'],
    ['-0.1', rate, '-0.1 is not accepted: η must be at least 0.'],
    ['2.5', period, 'n must be a whole number.'],
    ['0', period, '0 is not accepted: n must be at least 1.'],
    ['fast', rate, '“fast” is not a number.'],
    ['1/0', rate, '“1/0” is not a number.'],
    ['∞', rate, '∞ is not accepted: η must be at least 0.'],
  ])('refuses %s with a sentence', (typed, hyperparameter, problem) => {
    expect(checkNumber(typed, hyperparameter, english)).toEqual({ problem })
  })

  it('names the bounds of open and one-sided ranges', () => {
    const bounded = { symbol: 'x', valid: { least: -1, openLeast: true } }
    expect(checkNumber('-1', bounded, english)).toEqual({ problem: '-1 is not accepted: x must be above −1.' })
    expect(checkNumber('∞', { symbol: 'x', valid: {} }, english)).toEqual({
      problem: '∞ is not accepted: x must be finite.',
    })
  })

  it('says the symbol and what was typed in every language', () => {
    for (const language of languages) {
      const checked = checkNumber('1.5', beta, words(language).control)
      expect(checked).toHaveProperty('problem', expect.stringMatching(/1\.5.*β.*0.*1/))
    }
  })

  it('accepts exactly what lies between the bounds', () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(finite, finite, finite, fc.boolean(), fc.boolean(), (least, most, value, openLeast, openMost) => {
        const above = openLeast ? value > least : value >= least
        const below = openMost ? value < most : value <= most
        expect(accepts({ least, most, openLeast, openMost }, value)).toBe(above && below)
      }),
    )
  })
})
