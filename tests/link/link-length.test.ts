import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { encodeLink } from '../../src/link/link-entries.ts'
import { parseLink } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import { checks } from './shelves.ts'

const readme = readFileSync('README.md', 'utf8')
const links = [...readme.matchAll(/#(?:landscape|loss)=[^\s`"<]+&v=1/g)].map(([link]) => link)

test('the README shows links', () => expect(links.length).toBeGreaterThanOrEqual(5))

for (const link of new Set(links))
  // 100 characters fit into a QR code that a hall can read from a slide; a typed program makes a link longer.
  test(`${link} is canonical, means something and is short`, () => {
    const { experiment, problems } = parseLink(link, '', checks)
    expect(problems).toEqual([])
    expect(printLink(experiment!)).toBe(link)
    expect(link.length).toBeLessThan(link.includes('&program.') ? 200 : 100)
  })

test('every name on a shelf can stand in a link as it is', () => {
  const names = Object.values(catalogue)
    .flat()
    .flatMap(({ id, hyperparameters }) => [
      id,
      ...Object.keys(hyperparameters),
      ...Object.values(hyperparameters).flatMap((h) => (h.kind === 'choice' ? h.choices.map((entry) => entry.id) : [])),
    ])
  expect(names.filter((name) => !/^[A-Za-z0-9-]+$/.test(name))).toEqual([])
})

test('what a link cannot carry is percent-encoded', () => {
  expect(encodeLink('a<b & "c" = ? # % \' ! é 😀 \ud800')).toBe(
    'a%3Cb%20%26%20%22c%22%20=%20%3F%20%23%20%25%20%27%20%21%20%C3%A9%20%F0%9F%98%80%20%EF%BF%BD',
  )
  expect(encodeLink('AZaz09-._~,:;/=()@+*^')).toBe('AZaz09-._~,:;/=()@+*^')
})
