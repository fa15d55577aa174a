import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberText, readNumber } from '../../src/link/number-text.ts'
import { linkKeys, parseLink } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import { arbitraryExperiment } from './arbitrary-experiment.ts'
import { meaning } from './meaning.ts'
import { checks, shelves } from './shelves.ts'

const afterRuns = linkKeys.indexOf('run') + 0.5
const parse = (fragment: string, query = '') => parseLink(fragment, query, checks, shelves)

describe('any experiment', () => {
  test('means the same after being printed and read', () =>
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        const link = printLink(experiment)
        const { experiment: read, problems } = parse(link)
        expect(problems).toEqual([])
        expect(meaning(read!)).toEqual(meaning(experiment))
        expect(printLink(read!)).toBe(link)
      }),
      { numRuns: 5000 },
    ))

  test('is a link of raw characters, with keys in order and v last', () =>
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        const link = printLink(experiment)
        expect(link).toMatch(/^#([A-Za-z0-9\-._~,:;/=()@+*^&]|%[0-9A-F]{2})*&v=1$/)
        const places = link
          .slice(1)
          .split('&')
          .map((pair) => pair.split('=')[0])
          .map((key) => (key.startsWith('program.') ? afterRuns : linkKeys.indexOf(key as 'v')))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        expect(places).not.toContain(-1)
      }),
      { numRuns: 500 },
    ))

  test('is read from a form-encoded query as from the fragment', () =>
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        const pairs = printLink(experiment)
          .slice(1)
          .split('&')
          .map((pair) => pair.split(/=(.*)/s))
        const query = new URLSearchParams(pairs.map(([key, value]) => [key, decodeURIComponent(value)]))
        const { experiment: read, problems } = parse('', `?${query}`)
        expect(problems).toEqual([])
        expect(meaning(read!)).toEqual(meaning(experiment))
      }),
      { numRuns: 500 },
    ))

  test('says the same in another spelling of its values', () =>
    fc.assert(
      fc.property(arbitraryExperiment, (experiment) => {
        // Every value percent-encoded throughout, and the keys in reverse order.
        const all = (text: string) =>
          [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
        const pairs = printLink(experiment)
          .slice(1)
          .split('&')
          .map((pair) => pair.split(/=(.*)/s))
        const ordered = ['start', 'run'].flatMap((key) => pairs.filter((pair) => pair[0] === key))
        const others = pairs.filter(([key]) => key !== 'start' && key !== 'run').reverse()
        const link = [...others, ...ordered].map(([key, value]) => `${key}=${all(decodeURIComponent(value))}`).join('&')
        expect(printLink(parse(link).experiment!)).toBe(printLink(experiment))
      }),
      { numRuns: 500 },
    ))
})

describe('numbers', () => {
  test('read back to the same bits, without + and without spaces', () =>
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (x) => {
        expect(numberText(x)).toMatch(/^-?(infinity|[\d.]+(e-?\d+)?)$/)
        expect(readNumber(numberText(x))).toBe(x)
      }),
      { numRuns: 10_000 },
    ))

  for (const [value, text] of [
    [0.1, '0.1'],
    [1e21, '1e21'],
    [1e-8, '1e-8'],
    [1_500_000, '1.5e6'],
    [-0, '-0'],
    [200, '200'],
    [0.3333333333333333, '0.3333333333333333'],
    [Infinity, 'infinity'],
  ] as const)
    test(`${text} is written so`, () => expect(numberText(value)).toBe(text))

  for (const text of ['', '-', '.', 'e5', '0x10', '1_000', '1,5', 'NaN', 'Infinity', '1e', '--1', '1 2', '∞', '١'])
    test(`${JSON.stringify(text)} is none`, () => expect(readNumber(text)).toBeUndefined())
  for (const [text, value] of [
    ['1e+5', 1e5],
    ['1e 5', 1e5],
    ['+3', 3],
    [' 3 ', 3],
    ['1.', 1],
    ['.5', 0.5],
    ['1E3', 1000],
  ] as const)
    test(`${JSON.stringify(text)} is ${value}`, () => expect(readNumber(text)).toBe(value))
})
