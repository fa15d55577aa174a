import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseExpression, parseProgram } from '../../src/formula/parse.ts'
import { printExpression, printNumber, printProgram } from '../../src/formula/print.ts'
import { arbitraryExpression, arbitraryProgram, programWithoutSpans, withoutSpans } from './arbitrary-expression.ts'

describe.each([{ spaces: true }, { spaces: false }])('printed with %j', (options) => {
  test('an expression reads back as the same tree', () => {
    fc.assert(
      fc.property(arbitraryExpression, (tree) => {
        const text = printExpression(tree, options)
        expect(withoutSpans(parseExpression(text))).toEqual(tree)
        if (!options.spaces) expect(text).not.toMatch(/\s/)
      }),
      { numRuns: 3000 },
    )
  })

  test('a program reads back as the same program', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        expect(programWithoutSpans(parseProgram(printProgram(program, options)))).toEqual(program)
      }),
      { numRuns: 500 },
    )
  })
})

test('no pair of parentheses can be left out', () => {
  fc.assert(
    fc.property(arbitraryExpression, (tree) => {
      const text = printExpression(tree)
      for (const [open, close] of groups(text)) {
        const shorter = `${text.slice(0, open)} ${text.slice(open + 1, close)} ${text.slice(close + 1)}`
        let same = false
        try {
          same = printExpression(parseExpression(shorter)) === text
        } catch {
          // Without them it is no formula at all.
        }
        expect(same, shorter).toBe(false)
      }
    }),
    { numRuns: 1000 },
  )
})

/** Offsets of the pairs of parentheses that group, not of those of calls. */
function groups(text: string): [number, number][] {
  const pairs: [number, number][] = []
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') open.push(at)
    if (text[at] === ')') pairs.push([open.pop()!, at])
  }
  return pairs.filter(([start]) => start === 0 || !/[\p{L}\d_]/u.test(text[start - 1]))
}

test.each([
  ['θ-η*m̂/(√v̂+ε)', 'theta - eta*mHat/(sqrt(vHat) + epsilon)', 'theta-eta*mHat/(sqrt(vHat)+epsilon)'],
  ['(a*b)*(c*d)', 'a*b*(c*d)', 'a*b*(c*d)'],
  ['a+(b-c)', 'a + (b - c)', 'a+(b-c)'],
  ['((a))^((b))', 'a^b', 'a^b'],
  ['not a and (b or c<d)', 'not a and (b or c < d)', 'not(a)and((b)or(c<d))'],
  ['where(t==1,g,β₁*v)', 'where(t == 1, g, beta1*v)', 'where(t==1,g,beta1*v)'],
  ['1e-8 + .50', '1e-8 + 0.5', '1e-8+0.5'],
])('%s', (typed, spaced, compact) => {
  expect(printExpression(parseExpression(typed))).toBe(spaced)
  expect(printExpression(parseExpression(typed), { spaces: false })).toBe(compact)
})

test('programs are lines, or one line for links', () => {
  const program = parseProgram('m=β₁*m+g\n\nθ = θ - m')
  expect(printProgram(program)).toBe('m = beta1*m + g\ntheta = theta - m')
  expect(printProgram(program, { spaces: false })).toBe('m=beta1*m+g;theta=theta-m')
})

describe('numbers', () => {
  test.each([
    [0, '0'],
    [0.001, '0.001'],
    [0.0001, '0.0001'],
    [0.00001, '1e-5'],
    [100000, '100000'],
    [1e6, '1e6'],
    [1234567, '1234567'],
    [1e20, '1e20'],
    [1e21, '1e21'],
    [5e-324, '5e-324'],
  ])('%d', (value, text) => expect(printNumber(value)).toBe(text))

  test('read back as themselves', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (value) => Object.is(Number(printNumber(value)), value) || value === 0),
    )
  })
})
