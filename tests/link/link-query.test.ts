import { describe, expect, test } from 'vitest'
import { parseLink, presentationQuery } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import { checks, shelves } from './shelves.ts'

const shown = (fragment: string, query: string) => {
  const { experiment, problems } = parseLink(fragment, query, checks, shelves)
  expect(problems).toEqual([])
  return printLink(experiment!)
}

describe('the query', () => {
  for (const [name, fragment, query, is] of [
    ['says all', '', '?landscape=saddle&run=adam&v=1', '#landscape=saddle&run=adam&v=1'],
    [
      'takes + for a space, and a run a space for +',
      '',
      '?landscape=saddle&run=sgd+trial-sign',
      '#landscape=saddle&run=sgd+trial-sign&v=1',
    ],
    [
      'may have spaces around the signs',
      '',
      '?landscape=saddle&run=sgd+%2B+trial-sign',
      '#landscape=saddle&run=sgd+trial-sign&v=1',
    ],
    [
      'may have spaces inside parentheses',
      '',
      '?landscape=saddle(up:+2)&run=sgd(learningRate:+1e+5)',
      '#landscape=saddle(up:2)&run=sgd(learningRate:100000)&v=1',
    ],
    ['keeps an encoded + of a formula', '', '?loss=x%5E2%2By%5E2&parameters=x%2Cy', '#loss=x^2+y^2&parameters=x,y&v=1'],
    [
      'is beaten key by key',
      '#steps=50&run=sgd',
      '?landscape=saddle&run=adam&run=adam&steps=70&seed=3',
      '#landscape=saddle&run=sgd&steps=50&seed=3&v=1',
    ],
    [
      'does not change the fragment’s landscape',
      '#loss=x+y&parameters=x,y',
      '?landscape=saddle',
      '#loss=x+y&parameters=x,y&v=1',
    ],
    ['does not add to the fragment’s loss', '#loss=w1+w2', '?loss=x&parameters=x,y', '#loss=w1+w2&v=1'],
    [
      'may follow the fragment',
      '#landscape=saddle?run=sgd+trial-sign&embed=1',
      '',
      '#landscape=saddle&run=sgd+trial-sign&v=1',
    ],
    ['may hold what is not ours', '#landscape=saddle', '?utm_source=x&embed=1&q=%ff', '#landscape=saddle&v=1'],
  ] as const)
    test(name, () => expect(shown(fragment, query)).toBe(is))

  test('in the fragment a + is a +, and a space in a run still one', () =>
    expect(shown('#landscape=saddle&run=sgd%20trial-sign+trial-sign', '')).toBe(
      '#landscape=saddle&run=sgd+trial-sign+trial-sign&v=1',
    ))

  test('keeps only what says how the page is shown', () => {
    expect(presentationQuery('?landscape=saddle&embed=1&run=adam&utm_source=%ff&v=1&program.a=x')).toBe(
      '?embed=1&utm_source=%ff',
    )
    expect(presentationQuery('?landscape=saddle')).toBe('')
    expect(presentationQuery('')).toBe('')
  })
})
