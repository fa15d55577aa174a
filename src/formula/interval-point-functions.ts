import { numberLane } from './number-lane.ts'
import { binaryOperations, unaryOperations } from './operations.ts'
import { encodeModule } from './wasm/encode.ts'
import { FunctionBuilder } from './wasm/function-builder.ts'
import { f64Lane } from './wasm/lane-type.ts'
import { WasmLane } from './wasm/wasm-lane.ts'

type Unary = 'exp' | 'log' | 'expm1' | 'log1p' | 'sin' | 'cos' | 'tan' | 'tanh' | 'sigmoid' | 'softplus'

export type PointFunction = (x: number) => number
export type PointFunction2 = (x: number, y: number) => number

const known = new Map<string, PointFunction & PointFunction2>()

/**
 * An elementary function of single numbers, fast: a small WebAssembly module where that may be compiled. The lane of JavaScript
 * numbers computes the same bits, but is an order of magnitude slower once another lane has been used in the same program.
 */
export function intervalPointFunction(name: Unary): PointFunction
export function intervalPointFunction(name: 'pow'): PointFunction2
export function intervalPointFunction(name: Unary | 'pow'): PointFunction | PointFunction2 {
  const made = known.get(name) ?? compiled(name) ?? interpreted(name)
  known.set(name, made)
  return made
}

function interpreted(name: Unary | 'pow'): PointFunction & PointFunction2 {
  if (name === 'pow')
    return ((x: number, y: number) => binaryOperations.pow(numberLane, x, y)) as PointFunction & PointFunction2
  return (x: number) => unaryOperations[name](numberLane, x)
}

function compiled(name: Unary | 'pow'): (PointFunction & PointFunction2) | undefined {
  if (typeof WebAssembly === 'undefined') return undefined
  const { value } = f64Lane
  const target = new FunctionBuilder({ parameters: name === 'pow' ? [value, value] : [value], results: [value] })
  const lane = new WasmLane(f64Lane, target)
  const x = target.parameter(0)
  const result = name === 'pow' ? binaryOperations.pow(lane, x, target.parameter(1)) : unaryOperations[name](lane, x)
  const functions = [target.push(target.expect(result)).body()]
  try {
    const module = new WebAssembly.Module(
      encodeModule({ imports: [], functions, exports: [{ name, index: 0 }], pages: 0 }),
    )
    return new WebAssembly.Instance(module).exports[name] as PointFunction & PointFunction2
  } catch (error) {
    if (error instanceof WebAssembly.CompileError) return undefined
    throw error
  }
}
