/** Types of values, as the binary format writes them. Source: WebAssembly Core Specification, chapter 5 (Binary Format). */
export type ValueType = number
export const i32: ValueType = 0x7f
export const i64: ValueType = 0x7e
export const f64: ValueType = 0x7c

/** The bytes of one instruction or of a few in a row; what they take from the stack and leave there is the caller's matter. */
export type Code = readonly number[]

/** A block without parameters or results. */
const empty = 0x40

export const block: Code = [0x02, empty]
export const loop: Code = [0x03, empty]
/** Runs what follows, to its `end`, where the i32 on the stack is not 0. */
export const ifTrue: Code = [0x04, empty]
export const end: Code = [0x0b]
/** Branches `depth` blocks outward where the i32 on the stack is not 0. */
export const branchIf = (depth: number): Code => [0x0d, ...unsigned(depth)]
export const drop: Code = [0x1a]
export const call = (index: number): Code => [0x10, ...unsigned(index)]
export const select: Code = [0x1b]
export const localGet = (index: number): Code => [0x20, ...unsigned(index)]
export const localSet = (index: number): Code => [0x21, ...unsigned(index)]
export const localTee = (index: number): Code => [0x22, ...unsigned(index)]

export const i32Const = (value: number): Code => [0x41, ...signed(BigInt(value | 0))]
export const i64Const = (value: bigint): Code => [0x42, ...signed(BigInt.asIntN(64, value))]
export const f64Const = (value: number): Code => [0x44, ...new Uint8Array(Float64Array.of(value).buffer)]

export const i32Load: Code = [0x28, 2, 0]
export const f64Load = (offset: number): Code => [0x2b, 3, ...unsigned(offset)]
export const f64Store = (offset: number): Code => [0x39, 3, ...unsigned(offset)]

export const i32Eqz: Code = [0x45]
export const i32LtSigned: Code = [0x48]
export const i32GeSigned: Code = [0x4e]
export const i32LtUnsigned: Code = [0x49]
export const i32GeUnsigned: Code = [0x4f]
export const i32Add: Code = [0x6a]
export const i32Mul: Code = [0x6c]
export const i32And: Code = [0x71]
export const i32Or: Code = [0x72]
export const i32Shl: Code = [0x74]

export const i64And: Code = [0x83]
export const i64Or: Code = [0x84]
export const i64Shl: Code = [0x86]
export const i64ShrUnsigned: Code = [0x88]

export const f64Eq: Code = [0x61]
export const f64Lt: Code = [0x63]
export const f64Le: Code = [0x65]
export const f64Abs: Code = [0x99]
export const f64Neg: Code = [0x9a]
export const f64Floor: Code = [0x9c]
export const f64Sqrt: Code = [0x9f]
export const f64Add: Code = [0xa0]
export const f64Sub: Code = [0xa1]
export const f64Mul: Code = [0xa2]
export const f64Div: Code = [0xa3]
export const f64Min: Code = [0xa4]
export const f64Max: Code = [0xa5]
export const f64ConvertI32: Code = [0xb7]
export const i64ReinterpretF64: Code = [0xbd]
export const f64ReinterpretI64: Code = [0xbf]

/** LEB128 of an unsigned 32-bit integer. */
function unsigned(value: number): number[] {
  const bytes: number[] = []
  let rest = value
  for (; rest >= 128; rest >>>= 7) bytes.push((rest & 127) | 128)
  return [...bytes, rest]
}

/** LEB128 of a signed integer. */
function signed(value: bigint): number[] {
  const bytes: number[] = []
  for (let rest = value; ;) {
    const low = Number(rest & 127n)
    rest >>= 7n
    // Done when the sign of what is left is the sign of the byte just taken.
    if ((rest === 0n && low < 64) || (rest === -1n && low >= 64)) return [...bytes, low]
    bytes.push(low | 128)
  }
}
