import { ByteWriter } from './byte-writer.ts'
import type { FunctionBody, FunctionType } from './encode.ts'
import type { Code, ValueType } from './instructions.ts'
import { drop, localGet, localTee } from './instructions.ts'

/**
 * A result that has been described but not yet computed. Its instructions are written at its first use, on the stack where the use
 * wants it; if more uses follow, it is also kept in a local. So single-use operands cost no local, and what nobody uses costs nothing.
 */
export interface Value {
  readonly type: ValueType
  /** Written after the operands. */
  readonly code: Code
  readonly operands: readonly Value[]
  /** Uses still to come. All uses are counted before the first instruction is written. */
  uses: number
  /** The local that holds it, −1 before it is computed. */
  local: number
  /** Keeps its local for good: a parameter, a variable, or a value computed before a loop and read inside. */
  pinned: boolean
  /** So cheap that every use writes it anew. */
  readonly constant: boolean
}

/** Writes one function: instructions in order, locals as they are needed. */
export class FunctionBuilder {
  private readonly type: FunctionType
  private readonly locals: ValueType[] = []
  private readonly code = new ByteWriter()
  private readonly free = new Map<ValueType, number[]>()

  constructor(type: FunctionType) {
    this.type = type
  }

  parameter(index: number): Value {
    return held(this.type.parameters[index], index)
  }

  /** A new variable; it starts at zero and is set with `localSet(variable.local)`. */
  variable(type: ValueType): Value {
    return held(type, this.newLocal(type))
  }

  value(type: ValueType, code: Code, values: readonly Value[] = [], constant = false): Value {
    for (const value of values) value.uses++
    return { type, code, operands: values, uses: 0, local: -1, pinned: false, constant }
  }

  emit(...codes: readonly Code[]): this {
    for (const code of codes) this.code.all(code)
    return this
  }

  /** Leaves the value on the stack. The use must have been counted: by `value` for operands, by `expect` for all others. */
  push(root: Value): this {
    // An explicit stack, because expressions may be nested deeper than calls can be.
    const path: { value: Value; next: number }[] = [{ value: root, next: 0 }]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { value, next } = top
      if (next < value.operands.length && value.local < 0) {
        top.next++
        path.push({ value: value.operands[next], next: 0 })
        continue
      }
      path.pop()
      if (value.uses <= 0 && !value.pinned) throw new Error('A value is used more often than was announced.')
      if (value.local >= 0) this.code.all(localGet(value.local))
      else {
        this.code.all(value.code)
        if (value.uses > 1 && !value.constant) {
          value.local = this.free.get(value.type)?.pop() ?? this.newLocal(value.type)
          this.code.all(localTee(value.local))
        }
      }
      this.used(value)
    }
    return this
  }

  /** Announces a use by `push`. */
  expect(value: Value): Value {
    value.uses++
    return value
  }

  /** Computes the value now, if a use of it is still to come, and keeps it, because a loop that may read it follows. */
  keep(value: Value): void {
    if (value.constant || value.uses === 0) return
    if (value.local < 0) {
      value.uses += 2
      this.push(value).emit(drop)
      value.uses--
    }
    value.pinned = true
  }

  body(): FunctionBody {
    return { type: this.type, locals: this.locals, code: this.code.written() }
  }

  private used(value: Value): void {
    value.uses--
    if (value.uses > 0 || value.pinned || value.local < 0) return
    const list = this.free.get(value.type)
    if (list === undefined) this.free.set(value.type, [value.local])
    else list.push(value.local)
  }

  private newLocal(type: ValueType): number {
    return this.type.parameters.length + this.locals.push(type) - 1
  }
}

function held(type: ValueType, local: number): Value {
  return { type, code: [], operands: [], uses: 0, local, pinned: true, constant: false }
}
