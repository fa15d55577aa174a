import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FormulaError } from '../../src/formula/formula-error.ts'
import { formulaLimits } from '../../src/formula/limits.ts'
import { parseExpression, parseProgram } from '../../src/formula/parse.ts'
import { printExpression, printProgram } from '../../src/formula/print.ts'
import { withoutSpans } from './arbitrary-expression.ts'
import { failure } from './failure.ts'

describe('limits', () => {
  const { nodes, depth, nesting, nameLength } = formulaLimits
  const times = (count: number, text: string) => text.repeat(count)

  const groups = (count: number, size: number, term: string) => times(count, `+(${times(size - 1, `${term}+`)}${term})`)

  test.each([
    ['parentheses', times(19_000, '('), 'Too many parentheses, signs and exponents are open'],
    ['signs', times(15_000, '-'), 'Too many'],
    ['roots', times(15_000, '√'), 'Too many'],
    ['negations', times(4_900, 'not '), 'Too many'],
    ['exponents', times(9_000, 'x^'), 'Too many'],
    ['calls', times(4_000, 'sin('), 'Too many'],
    ['plus signs', times(15_000, '+'), 'Expected a value'],
    ['characters', times(100_000, '('), 'This text is too long'],
    ['nodes', groups(8, 250, '1') + '+1', 'numbers, names and operations'],
    ['terms', times(depth, '1+') + '1', 'This chain of operators is too long'],
    ['factors', times(depth, '1*') + '1', 'This chain of operators is too long'],
    ['levels', times(nesting, 'sin(') + 'x' + times(nesting, ')'), 'nested too deeply'],
    ['letters', times(nameLength + 1, 'x'), 'This name is too long'],
    ['printed characters', groups(9, 200, 'ε̂'), 'printed it may have'],
  ])('of %s', (_, text, message) => {
    const error = failure(() => parseExpression(text))
    expect(error.message).toContain(message)
    expect(failure(() => parseProgram(`x = ${text}`)).message).toBe(error.message)
  })

  test('what is within them is read, printed and read again', () => {
    const levels = (count: number, before: string, after = '') => `${times(count, before)}x${times(count, after)}`
    for (const text of [
      times(500, '1 + ') + '1',
      times(depth - 1, 'x*') + 'x',
      levels(nesting - 1, 'sin(', ')'),
      levels(nesting - 1, '-'),
      levels(nesting - 1, '√'),
      levels(nesting - 1, 'not '),
      levels(nesting - 1, 'a and (', ')'),
      levels(nesting - 1, 'x^'),
      levels(nesting - 1, '(a - ', ')'),
      levels(formulaLimits.open, '(', ')'),
    ])
      for (const spaces of [true, false]) {
        const tree = parseExpression(text)
        expect(withoutSpans(parseExpression(printExpression(tree, { spaces })))).toEqual(withoutSpans(tree))
      }
  })

  test('hold for a program as a whole', () => {
    expect(() => parseProgram(times(nodes / 2, 'a=1+1;'))).toThrow(FormulaError)
  })
})

describe('whatever the text', () => {
  const alphabet = [
    '1',
    '2.5',
    '.',
    'e',
    'e-',
    'x',
    'θ',
    '₁',
    '²',
    '⁻',
    'ᵗ',
    '̂',
    'sin',
    'max',
    'where',
    'loss',
    'and',
    'or',
    'not',
    '+',
    '-',
    '*',
    '/',
    '^',
    '(',
    ')',
    '(',
    ')',
    ',',
    '<',
    '<=',
    '==',
    '=',
    '!',
    '≠',
    '√',
    '∞',
    ' ',
    '\n',
    ';',
    '%',
    '"',
    '&',
    '權',
    '😀',
    '\ud800',
    '（',
  ]

  test('a text is read or refused with a place inside it, and what is read prints to what reads the same', () => {
    let seed = 1
    const random = (below: number) => {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
      return Math.floor((seed / 2 ** 32) * below)
    }
    let read = 0
    for (let trial = 0; trial < 100_000; trial++) {
      const text = Array.from({ length: 1 + random(14) }, () => alphabet[random(alphabet.length)]).join('')
      for (const canonical of [
        (typed: string) => printExpression(parseExpression(typed)),
        (typed: string) => printProgram(parseProgram(typed)),
      ])
        try {
          const printed = canonical(text)
          read++
          if (canonical(printed) !== printed) throw new Error(`${JSON.stringify(text)} printed ${printed}`)
        } catch (error) {
          if (!(error instanceof FormulaError)) throw error
          const { start, end } = error.span
          if (!(0 <= start && start <= end && end <= text.length))
            throw new Error(`${JSON.stringify(text)}: ${start}–${end}`)
        }
    }
    expect(read).toBeGreaterThan(1000)
  })

  test('any string at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const parse of [parseExpression, parseProgram])
          try {
            parse(text)
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError)
          }
      }),
      { numRuns: 2000 },
    )
  })
})
