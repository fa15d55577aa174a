import type { Lane } from '../lane.ts'
import type { FunctionBuilder, Value } from './function-builder.ts'
import { call } from './instructions.ts'
import type { Code } from './instructions.ts'
import type { LaneType } from './lane-type.ts'
import { roundingShift } from './lane-type.ts'

/** The lane that writes WebAssembly: values and conditions are results of instructions in the function being built. */
export class WasmLane implements Lane<Value, Value> {
  readonly type: LaneType
  private readonly target: FunctionBuilder

  constructor(type: LaneType, target: FunctionBuilder) {
    this.type = type
    this.target = target
  }

  constant(value: number): Value {
    return this.target.value(this.type.value, this.type.constant(value), [], true)
  }

  add(a: Value, b: Value): Value {
    return this.number(this.type.add, a, b)
  }

  sub(a: Value, b: Value): Value {
    return this.number(this.type.sub, a, b)
  }

  mul(a: Value, b: Value): Value {
    return this.number(this.type.mul, a, b)
  }

  div(a: Value, b: Value): Value {
    return this.number(this.type.div, a, b)
  }

  neg(a: Value): Value {
    return this.number(this.type.neg, a)
  }

  abs(a: Value): Value {
    return this.number(this.type.abs, a)
  }

  sqrt(a: Value): Value {
    return this.number(this.type.sqrt, a)
  }

  floor(a: Value): Value {
    return this.number(this.type.floor, a)
  }

  min(a: Value, b: Value): Value {
    return this.number(this.type.min, a, b)
  }

  max(a: Value, b: Value): Value {
    return this.number(this.type.max, a, b)
  }

  /** By adding and subtracting 1.5 · 2^52: `f64.nearest` would keep the sign of a zero result, this never does. */
  nearest(a: Value): Value {
    return this.sub(this.add(a, this.constant(roundingShift)), this.constant(roundingShift))
  }

  less(a: Value, b: Value): Value {
    return this.mask(this.type.less, a, b)
  }

  lessOrEqual(a: Value, b: Value): Value {
    return this.mask(this.type.lessOrEqual, a, b)
  }

  equal(a: Value, b: Value): Value {
    return this.mask(this.type.equal, a, b)
  }

  both(p: Value, q: Value): Value {
    return this.mask(this.type.both, p, q)
  }

  either(p: Value, q: Value): Value {
    return this.mask(this.type.either, p, q)
  }

  opposite(p: Value): Value {
    return this.mask(this.type.opposite, p)
  }

  select(p: Value, a: Value, b: Value): Value {
    return this.number(this.type.select, a, b, p)
  }

  powerOfTwo(n: Value): Value {
    return this.number(this.type.powerOfTwo, n)
  }

  exponent(a: Value): Value {
    return this.number(this.type.exponent, a)
  }

  mantissa(a: Value): Value {
    return this.number(this.type.mantissa, a)
  }

  /** Calls a function of the module that takes and gives lane values. */
  call(index: number, args: readonly Value[]): Value {
    return this.number(call(index), ...args)
  }

  /** Anything else that leaves a lane value, such as a load. */
  number(code: Code, ...operands: readonly Value[]): Value {
    return this.target.value(this.type.value, code, operands)
  }

  private mask(code: Code, ...operands: readonly Value[]): Value {
    return this.target.value(this.type.mask, code, operands)
  }
}
