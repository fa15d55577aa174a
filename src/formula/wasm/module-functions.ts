import type { LaneType } from './lane-type.ts'
import type { FunctionBody } from './encode.ts'
import { FunctionBuilder } from './function-builder.ts'
import type { Value } from './function-builder.ts'
import { WasmLane } from './wasm-lane.ts'

/** The meaning of a function over any lane, as in `operations.ts`, applied to emitted values. */
export type Text = (lane: WasmLane, args: readonly Value[]) => Value

/** Functions inside the module for what is too long to be written at every use; each is built at its first use. */
export class ModuleFunctions {
  readonly bodies: FunctionBody[] = []
  private readonly type: LaneType
  private readonly firstIndex: number
  private readonly inline: boolean
  private readonly indices = new Map<string, number>()

  /** `firstIndex` is the number that the module gives to the first of these functions; `inline`: write all at every use instead. */
  constructor(firstIndex: number, type: LaneType, inline = false) {
    this.type = type
    this.firstIndex = firstIndex
    this.inline = inline
  }

  /** Calls the function that computes `text` (or writes the text out); `key` names the text and the number of its parameters. */
  call(lane: WasmLane, key: string, args: readonly Value[], text: Text): Value {
    if (this.inline) return text(lane, args)
    return lane.call(this.index(key, args.length, text), args)
  }

  private index(key: string, parameters: number, text: Text): number {
    const known = this.indices.get(key)
    if (known !== undefined) return known
    const { value } = this.type
    const target = new FunctionBuilder({ parameters: new Array<number>(parameters).fill(value), results: [value] })
    const args = Array.from({ length: parameters }, (_, k) => target.parameter(k))
    target.push(target.expect(text(new WasmLane(this.type, target), args)))
    const index = this.firstIndex + this.bodies.push(target.body()) - 1
    this.indices.set(key, index)
    return index
  }
}
