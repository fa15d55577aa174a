import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** One import, export-from, `import(…)`, `import type`, or `new URL('./…', import.meta.url)`. */
export interface Import {
  from: string
  /** Nothing of it remains in the running program. */
  typeOnly: boolean
}

export interface SourceFile {
  /** Relative to src/, with slashes: `formula/graph.ts`. */
  path: string
  text: string
  imports: Import[]
  /** Named exports that are values, and those that are types. */
  values: string[]
  types: string[]
  hasDefaultExport: boolean
  /** The syntax tree (ESTree with TypeScript's nodes), for `walk`. */
  tree: unknown
}

const src = fileURLToPath(new URL('../src', import.meta.url))

/** Every file in src/, parsed where it is TypeScript. */
export function sourceFiles(): SourceFile[] {
  return readdirSync(src, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => sourceFile(file.slice(src.length + 1).replaceAll('\\', '/'), readFileSync(file, 'utf8')))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** A file as the tests see it; throws when it does not parse. */
export function sourceFile(path: string, text: string): SourceFile {
  const file: SourceFile = { path, text, imports: [], values: [], types: [], hasDefaultExport: false, tree: undefined }
  if (!/\.tsx?$/.test(path)) return file
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path} does not parse: ${errors[0].message}`)
  file.tree = program
  for (const { moduleRequest, entries } of module.staticImports)
    file.imports.push({
      from: moduleRequest.value,
      typeOnly: entries.length > 0 && entries.every((entry) => entry.isType),
    })
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, exportName, isType } of entries) {
      if (moduleRequest !== null) file.imports.push({ from: moduleRequest.value, typeOnly: isType })
      if (exportName.kind === 'Default') file.hasDefaultExport = true
      if (exportName.kind === 'Name' && exportName.name === 'default') file.hasDefaultExport = true
      if (exportName.kind === 'Name' && exportName.name !== null)
        (isType ? file.types : file.values).push(exportName.name)
    }
  walk(program, (node) => {
    if (node.type === 'ImportExpression') file.imports.push({ from: textOf(node.source), typeOnly: false })
    if (node.type === 'TSImportType') file.imports.push({ from: textOf(node.source ?? node.argument), typeOnly: true })
    if (node.type === 'NewExpression' && nameOf(node.callee) === 'URL') {
      const [address] = node.arguments as unknown[]
      if (/^\.{0,2}\//.test(textOf(address))) file.imports.push({ from: textOf(address), typeOnly: false })
    }
  })
  return file
}

/** A node of the syntax tree, of whatever type. */
export type SyntaxNode = { type: string; start: number } & Record<string, unknown>

/** Calls `visit` with every node under `tree`, parents first. */
export function walk(
  tree: unknown,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined) => void,
  parent?: SyntaxNode,
): void {
  if (Array.isArray(tree)) for (const part of tree) walk(part, visit, parent)
  else if (typeof tree === 'object' && tree !== null) {
    const isNode = 'type' in tree && typeof tree.type === 'string'
    if (isNode) visit(tree as SyntaxNode, parent)
    for (const part of Object.values(tree)) walk(part, visit, isNode ? (tree as SyntaxNode) : parent)
  }
}

/** The name of an identifier node, else undefined. */
export function nameOf(node: unknown): string | undefined {
  const { type, name } = (node ?? {}) as Partial<SyntaxNode>
  return type === 'Identifier' && typeof name === 'string' ? name : undefined
}

/** `file:line` of a node, for messages. */
export function placeOf(file: SourceFile, node: SyntaxNode): string {
  return `${file.path}:${file.text.slice(0, node.start).split('\n').length}`
}

/** The text of a string literal; anything computed is `(computed)`, which no rule allows. */
function textOf(node: unknown): string {
  const { type, value, literal, quasis } = (node ?? {}) as Partial<SyntaxNode>
  if (type === 'Literal' && typeof value === 'string') return value
  if (type === 'TSLiteralType') return textOf(literal)
  if (type === 'TemplateLiteral' && Array.isArray(quasis) && quasis.length === 1)
    return (quasis[0] as { value: { cooked: string } }).value.cooked
  return '(computed)'
}
