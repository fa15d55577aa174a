import { format, resolveConfig } from 'prettier'
import { catalogue } from '../src/catalogue/catalogue.ts'
import type { Entry } from '../src/declare/entry.ts'

const begin = '<!-- catalogue: made by `npm run catalogue` -->'
const end = '<!-- end of the catalogue -->'

/** The README's tables of everything on the shelves, in teaching order. */
export function catalogueTable(): string {
  return [
    section('Landscapes', catalogue.landscapes),
    section('Optimizers', catalogue.optimizers),
    section('Schedules', catalogue.schedules),
    section('Modifiers', catalogue.modifiers),
  ].join('\n\n')
}

/** The README with what stands between the marks replaced, laid out by prettier. Throws an Error where a mark is missing. */
export async function withTable(readme: string, table: string): Promise<string> {
  const [from, to] = [readme.indexOf(begin), readme.indexOf(end)]
  if (from < 0 || to < from) throw new Error('README.md lacks the marks between which the catalogue stands.')
  const text = `${readme.slice(0, from + begin.length)}\n\n${table}\n\n${readme.slice(to)}`
  return format(text, { ...(await resolveConfig('README.md')), parser: 'markdown' })
}

function section(title: string, shelf: readonly Entry[]): string {
  const rows = shelf.map(({ id, summary, hyperparameters, references }) => {
    const names = Object.entries(hyperparameters).map(
      ([name, { default: byDefault }]) => `\`${name}\` ${String(byDefault)}`,
    )
    const sources = references.map(({ title: work, year, url }) => `[${work.replaceAll('|', '\\|')}](${url}) (${year})`)
    return `| \`${id}\` | ${summary.en.replaceAll('|', '\\|')} | ${names.join(', ') || '–'} | ${sources.join('; ') || '–'} |`
  })
  return [
    `### ${title}`,
    '',
    '| id | what it is | values and defaults | sources |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}
