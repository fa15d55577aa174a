import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nameOf, placeOf, sourceFile, sourceFiles, walk, type Import, type SourceFile } from './source-files.ts'

const shelves = ['landscapes', 'optimizers', 'schedules', 'modifiers']

/** Which folders a folder may import from, besides itself. `type x` is `import type` only: the shape of a thing, not what computes it. */
const mayImport: Record<string, string[]> = {
  formula: [],
  i18n: [],
  declare: ['formula', 'i18n'],
  ...Object.fromEntries(shelves.map((shelf) => [shelf, ['declare']])),
  simulation: ['formula', 'declare', 'i18n'],
  analysis: ['formula', 'declare', 'simulation', 'i18n'],
  catalogue: ['formula', 'declare', ...shelves, 'i18n'],
  link: ['formula', 'declare', 'catalogue', 'i18n', 'type simulation'],
  worker: ['formula', 'declare', 'catalogue', 'link', 'simulation', 'analysis', 'look', 'i18n'],
  state: ['formula', 'declare', 'catalogue', 'link', 'simulation', 'analysis', 'worker', 'look', 'lessons', 'i18n'],
  look: ['i18n', 'type declare', 'type simulation', 'type analysis'],
  lessons: ['formula', 'declare', 'catalogue', 'link', 'simulation', 'analysis', 'i18n'],
  cli: ['formula', 'declare', 'catalogue', 'link', 'simulation', 'analysis', 'lessons', 'i18n'],
}
// Views compute no mathematics: of simulation and analysis they see types.
const below = ['formula', 'declare', 'catalogue', 'link', 'worker', 'state', 'i18n', 'type simulation', 'type analysis']
for (const view of ['surface', 'map', 'charts']) mayImport[view] = [...below, 'look']
mayImport.panels = [...below, 'look', 'lessons']
mayImport.embed = [...below, 'lessons']
mayImport.main = [...below, 'look', 'lessons', 'surface', 'map', 'charts', 'panels', 'embed']

const views = ['surface', 'map', 'charts', 'panels', 'embed', 'main']

/** Which folders may import a package. A package that is not here may not be imported at all. */
const packages: Record<string, string[]> = {
  react: views,
  'react-dom': views,
  three: ['surface'],
  '@react-three/fiber': ['surface'],
  'd3-scale': ['charts', 'map'],
  'd3-contour': ['worker'],
  zustand: ['state'],
  fflate: ['link'],
}

const folderOf = (path: string) => (path.includes('/') ? path.split('/')[0] : 'main')

function importViolations(file: SourceFile): string[] {
  const said: string[] = []
  const folder = folderOf(file.path)
  const allowed = mayImport[folder]
  if (allowed === undefined) return [`${file.path}: the folder ${folder} is not in DESIGN’s list`]
  for (const item of file.imports) {
    const wrong = item.from.startsWith('.')
      ? relativeViolation(file.path, folder, allowed, item)
      : packageViolation(folder, item.from)
    if (wrong !== undefined) said.push(`${file.path}: ${wrong}`)
  }
  return said
}

function relativeViolation(path: string, folder: string, allowed: string[], item: Import): string | undefined {
  const from = item.from.replace(/\?.*$/, '')
  const target = posix.join(posix.dirname(path), from)
  if (!/\.(ts|tsx|css|json)$/.test(from)) return `${item.from} has no extension`
  if (target.startsWith('..')) return `${item.from} is outside src`
  const there = folderOf(target)
  if (there === folder) {
    const ofIndex = posix.basename(path) === 'index.ts'
    return shelves.includes(folder) && !ofIndex
      ? `an entry of a shelf imports ${item.from}, of its own shelf`
      : undefined
  }
  if (allowed.includes(there) || (item.typeOnly && allowed.includes(`type ${there}`))) return undefined
  return allowed.includes(`type ${there}`)
    ? `${folder} may import only types from ${there}`
    : `${folder} imports ${there}`
}

function packageViolation(folder: string, from: string): string | undefined {
  if (from.startsWith('node:')) return folder === 'cli' ? undefined : `${folder} imports ${from}`
  const name = from.split('/', from.startsWith('@') ? 2 : 1).join('/')
  return packages[name]?.includes(folder) ? undefined : `${folder} imports ${from}`
}

function nameViolations({ path, values, types }: SourceFile): string[] {
  const said: string[] = []
  const base = posix.basename(path)
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.(ts|tsx|css|json)$/.test(base)) said.push(`${path}: not in kebab-case`)
  if (/(^|[-/.])(utils?|helpers?|common|misc)(?=[-/.])/.test(path)) said.push(`${path}: a name that says nothing`)
  if (!/\.tsx?$/.test(base) || /^index\.|^main\.|\.d\.ts$/.test(base)) return said

  const stem = base.replace(/\.tsx?$/, '')
  const camelCase = stem.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
  if (shelves.includes(folderOf(path))) {
    if (!values.includes(camelCase)) said.push(`${path}: does not export ${camelCase}`)
    return said
  }
  // An entry point exports nothing; a file of types, or of several functions, is named for its subject. One thing alone names its file.
  if (values.length !== 1) return said
  const same = (name: string) =>
    name.toLowerCase().replace(/s$/, '').includes(camelCase.toLowerCase().replace(/s$/, ''))
  if (![...values, ...types].some(same)) said.push(`${path}: exports nothing named ${camelCase}`)
  return said
}

function lengthViolations({ path, text }: SourceFile): string[] {
  const lines = text.trimEnd().split('\n')
  const excused = lines.slice(0, 10).some((line) => /^\s*(\/\*|\/\/|\*).*\blines:/.test(line))
  return lines.length > 300 && !excused
    ? [`${path}: ${lines.length} lines, and no comment “lines: why” at the top`]
    : []
}

function forbiddenCode(file: SourceFile): string[] {
  const said: string[] = []
  if (file.hasDefaultExport) said.push(`${file.path}: a default export`)
  walk(file.tree, (node) => {
    const callee = nameOf(node.callee)
    if (node.type === 'CallExpression' && callee === 'eval') said.push(`${placeOf(file, node)}: eval`)
    if ((node.type === 'CallExpression' || node.type === 'NewExpression') && callee === 'Function')
      said.push(`${placeOf(file, node)}: new Function`)
    if (node.type === 'MemberExpression' && nameOf(node.object) === 'Math' && nameOf(node.property) === 'random')
      said.push(`${placeOf(file, node)}: Math.random`)
  })
  return said
}

const rules = { importViolations, nameViolations, lengthViolations, forbiddenCode }
type Rule = keyof typeof rules

describe('every file in src', () => {
  const files = sourceFiles()

  test('is read', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(files.flatMap((file) => file.imports).length).toBeGreaterThan(20)
  })

  const titles: Record<Rule, string> = {
    importViolations: 'imports only what its folder may',
    nameViolations: 'is named for what it exports',
    lengthViolations: 'has at most 300 lines or says why not',
    forbiddenCode: 'has no default export, no eval, no unseeded chance',
  }
  for (const [rule, title] of Object.entries(titles) as [Rule, string][])
    test(title, () => expect(files.flatMap(rules[rule])).toEqual([]))
})

/** The rules themselves: each line is a file that must be refused, or must not be. */
describe('the rules', () => {
  const refused: [Rule, string, string, string][] = [
    ['importViolations', 'formula/a.ts', "import { a } from '../declare/a.ts'", 'formula imports declare'],
    ['importViolations', 'formula/a.ts', "import type { A } from '../i18n/a.ts'", 'formula imports i18n'],
    ['importViolations', 'formula/a.ts', "export * from '../simulation/a.ts'", 'formula imports simulation'],
    ['importViolations', 'formula/deep/a.ts', "import '../../declare/a.ts'", 'formula imports declare'],
    ['importViolations', 'formula/a.ts', "let a: import('../worker/a.ts').A", 'formula imports worker'],
    ['importViolations', 'state/a.ts', "const a = () => import('../panels/a.tsx')", 'state imports panels'],
    ['importViolations', 'state/a.ts', 'const a = (x: string) => import(x)', 'state imports (computed)'],
    ['importViolations', 'link/a.ts', "new URL('../state/a.ts', import.meta.url)", 'link imports state'],
    ['importViolations', 'link/a.ts', "import { a } from '../simulation/a.ts'", 'only types from simulation'],
    ['importViolations', 'charts/a.ts', "import { type A, b } from '../analysis/a.ts'", 'only types from analysis'],
    ['importViolations', 'landscapes/a.ts', "import { b } from './b.ts'", 'of its own shelf'],
    ['importViolations', 'landscapes/a.ts', "import { b } from '../formula/b.ts'", 'landscapes imports formula'],
    [
      'importViolations',
      'optimizers/index.ts',
      "import { a } from '../schedules/a.ts'",
      'optimizers imports schedules',
    ],
    ['importViolations', 'worker/a.ts', "import { adam } from '../optimizers/adam.ts'", 'worker imports optimizers'],
    ['importViolations', 'map/a.ts', "import { a } from '../charts/a.ts'", 'map imports charts'],
    ['importViolations', 'embed/a.ts', "import { a } from '../look/a.ts'", 'embed imports look'],
    ['importViolations', 'look/a.ts', "import { a } from '../declare/a.ts'", 'only types from declare'],
    ['importViolations', 'panels/a.tsx', "import { Vector3 } from 'three'", 'panels imports three'],
    [
      'importViolations',
      'panels/a.tsx',
      "import { Line2 } from 'three/addons/lines/Line2.js'",
      'panels imports three/addons',
    ],
    ['importViolations', 'main.tsx', "import { extend } from '@react-three/fiber'", 'main imports @react-three/fiber'],
    ['importViolations', 'panels/a.ts', "import { scaleLog } from 'd3-scale'", 'panels imports d3-scale'],
    ['importViolations', 'map/a.ts', "import { contours } from 'd3-contour'", 'map imports d3-contour'],
    ['importViolations', 'panels/a.ts', "import { create } from 'zustand'", 'panels imports zustand'],
    ['importViolations', 'worker/a.ts', "import { zlibSync } from 'fflate'", 'worker imports fflate'],
    ['importViolations', 'state/a.ts', "import { useRef } from 'react'", 'state imports react'],
    ['importViolations', 'state/a.ts', "import type { Ref } from 'react'", 'state imports react'],
    ['importViolations', 'simulation/a.ts', "import { readFileSync } from 'node:fs'", 'simulation imports node:fs'],
    ['importViolations', 'main.tsx', "import { a } from 'left-pad'", 'main imports left-pad'],
    ['importViolations', 'main.tsx', "import { a } from '../vite.config.ts'", 'outside src'],
    ['importViolations', 'link/a.ts', "import { a } from './b'", 'no extension'],
    ['importViolations', 'shared/a.ts', '', 'not in DESIGN’s list'],
    ['nameViolations', 'formula/formulaError.ts', 'export class FormulaError {}', 'kebab-case'],
    ['nameViolations', 'formula/utils.ts', 'export const utils = 1', 'says nothing'],
    ['nameViolations', 'formula/helpers/a.ts', 'export const a = 1', 'says nothing'],
    ['nameViolations', 'link/url-utils.ts', 'export const urlUtils = 1', 'says nothing'],
    ['nameViolations', 'link/encode.ts', 'export const decode = 1', 'exports nothing named encode'],
    [
      'nameViolations',
      'link/encode.ts',
      'export const decode = 1\nexport type Decoded = 1',
      'exports nothing named encode',
    ],
    ['nameViolations', 'optimizers/adam.ts', 'export const Adam = 1', 'does not export adam'],
    ['lengthViolations', 'link/a.ts', '1\n'.repeat(301), '301 lines'],
    ['lengthViolations', 'link/a.ts', `const lines = 'lines:'\n${'1\n'.repeat(301)}`, '302 lines'],
    ['forbiddenCode', 'link/a.ts', 'export default 1', 'a default export'],
    ['forbiddenCode', 'link/a.ts', 'const a = 1\nexport { a as default }', 'a default export'],
    ['forbiddenCode', 'link/a.ts', '\nconst a = 1 + Math.random()', 'a.ts:2: Math.random'],
    ['forbiddenCode', 'link/a.ts', 'eval("1")', 'eval'],
    ['forbiddenCode', 'link/a.ts', 'new Function("1")', 'new Function'],
  ]
  for (const [rule, path, text, message] of refused)
    test(`refuse ${path}: ${text.slice(0, 70).replaceAll('\n', ' ')}`, () => {
      const said = rules[rule](sourceFile(path, text))
      expect(said).toHaveLength(1)
      expect(said[0]).toContain(message)
    })

  const allowed: [string, string][] = [
    ['formula/a-parser.ts', "import { b } from './wasm/b.ts'\nexport class AParser {}"],
    ['declare/a.ts', "import type { B } from '../i18n/b.ts'\nexport const a = 1"],
    [
      'optimizers/index.ts',
      "import { adam } from './adam.ts'\nimport type { O } from '../declare/o.ts'\nexport const optimizers = [adam]",
    ],
    ['optimizers/rms-prop.ts', "import { o } from '../declare/o.ts'\nexport const rmsProp = o"],
    [
      'charts/loss-chart.tsx',
      "import type { T } from '../simulation/t.ts'\nimport { s } from 'd3-scale'\nimport './loss-chart.css'\nexport function LossChart() {}",
    ],
    [
      'state/pool.ts',
      "import W from '../worker/w.ts?worker&inline'\nnew Worker(new URL('../worker/w.ts', import.meta.url))\nexport const pool = W",
    ],
    ['worker/answer.ts', 'self.onmessage = () => {}'],
    ['formula/trigonometry.ts', 'export const sin = 1\nexport const cos = 1'],
    ['formula/syntax.ts', 'export interface Expression {}'],
    ['surface/a.ts', "import { Line2 } from 'three/addons/lines/Line2.js'\nexport type A = Line2"],
    ['cli/simulate.ts', "import { readFileSync } from 'node:fs'\nexport const simulate = readFileSync"],
    ['main.tsx', "import { createRoot } from 'react-dom/client'\nimport { Panel } from './panels/panel.tsx'"],
    [
      'link/link.ts',
      `// lines: a table of every link form\n${'1\n'.repeat(400)}export const link = 'eval( import x from "three" Math.random()'`,
    ],
    ['look/height.ts', "// import { a } from '../surface/a.ts'\nexport const heightOf = 1 // Math.random()"],
  ]
  for (const [path, text] of allowed)
    test(`allow ${path}: ${text.slice(0, 70).replaceAll('\n', ' ')}`, () => {
      expect(Object.values(rules).flatMap((rule) => rule(sourceFile(path, text)))).toEqual([])
    })
})
