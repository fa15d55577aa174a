import { expect, test } from 'vitest'
import { parseLink } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import released from './fixtures/released-links.json'
import { meaning } from './meaning.ts'
import { checks } from './shelves.ts'

/**
 * Every form of link ever released, with what it means, all defaults written out. Links stand on slides and in books: entries are
 * added to the fixture (`meaning` gives what to write) and never changed. A failure here wants a new `v` and a migration.
 */
for (const { link, canonical, means } of released)
  test(link, () => {
    const [query, fragment = ''] = link.startsWith('?') ? link.split(/(?=#)/) : ['', link]
    const { experiment, problems } = parseLink(fragment, query, checks)
    expect(problems).toEqual([])
    expect(JSON.parse(JSON.stringify(meaning(experiment!), finiteOrText))).toEqual(means)
    expect(printLink(experiment!)).toBe(canonical)
  })

function finiteOrText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}
