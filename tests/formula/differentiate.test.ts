import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LossEvaluator } from '../../src/analysis/loss-evaluator.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'

type Data = Record<string, readonly number[]>

const evaluator = (loss: string, data?: Data) =>
  new LossEvaluator({ thing: ownLandscape(['x', 'y'], loss, data), values: {} }, interpretKernel)

/** Loss, gradient and Hessian rows at a point. */
function at(loss: string, x: number, y: number, data?: Data): [number, number, number, number, number, number, number] {
  return [...evaluator(loss, data).all(Float64Array.of(x, y))] as ReturnType<typeof at>
}

/** f′ from central differences at three distances, extrapolated, with an estimate of its error. */
function numericDerivative(f: (h: number) => number): { value: number; error: number } {
  const steps = [2e-3, 1e-3, 5e-4]
  const [a, b, c] = steps.map((h) => (f(h) - f(-h)) / (2 * h))
  const [coarse, fine] = [(4 * b - a) / 3, (4 * c - b) / 3]
  const value = (16 * fine - coarse) / 15
  const rounding = (1e-15 * Math.max(Math.abs(f(0)), Math.abs(f(steps[0])), 1)) / steps[2]
  // On a kink the slopes on either side differ however near one looks; elsewhere their difference shrinks with the distance.
  const [wide, , narrow] = steps.map((h) => Math.abs(f(h) - 2 * f(0) + f(-h)) / h)
  if (narrow > 1e-6 && narrow > 0.6 * wide) return { value, error: Infinity }
  return { value, error: 10 * Math.abs(fine - coarse) + 100 * rounding }
}

/** Compares exact derivatives with differences; counts where the differences were good enough to tell. */
function compare(exact: number, numeric: { value: number; error: number }): boolean {
  if (!(numeric.error < 1e-4 * (1 + Math.abs(numeric.value)))) return false
  expect(Math.abs(exact - numeric.value)).toBeLessThanOrEqual(numeric.error + 1e-8 * (1 + Math.abs(exact)))
  return true
}

function compareWithDifferences(
  loss: string,
  x: number,
  y: number,
  data?: Data,
): { compared: number; possible: number } {
  const made = evaluator(loss, data)
  const [, gx, gy, hxx, hxy, hyx, hyy] = made.all(Float64Array.of(x, y))
  // Symmetric to the bit.
  expect(Object.is(hxy, hyx)).toBe(true)
  const lossAt = (dx: number, dy: number) => made.loss(Float64Array.of(x + dx, y + dy))[0]
  const gradientAt = (i: number) => (dx: number, dy: number) => made.gradient(Float64Array.of(x + dx, y + dy))[i]
  const alongX = (f: (dx: number, dy: number) => number) => numericDerivative((h) => f(h, 0))
  const alongY = (f: (dx: number, dy: number) => number) => numericDerivative((h) => f(0, h))
  const results = [
    compare(gx, alongX(lossAt)),
    compare(gy, alongY(lossAt)),
    compare(hxx, alongX(gradientAt(0))),
    compare(hxy, alongY(gradientAt(0))),
    compare(hyx, alongX(gradientAt(1))),
    compare(hyy, alongY(gradientAt(1))),
  ]
  return { compared: results.filter(Boolean).length, possible: results.length }
}

/** Smooth functions in forms that are defined everywhere and do not grow out of hand. */
const smooth = [
  'sin(?)',
  'cos(?)',
  'tanh(?)',
  'sigmoid(?)',
  'softplus(?)',
  'exp(sin(?))',
  'log(2 + sin(?))',
  'log1p((?)^2)',
  'expm1(cos(?))',
  'sqrt(1 + (?)^2)',
  'tan(tanh(?))',
  '-(?)',
  '(?)^2',
  'sin(?)^3',
  '(2 + cos(?))^-2',
  '(1.5 + sin(?))^tanh(!)',
  '(2 + tanh(?))^(!/(1 + (!)^2))',
  '((?) + (!))',
  '((?) - (!))',
  'sin(?)*(!)',
  '(?)/(1.5 + cos(!))',
  'logsumexp(?, !)',
  'logsumexp(?, !, 0, x)',
  'share(?, !)',
  'share(sin(?), !, x*y)',
  'pow(2 + sin(?), cos(!))',
]
const kinked = [
  'abs(?)',
  'relu(?)',
  'min(?, !)',
  'max(?, !, 0.3)',
  'clamp(?, -0.5, !)',
  'mod(?, 1.5)',
  'where((?) < (!), ?, !)',
  'floor(?)*(!)',
  'sign(?)*(!)',
  'where((?) > 0 and not ((!) > 0), (?)*(!), !)',
]

function expressions(forms: readonly string[], depth: number): fc.Arbitrary<string> {
  const leaf = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('x', 'y') },
    { weight: 1, arbitrary: fc.integer({ min: -20, max: 20 }).map((n) => `(${n / 10})`) },
  )
  if (depth === 0) return leaf
  const inner = expressions(forms, depth - 1)
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    {
      weight: 6,
      arbitrary: fc
        .tuple(fc.constantFrom(...forms), inner, inner)
        .map(([form, a, b]) => form.replaceAll('?', a).replaceAll('!', b)),
    },
  )
}

const coordinate = fc.integer({ min: -1500, max: 1500 }).map((n) => n / 1000 + 1e-4 * Math.PI)

describe('gradient and Hessian equal central differences', () => {
  for (const [what, forms, numRuns] of [
    ['smooth', smooth, 400],
    ['kinked', [...smooth, ...kinked, ...kinked], 400],
  ] as const)
    test(`random ${what} expressions`, () => {
      let [compared, possible] = [0, 0]
      fc.assert(
        fc.property(expressions(forms, 3), coordinate, coordinate, (loss, x, y) => {
          fc.pre(loss.length < 400)
          const counts = compareWithDifferences(loss, x, y)
          compared += counts.compared
          possible += counts.possible
        }),
        { numRuns },
      )
      expect(compared / possible).toBeGreaterThan(0.8)
    })

  test('every form alone', () => {
    for (const form of [...smooth, ...kinked]) {
      const loss = form.replaceAll('?', '(0.7x + 0.31y)').replaceAll('!', '(y - 0.2x*y)')
      const { compared, possible } = compareWithDifferences(loss, 0.6, 0.8)
      expect(compared, form).toBe(possible)
    }
  })

  const data = {
    a: [1, -0.5, 0.3, -1.1, 0.8, -0.6],
    b: [0.2, 1, -1.2, -0.4, 0.9, -0.3],
    target: [1.2, -0.3, 0.1, -1.4, 0.9, -0.5],
  }
  test.each([
    [
      'batch normalization',
      'z = x*a + y*b\nbn = (z - mean(z))/sqrt(mean((z - mean(z))^2))\nloss = mean((bn - target)^2)',
    ],
    ['a softmax over the batch', 'z = x*a + y*b*b\nloss = log(sum(exp(z))) - sum(z*target)'],
    ['nested sums', 'mean((a*x + sum(b*y))^2) + sum(tanh(mean(a*x*y) + b*x))'],
    ['a parameter alone in a sum', 'sum((a - x)^2) + mean(x^2 + 0*a)*y + sum(y + 0*b)'],
    ['choices a sample', 'mean(where(a > 0, (a*x - target)^2, abs(b*y - target)))'],
    ['maximum likelihood', '-mean(where(target > 0, log(sigmoid(a*x + b*y)), log(sigmoid(-(a*x + b*y)))))'],
  ])('statistics of a batch: %s', (_, loss) => {
    for (const [x, y] of [
      [1, 0.5],
      [-0.4, 1.3],
      [0.05, -0.2],
    ]) {
      const { compared, possible } = compareWithDifferences(loss, x, y, data)
      expect(compared).toBe(possible)
    }
  })

  test('the lecture’s batch norm: the loss knows only the direction of w, and the gradient stands across it', () => {
    const loss = 'z = x*a + y*b\nbn = (z - mean(z))/sqrt(mean((z - mean(z))^2))\nloss = mean((bn - target)^2)'
    const norms = [
      [0.5, 0.7008],
      [1, 0.3504],
      [2, 0.1752],
      [10, 0.035],
    ]
    for (const [k, norm] of norms) {
      const [value, gx, gy] = at(loss, k, k * 0.5, data)
      expect(value).toBeCloseTo(0.0956966903, 10)
      expect(Math.hypot(gx, gy)).toBeCloseTo(norm, 4)
      expect(Math.abs(gx * k + gy * k * 0.5)).toBeLessThan(1e-15)
    }
  })
})

describe('at kinks the derivative is that of the branch taken', () => {
  test.each([
    ['abs(x)', 0, 0],
    ['relu(x)', 0, 0],
    ['relu(x)', -1e-300, 0],
    ['sign(x)', 0, 0],
    ['floor(x)', 2, 0],
    // At a tie min and max take their first argument.
    ['min(x, 2x)', 0, 1],
    ['max(x, 2x)', 0, 1],
    ['min(2x, x)', 0, 2],
    ['where(x > 0, 3x, 5x)', 0, 5],
    ['where(x >= 0, 3x, 5x)', 0, 3],
    ['clamp(x, -1, 1)', 2, 0],
    ['mod(x, 3)', -1, 1],
    ['mod(7.5, x)', 2, -3],
  ])('%s at %d', (loss, x, derivative) => {
    expect(at(loss, x, 1)[1]).toBe(derivative)
  })
})

describe('derivatives do not cancel', () => {
  /** Within a few units in the last place of the true value. */
  const exactly = (ours: number, truth: number) => expect(Math.abs(ours / truth - 1)).toBeLessThan(2e-15)

  test('far out on sigmoid, tanh and softplus', () => {
    // σ′(40) = e⁻⁴⁰/(1 + e⁻⁴⁰)²; 1 − σ(40) would be 0.
    exactly(at('sigmoid(x)', 40, 0)[1], 4.248354255291589e-18)
    exactly(at('tanh(x)', 20, 0)[1], 4 * 4.248354255291589e-18)
    exactly(at('softplus(x)', -700, 0)[1], 9.85967654375977e-305)
    exactly(at('sigmoid(x)', -40, 0)[3], 4.248354255291589e-18)
  })

  test('softmax with a hopeless class, as in the lecture’s table', () => {
    // q = σ(−d) = 1/(1 + e²⁰) at d = 20: ∇CE = (−q, q), H = q(1 − q)[[1, −1], [−1, 1]].
    const q = 2.061153618190204e-9
    const [, gx, gy, hxx, hxy, , hyy] = at('logsumexp(0, y - x, -1000 - x)', 10, -10)
    exactly(gx, -q)
    exactly(gy, q)
    exactly(hxx, q * (1 - q))
    exactly(hxy, -q * (1 - q))
    exactly(hyy, q * (1 - q))
    const [, sx, sy] = at('share(y, x, -1000)', 10, -10)
    exactly(sx, -q * (1 - q))
    exactly(sy, q * (1 - q))
  })
})

describe('what is not dropped and what is', () => {
  test('0·x is kept in the text and dropped in derivatives', () => {
    const [loss, gx, gy] = at('x + 0*log(y)', 2, -1)
    expect(loss).toBeNaN()
    expect(gx).toBe(1)
    expect(gy + 0).toBe(0)
  })

  test('a branch not taken does not poison the derivative', () => {
    expect(at('where(x > 0, sqrt(x), 0)', -1, 0).slice(0, 2)).toEqual([0, 0])
    expect(at('where(y > 0, x*y, x/y)', 3, 2)[1]).toBe(2)
  })

  test('powers: whole, negative, zero and of zero', () => {
    expect(at('x^3', 0, 0).slice(0, 4)).toEqual([0, 0, 0, 0])
    expect(at('x^1 + y^0', 5, 0).slice(0, 3)).toEqual([6, 1, 0])
    expect(
      at('x^-1', 2, 0)
        .slice(0, 4)
        .map((v) => v + 0),
    ).toEqual([0.5, -0.25, 0, 0.25])
    // A real exponent that happens to be 2, at a base of 0.
    const [loss, gx] = at('x^(2 + 0*t)', 0, 0)
    expect([loss, gx]).toEqual([0, 0])
  })
})
