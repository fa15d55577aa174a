/** A function of the language. */
export interface FunctionEntry {
  name: string
  /** How many arguments it takes; `most` may be Infinity. */
  arity: { least: number; most: number }
  /** How a call is written. */
  usage: string
  /** What it is, in one line. */
  meaning: string
  /** What other languages call it; answered with a suggestion, never accepted. */
  otherNames: readonly string[]
}

const some = Infinity

const entries: FunctionEntry[] = [
  entry('sqrt(a)', 'Square root.', ['root']),
  entry('exp(a)', 'e to the power a.'),
  entry('log(a)', 'Natural logarithm.', ['ln']),
  entry('expm1(a)', 'exp(a) − 1, accurate near 0.'),
  entry('log1p(a)', 'log(1 + a), accurate near 0.', ['ln1p']),
  entry('abs(a)', 'Absolute value.', ['fabs']),
  entry('sign(a)', '−1, 0 or 1.', ['sgn', 'signum']),
  entry('sin(a)', 'Sine of an angle in radians.'),
  entry('cos(a)', 'Cosine of an angle in radians.'),
  entry('tan(a)', 'Tangent of an angle in radians.'),
  entry('tanh(a)', 'Hyperbolic tangent.'),
  entry('sigmoid(a)', '1/(1 + exp(−a)).', ['logistic', 'expit']),
  entry('softplus(a)', 'log(1 + exp(a)).'),
  entry('relu(a)', 'a where it is positive, else 0.', ['rectifier', 'ramp']),
  entry('min(a, b, …)', 'The smallest of its arguments.', ['minimum'], 2, some),
  entry('max(a, b, …)', 'The largest of its arguments.', ['maximum'], 2, some),
  entry('clamp(a, low, high)', 'a, moved into the range from low to high.', ['clip', 'limit']),
  entry('floor(a)', 'The largest integer that is not above a.', ['int', 'trunc']),
  entry('mod(a, b)', 'a − b·floor(a/b).', ['fmod', 'remainder']),
  entry('pow(a, b)', 'a to the power b, as a^b.', ['power']),
  entry('where(condition, a, b)', 'a where the condition holds, else b.', [
    'if',
    'ifelse',
    'cond',
    'select',
    'piecewise',
  ]),
  entry('logsumexp(a, b, …)', 'log(exp(a) + exp(b) + …).', ['lse'], 1, some),
  entry(
    'share(a, b, …)',
    'exp(a)/(exp(a) + exp(b) + …): the first argument’s part of a softmax.',
    ['softmax'],
    1,
    some,
  ),
  entry('dot(a, b)', 'Sum of the products of two vectors’ components.', ['inner']),
  entry('norm(a)', 'Euclidean length of a vector.', ['length']),
  entry('sum(a)', 'Sum over the parameters of a vector, or over the batch of an expression in data columns.', [
    'total',
  ]),
  entry('mean(a)', 'Mean over the parameters of a vector, or over the batch of an expression in data columns.', [
    'average',
    'avg',
  ]),
  entry('grad(v)', 'Gradient of the loss at the point v.', ['gradient']),
  entry('loss(v)', 'Loss at the point v.'),
  entry('hessian_times(v)', 'Hessian times the vector v.', ['hvp', 'hessian']),
  entry('newton(g, damping)', 'Newton’s step for the gradient g.'),
  entry('saddle_free_newton(g, damping)', 'Newton’s step with every eigenvalue by its absolute value.'),
  entry(
    'least_eigenvector()',
    'Unit eigenvector of the Hessian’s smallest eigenvalue, pointing downhill.',
    ['eigenvector'],
    0,
    0,
  ),
  entry('normal()', 'A standard normal random vector.', ['randn', 'gaussian'], 0, 0),
  entry('bernoulli(p)', '1 with probability p, else 0, for every sample.'),
  entry('count(list, a)', 'How many entries of the list are not above a.'),
]

function entry(
  usage: string,
  meaning: string,
  otherNames: string[] = [],
  least?: number,
  most?: number,
): FunctionEntry {
  const args = usage.split(',').length
  return {
    name: usage.slice(0, usage.indexOf('(')),
    arity: { least: least ?? args, most: most ?? args },
    usage,
    meaning,
    otherNames,
  }
}

/** The language's functions by name. */
export const functions: ReadonlyMap<string, FunctionEntry> = new Map(entries.map((f) => [f.name, f]))

/** The function that another language calls by this name. */
export function functionByOtherName(name: string): string | undefined {
  return entries.find((f) => f.otherNames.includes(name))?.name
}

/** Functions whose name is also a value's: `loss` alone is the loss of the last step, and a landscape assigns it. */
const alsoValues: ReadonlySet<string> = new Set(['loss'])

/** Words that no line may assign and no parameter, column or hyperparameter may be named: functions, `and or not`, constants. */
export const reservedWords: ReadonlySet<string> = new Set(
  [...functions.keys(), 'and', 'or', 'not', 'pi', 'e', 'infinity'].filter((name) => !alsoValues.has(name)),
)
