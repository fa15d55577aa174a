import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestLink } from '../../src/link/link-entries.ts'
import { linkKeys, parseLink } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import released from './fixtures/released-links.json'
import { meaning } from './meaning.ts'
import { checks, shelves } from './shelves.ts'

const parse = (fragment: string, query = '') => parseLink(fragment, query, checks, shelves)

const whole = [
  ...released.map((entry) => entry.link),
  '#landscape=rosenbrock(b:50)&domain=-2:2,-1:3&start=-1.2,1&start=0,0&run=momentum(learningRate:1e-3,form:lecture)@cosine(length:60)*step~60~trial-milestones(milestones:3;9)+trial-lookahead(k:3,inner:pull-back)+trial-sign+seed:9&run=sgd&steps=800&seed=7&view=hide:2&v=1',
  '#loss=(a:1,b:100)(a-w1)^2+b*(w2-w1^2)^2&run=mine(beta:0.5)@cooling*cosine~60~cooling(by:0.9)+smooth&run=adam&program.mine=(beta:0.9,m=0.5)m=beta*m+(1-beta)*g;theta=theta-learningRate*m&program.cooling=schedule(by:0.99)learningRate=learningRate*by^t&program.smooth=before(c:0.5,a=theta)a=c*a+g;g=a&steps=50&v=1',
  '#loss=r=x^2+beta;loss=where(r%3C1,exp(-r),mean((x*x1-y)^2))&parameters=x,beta&data=raw-features&run=adam&v=1',
]

/** Pieces that links are made of, and pieces that break them. */
const pieces = [
  ...linkKeys.map((key) => `&${key}=`),
  ...whole.flatMap((link) => link.split(/(?=[&=:,@+*~();])/)),
  ...'# ? & = : ; , @ + * ~ ( ) % . - / ^ %00 %ff %ED%A0%80 %F0%9F%98%80 \u0000 \ud800 \u202e \n 😀 權 ∞ 1e999 -0 NaN infinity'.split(
    ' ',
  ),
  'program.mine=',
  'schedule(',
  'after(',
  'm=theta',
  '__proto__',
  'constructor',
  'toString',
  'hide:',
  'seed:',
  '&amp;',
  '%26',
  '%3D',
  '%',
  ' ',
  '',
]
const piece = fc.constantFrom(...pieces)
const link = fc.constantFrom(...whole)

/** A link with so many places cut, doubled, exchanged or replaced. */
const mutated = fc
  .tuple(
    link,
    fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 3 }))), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) =>
    changes.reduce((now, [place, length, insert]) => {
      const at = place % (now.length + 1)
      return now.slice(0, at) + insert + now.slice(at + (length > 6 ? 0 : length))
    }, text),
  )
const truncated = fc.tuple(link, fc.nat()).map(([text, at]) => text.slice(0, at % text.length))
const random = fc.array(piece, { maxLength: 12 }).map((parts) => parts.join(''))
const anything = fc.string({ unit: 'binary', maxLength: 60 })

/** Either an experiment or sentences; and what is read without complaint is the same when printed and read again. */
function holds(fragment: string, query: string): void {
  const { experiment, problems } = parse(fragment, query)
  for (const problem of problems) expect(problem).toMatch(/^[^\p{Cc}\p{Cs}]{10,1500}[.?]\)?$/u)
  if (!experiment) {
    const empty = (text: string) => text.replace(/[#?&]/g, '') === ''
    if (problems.length === 0 && query === '') expect(empty(fragment) || fragment.includes('?')).toBe(true)
    return
  }
  const printed = printLink(experiment)
  const again = parse(printed)
  expect(again.problems).toEqual([])
  expect(meaning(again.experiment!)).toEqual(meaning(experiment))
  expect(printLink(again.experiment!)).toBe(printed)
}

describe('a damaged link is read as far as it can be and never throws', () => {
  test('mutated', () =>
    fc.assert(
      fc.property(mutated, (text) => holds(text, '')),
      { numRuns: 60_000 },
    ))
  test('cut off', () =>
    fc.assert(
      fc.property(truncated, (text) => holds(text, '')),
      { numRuns: 5000 },
    ))
  test('made of pieces', () =>
    fc.assert(
      fc.property(random, (text) => holds(text, '')),
      { numRuns: 20_000 },
    ))
  test('anything at all', () =>
    fc.assert(
      fc.property(anything, (text) => holds(text, '')),
      { numRuns: 5000 },
    ))
  test('in the query', () =>
    fc.assert(
      fc.property(mutated, fc.oneof(fc.constant(''), random), (query, text) => holds(text, query)),
      { numRuns: 10_000 },
    ))
})

describe('64 kB are read and no more', () => {
  const long = (text: string, count: number) => text.repeat(count)
  for (const [name, text] of Object.entries({
    digits: `landscape=saddle&steps=${long('1', longestLink)}x`,
    'digits of a start': `landscape=saddle&start=${long('1', 60_000)}x`,
    spaces: `landscape=saddle&run=a${long(' ', 60_000)}b`,
    runs: `landscape=saddle${long('&run=sgd', 8000)}`,
    'unknown runs': `landscape=saddle${long('&run=x', 9000)}`,
    starts: `landscape=saddle${long('&start=1,1', 6000)}`,
    modifiers: `landscape=saddle&run=sgd${long('+trial-sign', 5000)}`,
    'empty modifiers': `landscape=saddle&run=sgd${long('+', 60_000)}`,
    schedules: `landscape=saddle&run=sgd@step${long('~1~step', 8000)}`,
    factors: `landscape=saddle&run=sgd@step${long('*step', 12_000)}`,
    parentheses: `landscape=saddle${long('(', 60_000)}`,
    'a formula': `loss=x${long('+x', 30_000)}&parameters=x,y`,
    'a deep formula': `loss=${long('(', 30_000)}x&parameters=x,y`,
    'nested calls': `loss=${long('sin(', 15_000)}x&parameters=x,y`,
    parameters: `loss=x&parameters=x${long(',y', 30_000)}`,
    domain: `landscape=saddle&domain=${long('1:2,', 15_000)}`,
    keys: long('&x=1', 15_000),
    percents: `landscape=saddle&run=${long('%', 60_000)}`,
    hidden: `landscape=saddle&run=sgd&view=hide:${long('1;', 30_000)}`,
    'question marks': long('?', 66_000),
  }))
    test(name, () => {
      const { experiment, problems } = parse(text)
      expect(problems.length).toBeGreaterThan(0)
      expect(problems.length).toBeLessThanOrEqual(13)
      for (const problem of problems) expect(problem.length).toBeLessThan(1500)
      if (experiment) expect(printLink(experiment).length).toBeLessThan(longestLink)
    })

  test('a pair is not cut in two', () => {
    const filler = `&run=sgd(learningRate:0.125)`.repeat(2340)
    const text = `landscape=saddle${filler}`.slice(0, longestLink - 8)
    const { experiment, problems } = parse(`${text.slice(0, text.lastIndexOf('&'))}&steps=1234567`)
    expect(problems.join(' ')).toContain('32 runs')
    expect(experiment!.steps).toBe(200)
  })
})
