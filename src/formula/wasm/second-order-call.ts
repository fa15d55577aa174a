import { TooLargeError } from './too-large-error.ts'
import type { SecondOrderMethod } from '../graph.ts'
import { firstFree } from '../kernel.ts'
import type { SecondOrderGroup } from '../passes.ts'
import type { FunctionType } from './encode.ts'
import type { FunctionBuilder } from './function-builder.ts'
import * as wasm from './instructions.ts'
import { i32 } from './instructions.ts'
import type { LaneType } from './lane-type.ts'
import type { NodeValues } from './node-values.ts'

/** The imported function takes a method's place in this list, the size, and the addresses of input and output. */
export const secondOrderMethods: readonly SecondOrderMethod[] = ['newton', 'saddleFreeNewton', 'leastEigenvector']
export const secondOrderType: FunctionType = { parameters: [i32, i32, i32, i32], results: [] }
/** The import is the module's first function. */
export const secondOrderIndex = 0

/** The call's input lies at the beginning of the scratch, its output behind. */
const inputAddress = 0

/** Describes a second-order step and its results, and returns what writes it, to be called once all readers have been described. */
export function secondOrderCall(
  group: SecondOrderGroup,
  values: NodeValues,
  type: LaneType,
  target: FunctionBuilder,
): () => void {
  const outputAddress = inputAddress + 8 * group.args.length
  if (outputAddress + 8 * group.size > firstFree)
    throw new TooLargeError(`Second-order steps of ${group.size} parameters are too large for the kernel.`)
  if (type.width !== 1) throw new Error('Second-order steps run one start at a time.')
  const args = group.args.map((id) => target.expect(values.value(id)))
  const results = group.components.map(({ id, component }) => {
    const variable = target.variable(type.value)
    values.define(id, variable)
    return { variable, component }
  })

  return () => {
    args.forEach((arg, k) =>
      target
        .emit(wasm.i32Const(inputAddress))
        .push(arg)
        .emit(type.store(8 * k)),
    )
    target
      .emit(wasm.i32Const(secondOrderMethods.indexOf(group.method)), wasm.i32Const(group.size))
      .emit(wasm.i32Const(inputAddress), wasm.i32Const(outputAddress), wasm.call(secondOrderIndex))
    for (const { variable, component } of results)
      target.emit(wasm.i32Const(outputAddress), type.load(8 * component), wasm.localSet(variable.local))
  }
}
