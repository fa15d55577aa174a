import * as wasm from './instructions.ts'
import type { Code, ValueType } from './instructions.ts'

/** How a lane's values look in WebAssembly: one number, or several starts side by side in a vector. */
export interface LaneType {
  /** How many starts one value holds. */
  width: number
  value: ValueType
  /** The type of a condition. */
  mask: ValueType
  constant(value: number): Code
  /** The values of `width` neighbouring starts at an address. */
  load(offset: number): Code
  store(offset: number): Code
  /** One number from memory for all starts. */
  loadForAll(offset: number): Code
  /** An i32 from the stack as a number for all starts. */
  fromInteger: Code
  add: Code
  sub: Code
  mul: Code
  div: Code
  neg: Code
  abs: Code
  sqrt: Code
  floor: Code
  min: Code
  max: Code
  less: Code
  lessOrEqual: Code
  equal: Code
  both: Code
  either: Code
  opposite: Code
  /** Takes a, b and the condition from the stack. */
  select: Code
  powerOfTwo: Code
  exponent: Code
  mantissa: Code
}

/** Adding it to |a| < 2^51 leaves the nearest integer (ties to even) in the low bits. */
export const roundingShift = 6755399441055744

/** 2^52, and its bits: with an integer below 2^52 in the low bits it reads as 2^52 plus that integer. */
const shift = 4503599627370496
const shiftBits = 0x4330000000000000n
const mantissaBits = 0x000fffffffffffffn
const oneBits = 0x3ff0000000000000n

/** One start at a time. */
export const f64Lane: LaneType = {
  width: 1,
  value: wasm.f64,
  mask: wasm.i32,
  constant: wasm.f64Const,
  load: wasm.f64Load,
  store: wasm.f64Store,
  loadForAll: wasm.f64Load,
  fromInteger: wasm.f64ConvertI32,
  add: wasm.f64Add,
  sub: wasm.f64Sub,
  mul: wasm.f64Mul,
  div: wasm.f64Div,
  neg: wasm.f64Neg,
  abs: wasm.f64Abs,
  sqrt: wasm.f64Sqrt,
  floor: wasm.f64Floor,
  min: wasm.f64Min,
  max: wasm.f64Max,
  less: wasm.f64Lt,
  lessOrEqual: wasm.f64Le,
  equal: wasm.f64Eq,
  both: wasm.i32And,
  either: wasm.i32Or,
  opposite: wasm.i32Eqz,
  select: wasm.select,
  // n + shift + bias holds n + bias in its low bits; moved up by 52 these are the exponent field, the rest falls off.
  powerOfTwo: [
    ...wasm.f64Const(roundingShift + 1023),
    ...wasm.f64Add,
    ...wasm.i64ReinterpretF64,
    ...wasm.i64Const(52n),
    ...wasm.i64Shl,
    ...wasm.f64ReinterpretI64,
  ],
  exponent: [
    ...wasm.i64ReinterpretF64,
    ...wasm.i64Const(52n),
    ...wasm.i64ShrUnsigned,
    ...wasm.i64Const(shiftBits),
    ...wasm.i64Or,
    ...wasm.f64ReinterpretI64,
    ...wasm.f64Const(shift + 1023),
    ...wasm.f64Sub,
  ],
  mantissa: [
    ...wasm.i64ReinterpretF64,
    ...wasm.i64Const(mantissaBits),
    ...wasm.i64And,
    ...wasm.i64Const(oneBits),
    ...wasm.i64Or,
    ...wasm.f64ReinterpretI64,
  ],
}
