import { expect, test } from 'vitest'
import { parseLink } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import released from './fixtures/released-links.json'
import { meaning } from './meaning.ts'
import { checkLoss } from './shelves.ts'

/**
 * Every form of link ever released, with what it means, all defaults written out. Links stand on slides and in books: lines are
 * added here and never changed. A test that fails here wants a new `v` and a migration.
 */
for (const { link, canonical, means } of released)
  test(link, () => {
    const [query, fragment = ''] = link.startsWith('?') ? link.split(/(?=#)/) : ['', link]
    const { experiment, problems } = parseLink(fragment, query, checkLoss)
    expect(problems).toEqual([])
    expect(JSON.parse(JSON.stringify(meaning(experiment!)))).toEqual(means)
    expect(printLink(experiment!)).toBe(canonical)
  })
