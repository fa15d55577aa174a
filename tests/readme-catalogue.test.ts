import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { catalogueTable, withTable } from '../scripts/catalogue-markdown.ts'
import { catalogue } from '../src/catalogue/catalogue.ts'

const readme = readFileSync('README.md', 'utf8')

test('the README’s catalogue is what the shelves hold (npm run catalogue writes it)', async () => {
  expect(readme).toBe(await withTable(readme, catalogueTable()))
})

test('every entry of every shelf has its row', () => {
  for (const { id } of Object.values(catalogue).flat()) expect(readme).toMatch(new RegExp(`^\\| \`${id}\` +\\|`, 'm'))
})
