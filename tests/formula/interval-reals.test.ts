import fc from 'fast-check'
import { test } from 'vitest'
import { exactly, exponentOf, minus, negated, over, plus, times, type BigFloat } from './big-float.ts'
import { intervalReader } from './interval-of.ts'
import * as oracle from './oracle.ts'

/** A formula as text, and its true value by integer arithmetic in 200 bits. */
interface Formula {
  text: string
  at: (x: BigFloat, y: BigFloat) => BigFloat
}

const one = exactly(1)

/** Arguments outside of this make numbers too large or too small to say anything about. */
function moderate(a: BigFloat): BigFloat {
  fc.pre(a.mantissa === 0n || (exponentOf(a) < 5 && exponentOf(a) > -300))
  return a
}

const unary: Record<string, (a: BigFloat) => BigFloat> = {
  exp: (a) => oracle.expOf(a),
  expm1: (a) => oracle.expm1Of(a),
  sin: (a) => oracle.sineAndCosine(a).sine,
  cos: (a) => oracle.sineAndCosine(a).cosine,
  tanh: (a) => oracle.tanhOf(a),
  sigmoid: (a) => oracle.sigmoidOf(a),
  softplus: (a) => oracle.softplusOf(a),
}

const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => {
  const pair = fc.tuple(tie('formula'), tie('formula'))
  const written = (symbol: string, operation: (a: BigFloat, b: BigFloat) => BigFloat) =>
    pair.map(([a, b]): Formula => ({
      text: `(${a.text} ${symbol} ${b.text})`,
      at: (x, y) => operation(a.at(x, y), b.at(x, y)),
    }))
  const square = (a: BigFloat) => times(a, a)
  return {
    formula: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constant<Formula>({ text: 'x', at: (x) => x }),
      fc.constant<Formula>({ text: 'y', at: (_, y) => y }),
      // What depends on no variable is by intention the number that the interpreter computes, so this depends on one.
      fc.constantFrom(0.1, 3, 1.7).map((value): Formula => ({ text: `(${value} + 0*x)`, at: () => exactly(value) })),
      written('+', plus),
      written('-', minus),
      written('*', times),
      pair.map(([a, b]): Formula => ({
        text: `(${a.text}/(1 + ${b.text}^2))`,
        at: (x, y) => over(a.at(x, y), plus(one, square(b.at(x, y)))),
      })),
      fc.constantFrom(...Object.keys(unary)).chain((name) =>
        tie('formula').map((a): Formula => ({
          text: `${name}(${a.text})`,
          at: (x, y) => unary[name](moderate(a.at(x, y))),
        })),
      ),
      tie('formula').map((a): Formula => ({
        text: `log(2 + cos(${a.text}))`,
        at: (x, y) => oracle.logOf(plus(exactly(2), unary.cos(moderate(a.at(x, y))))),
      })),
      pair.map(([a, b]): Formula => ({
        text: `share(${a.text}, ${b.text}, 0.1 + 0*x)`,
        at: (x, y) => oracle.shareOf([moderate(a.at(x, y)), moderate(b.at(x, y)), exactly(0.1)]),
      })),
      fc.tuple(tie('formula'), fc.constantFrom(2, 3, 4, 7)).map(([a, n]): Formula => ({
        text: `((${a.text})^${n})`,
        at: (x, y) => Array.from({ length: n }, () => a.at(x, y)).reduce(times),
      })),
    ),
  }
}).formula

const side = fc.record({
  low: fc.double({ min: -3, max: 3, noNaN: true }).map((x) => (Math.abs(x) < 1e-60 ? 0 : x)),
  width: fc.constantFrom(0, 0, 1e-9, 0.1, 1),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
})

const point = ({ low, width, share }: { low: number; width: number; share: number }) =>
  Math.min(low + width, low + share * width)
const isNegative = (a: BigFloat) => a.mantissa < 0n

test('the true value at every point of a box lies in the interval', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(formula, side, side, ({ text, at }, sideX, sideY) => {
      const truth = at(exactly(point(sideX)), exactly(point(sideY)))
      const { low, high } = intervalReader(text)(
        [sideX.low, sideX.low + sideX.width],
        [sideY.low, sideY.low + sideY.width],
      )
      const below = Number.isFinite(low) && isNegative(minus(truth, exactly(low)))
      const above = Number.isFinite(high) && isNegative(negated(minus(truth, exactly(high))))
      if (below || above) throw new Error(`${text}: the truth is ${below ? 'below' : 'above'} [${low}, ${high}]`)
    }),
    { numRuns: 1500 },
  )
})
