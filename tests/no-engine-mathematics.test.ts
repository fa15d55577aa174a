import { describe, expect, test } from 'vitest'
import { nameOf, placeOf, sourceFile, sourceFiles, walk, type SourceFile } from './source-files.ts'

/**
 * ECMAScript leaves `Math.sin`, `**` and their like to the engine, so they differ between browsers in the last bits and a link
 * would not show the same trajectory. Only what the language defines to the bit may be used where numbers are made.
 */
const folders = ['formula', 'simulation', 'analysis']

const exact = new Set(
  `abs ceil clz32 floor fround imul max min round sign sqrt trunc E LN10 LN2 LOG10E LOG2E PI SQRT1_2 SQRT2`.split(' '),
)

function inexact(file: SourceFile): string[] {
  const said: string[] = []
  walk(file.tree, (node, parent) => {
    if (node.operator === '**' || node.operator === '**=') said.push(`${placeOf(file, node)}: **`)
    if (nameOf(node) !== 'Math') return
    // Anything but Math.name, such as const { sin } = Math, Math[name] or m = Math, hides what is called.
    if (parent?.type === 'Property' && parent.key === node && parent.shorthand === false && parent.computed === false)
      return
    const isProperty = parent?.type === 'MemberExpression' && parent.property === node && parent.computed === false
    if (isProperty && nameOf(parent.object) !== 'globalThis') return
    const member =
      parent?.type === 'MemberExpression' && parent.object === node && parent.computed === false ? parent : undefined
    const name = nameOf(member?.property)
    if (name === undefined || !exact.has(name)) said.push(`${placeOf(file, node)}: Math.${name ?? '?'}`)
  })
  return said
}

describe('formula, simulation and analysis', () => {
  const files = sourceFiles().filter((file) => folders.includes(file.path.split('/')[0]))

  test('are read', () => {
    for (const folder of folders) expect(files.filter((file) => file.path.startsWith(`${folder}/`))).not.toEqual([])
  })

  test('use no function whose last bits the engine chooses', () => expect(files.flatMap(inexact)).toEqual([]))
})

describe('the rule', () => {
  const of = (text: string) => inexact(sourceFile('formula/a.ts', text))

  test('names each place', () => {
    expect(of('const a = 1\nconst b = Math.sin(a)\nconst c = a ** 2')).toEqual([
      'formula/a.ts:2: Math.sin',
      'formula/a.ts:3: **',
    ])
  })

  const functions =
    'sin cos tan asin acos atan atan2 sinh cosh tanh asinh acosh atanh exp expm1 log log1p log2 log10 pow cbrt hypot random'
  for (const name of functions.split(' '))
    test(`refuses Math.${name}`, () =>
      expect(of(`export const a = [1].map(Math.${name})`)).toEqual([`formula/a.ts:1: Math.${name}`]))

  for (const text of [
    'let a = 2; a **= 3',
    'const { sin } = Math',
    'const m = Math; m.sin(1)',
    "Math['sin'](1)",
    'const f = (name: "sin") => Math[name](1)',
    'globalThis.Math.sin(1)',
    'const x = `${Math.exp(1)}`',
  ])
    test(`refuses ${text}`, () => expect(of(text)).toHaveLength(1))

  test('allows what is exact, and words in comments and texts', () => {
    expect(
      of(
        `// Math.sin(x) ** 2\nexport const a = Math.sqrt(Math.abs(Math.PI)) + ' Math.exp(1) ** 2 '.length\n/* x ** y */`,
      ),
    ).toEqual([])
    expect(of('export const a = { op: "pow", Math: 1 }.Math')).toEqual([])
  })
})
