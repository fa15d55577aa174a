import fc from 'fast-check'

/** Names a text may use, by kind, and which calls beyond the elementwise ones. */
export interface Words {
  scalars?: readonly string[]
  vectors?: readonly string[]
  columns?: readonly string[]
  lists?: readonly string[]
  /** `normal()` among vectors, `bernoulli(p)` among columns. */
  chance?: boolean
  /** `grad`, `loss` and the second-order functions. */
  loss?: boolean
}

const literals = ['0', '1', '2', '3', '0.5', '-1', '-0', '1e-8', 'infinity', 'pi', '(0*infinity)']
const one = [
  'sqrt',
  'exp',
  'log',
  'expm1',
  'log1p',
  'abs',
  'sign',
  'sin',
  'cos',
  'tan',
  'tanh',
  'sigmoid',
  'softplus',
  'relu',
  'floor',
  '-',
  'not ',
]
const two = ['+', '-', '*', '*', '/', '^', '<', '<=', '>', '>=', '==', ' and ', ' or ']

/**
 * Formulas as text, of known kind, so that they always lower: `scalar` (one number), `vector` (one a parameter), `column` (one a
 * sample, with at least one data column in it).
 */
export function arbitraryText(
  words: Words,
  depth: number,
): Record<'scalar' | 'vector' | 'column', fc.Arbitrary<string>> {
  const scalars = fc.constantFrom(...(words.scalars ?? []), ...literals.slice(0, 6), ...literals)
  const vectors = fc.constantFrom(...(words.vectors ?? []), ...(words.chance ? ['normal()'] : []), '(0*theta)')
  const columns = fc.constantFrom(...(words.columns ?? []), ...(words.chance ? ['bernoulli(0.5)'] : []), 'x1')
  if (depth === 0) return { scalar: scalars, vector: vectors, column: columns }
  const inner = arbitraryText(words, depth - 1)
  const { scalar, vector } = inner
  const hasVectors = (words.vectors ?? []).length > 0
  const reductions = fc.oneof(
    fc.tuple(fc.constantFrom('norm', 'sum', 'mean'), vector).map(([call, v]) => `${call}(${v})`),
    fc.tuple(vector, vector).map(([a, b]) => `dot(${a}, ${b})`),
  )
  const elementwise = (of: fc.Arbitrary<string>, other: fc.Arbitrary<string>) => [
    { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...one), of).map(([call, a]) => `(${call}(${a}))`) },
    {
      weight: 5,
      arbitrary: fc.tuple(fc.constantFrom(...two), of, other).map(([sign, a, b]) => `((${a})${sign}(${b}))`),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom('min', 'max', 'mod', 'pow', 'logsumexp', 'share'), of, other)
        .map(([call, a, b]) => `${call}(${a}, ${b})`),
    },
    { weight: 1, arbitrary: fc.tuple(of, other, of).map(([a, b, c]) => `where(${b}, ${a}, ${c})`) },
    {
      weight: 1,
      arbitrary: fc.tuple(of, fc.constantFrom('2', '3', '-1', '0')).map(([a, power]) => `((${a})^${power})`),
    },
  ]
  return {
    scalar: fc.oneof(
      { weight: 3, arbitrary: scalars },
      ...elementwise(scalar, scalar),
      ...(hasVectors ? [{ weight: 2, arbitrary: reductions }] : []),
      ...(words.loss ? [{ weight: 1, arbitrary: vector.map((v) => `loss(${v})`) }] : []),
      ...(words.lists?.length ? [{ weight: 1, arbitrary: scalar.map((x) => `count(${words.lists?.[0]}, ${x})`) }] : []),
    ),
    vector: fc.oneof(
      { weight: 3, arbitrary: vectors },
      ...elementwise(vector, fc.oneof(vector, scalar)),
      ...(words.loss
        ? [
            { weight: 1, arbitrary: vector.map((v) => `grad(${v})`) },
            { weight: 1, arbitrary: secondOrder(vector, scalar) },
          ]
        : []),
    ),
    column: fc.oneof({ weight: 2, arbitrary: columns }, ...elementwise(inner.column, fc.oneof(inner.column, scalar))),
  }
}

const secondOrder = (vector: fc.Arbitrary<string>, scalar: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    vector.map((v) => `hessian_times(${v})`),
    fc
      .tuple(fc.constantFrom('newton', 'saddle_free_newton'), vector, scalar)
      .map(([call, v, x]) => `${call}(${v}, ${x})`),
    fc.constant('least_eigenvector()'),
  )
