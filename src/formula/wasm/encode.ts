import { TooLargeError } from './too-large-error.ts'
import { ByteWriter } from './byte-writer.ts'
import type { ValueType } from './instructions.ts'

export interface FunctionType {
  parameters: readonly ValueType[]
  results: readonly ValueType[]
}

export interface FunctionBody {
  type: FunctionType
  /** Types of the locals after the parameters, in order. */
  locals: readonly ValueType[]
  /** The instructions, without the closing `end`. */
  code: Uint8Array
}

/** A module of functions over one memory of its own. Functions are numbered in order, the imported ones first. */
export interface ModuleParts {
  imports: readonly { module: string; name: string; type: FunctionType }[]
  functions: readonly FunctionBody[]
  /** Exported functions: name and number. */
  exports: readonly { name: string; index: number }[]
  /** The memory's first size in pages of 64 KiB; it is exported as `memory`. */
  pages: number
}

/** Engines refuse functions beyond these (V8: kV8MaxWasmFunctionLocals, kV8MaxWasmFunctionSize); a little is left to spare. */
export const mostLocals = 49_000
export const mostBytes = 7_000_000

const magicAndVersion = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const functionKind = 0
const memoryKind = 2

/**
 * The module's bytes. Source: WebAssembly Core Specification, chapter 5 (Binary Format).
 * Throws an Error where a function is larger than engines allow.
 */
export function encodeModule(parts: ModuleParts): Uint8Array<ArrayBuffer> {
  const types: FunctionType[] = []
  const typeIndex = (type: FunctionType): number => {
    const known = types.findIndex((other) => sameTypes(other, type))
    return known >= 0 ? known : types.push(type) - 1
  }
  const importTypes = parts.imports.map((entry) => typeIndex(entry.type))
  const functionTypes = parts.functions.map((body) => typeIndex(body.type))
  const out = new ByteWriter().all(magicAndVersion)

  const section = (id: number, count: number, write: (content: ByteWriter) => void): void => {
    const content = new ByteWriter().unsigned(count)
    write(content)
    out.byte(id).sized(content.written())
  }

  section(1, types.length, (content) => {
    for (const type of types) content.byte(0x60).sized(type.parameters).sized(type.results)
  })
  section(2, parts.imports.length, (content) => {
    parts.imports.forEach((entry, k) => {
      content.name(entry.module).name(entry.name).byte(functionKind).unsigned(importTypes[k])
    })
  })
  section(3, functionTypes.length, (content) => {
    for (const type of functionTypes) content.unsigned(type)
  })
  section(5, 1, (content) => content.byte(0).unsigned(parts.pages))
  section(7, parts.exports.length + 1, (content) => {
    content.name('memory').byte(memoryKind).unsigned(0)
    for (const entry of parts.exports) content.name(entry.name).byte(functionKind).unsigned(entry.index)
  })
  section(10, parts.functions.length, (content) => {
    for (const body of parts.functions) content.sized(encodeBody(body))
  })
  return out.written()
}

function encodeBody(body: FunctionBody): Uint8Array {
  const runs: { type: ValueType; count: number }[] = []
  for (const type of body.locals) {
    const last = runs.at(-1)
    if (last?.type === type) last.count++
    else runs.push({ type, count: 1 })
  }
  const out = new ByteWriter().unsigned(runs.length)
  for (const run of runs) out.unsigned(run.count).byte(run.type)
  out.all(body.code).byte(0x0b)
  if (body.locals.length > mostLocals)
    throw new TooLargeError(
      `This program is too large to compile: ${body.locals.length} intermediate values, ${mostLocals} allowed.`,
    )
  if (out.length > mostBytes)
    throw new TooLargeError(`This program is too large to compile: ${out.length} bytes of code, ${mostBytes} allowed.`)
  return out.written()
}

function sameTypes(a: FunctionType, b: FunctionType): boolean {
  return (
    a.parameters.join() === b.parameters.join() &&
    a.results.join() === b.results.join() &&
    a.parameters.length === b.parameters.length
  )
}
