import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lane } from '../../src/formula/lane.ts'
import { numberLane } from '../../src/formula/number-lane.ts'
import { encodeModule } from '../../src/formula/wasm/encode.ts'
import { FunctionBuilder } from '../../src/formula/wasm/function-builder.ts'
import { f64 } from '../../src/formula/wasm/instructions.ts'
import { f64Lane } from '../../src/formula/wasm/lane-type.ts'
import { WasmLane } from '../../src/formula/wasm/wasm-lane.ts'
import { anyNumber } from './arbitrary-graph.ts'

/** A function of three numbers written over any lane. */
type Formula = <V, M>(lane: Lane<V, M>, a: V, b: V, c: V) => V

function compile(formula: Formula): (a: number, b: number, c: number) => number {
  const target = new FunctionBuilder({ parameters: [f64, f64, f64], results: [f64] })
  const [a, b, c] = [0, 1, 2].map((k) => target.parameter(k))
  target.push(target.expect(formula(new WasmLane(f64Lane, target), a, b, c)))
  const functions = [target.body()]
  const bytes = encodeModule({ imports: [], functions, exports: [{ name: 'formula', index: 0 }], pages: 0 })
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes))
  return exports.formula as (a: number, b: number, c: number) => number
}

function expectSame(formula: Formula, number: fc.Arbitrary<number>): void {
  const compiled = compile(formula)
  fc.assert(
    fc.property(number, number, number, (a, b, c) => {
      expect(compiled(a, b, c)).toBe(formula(numberLane, a, b, c))
    }),
    { numRuns: 300 },
  )
}

const onAnyNumbers: Record<string, Formula> = {
  constant: (lane) => lane.constant(-0),
  add: (lane, a, b) => lane.add(a, b),
  sub: (lane, a, b) => lane.sub(a, b),
  mul: (lane, a, b) => lane.mul(a, b),
  div: (lane, a, b) => lane.div(a, b),
  neg: (lane, a) => lane.neg(a),
  abs: (lane, a) => lane.abs(a),
  sqrt: (lane, a) => lane.sqrt(a),
  floor: (lane, a) => lane.floor(a),
  min: (lane, a, b) => lane.min(a, b),
  max: (lane, a, b) => lane.max(a, b),
  less: (lane, a, b, c) => lane.select(lane.less(a, b), b, c),
  lessOrEqual: (lane, a, b, c) => lane.select(lane.lessOrEqual(a, b), b, c),
  equal: (lane, a, b, c) => lane.select(lane.equal(lane.abs(a), lane.abs(b)), b, c),
  both: (lane, a, b, c) => lane.select(lane.both(lane.less(a, b), lane.less(b, c)), b, c),
  either: (lane, a, b, c) => lane.select(lane.either(lane.less(a, b), lane.less(b, c)), b, c),
  opposite: (lane, a, b, c) => lane.select(lane.opposite(lane.less(a, b)), b, c),
  // Values used several times, in an order that is not the order in which they are made.
  sharing: (lane, a, b, c) => {
    const sum = lane.add(a, b)
    const product = lane.mul(sum, c)
    const quotient = lane.div(product, sum)
    return lane.sub(lane.mul(quotient, product), lane.add(sum, lane.mul(product, quotient)))
  },
}

test.each(Object.entries(onAnyNumbers))('%s gives the bits that JavaScript gives', (_, formula) => {
  expectSame(formula, anyNumber)
})

test('the nearest integer has the same sign of zero', () => {
  const nearest: Formula = (lane, a) => lane.nearest(a)
  expectSame(nearest, fc.double({ min: -(2 ** 51), max: 2 ** 51, noNaN: true }))
  const compiled = compile(nearest)
  expect([-0.3, -0, 0.5, 1.5, 2.5, -0.5, -1.5].map((a) => compiled(a, 0, 0))).toEqual([0, 0, 0, 2, 2, 0, -2])
})

test('powers of two are exact from the least normal number to the greatest', () => {
  const power = compile((lane, n) => lane.powerOfTwo(n))
  for (let n = -1022; n <= 1023; n++) expect(power(n, 0, 0)).toBe(2 ** n)
})

test('a positive normal number is its mantissa times two to its exponent', () => {
  const exponent = compile((lane, a) => lane.exponent(a))
  const mantissa = compile((lane, a) => lane.mantissa(a))
  fc.assert(
    fc.property(fc.double({ min: 2 ** -1022, noNaN: true, noDefaultInfinity: true }), (a) => {
      expect(mantissa(a, 0, 0)).toBeGreaterThanOrEqual(1)
      expect(mantissa(a, 0, 0)).toBeLessThan(2)
      expect(mantissa(a, 0, 0) * 2 ** exponent(a, 0, 0)).toBe(a)
    }),
  )
})
