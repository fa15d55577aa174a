import { elementwise } from './elementwise.ts'
import { FormulaError } from './formula-error.ts'
import type { NodeId, SecondOrderMethod, UnaryOp } from './graph.ts'
import type { LossAccess, Scope } from './scope.ts'
import type { Expression } from './syntax.ts'
import { broadcast, scalar, vector, type Value } from './value.ts'

type Call = Expression & { kind: 'call' }

/** Turns one call into nodes; `of` lowers an argument. */
type Rule = (call: Call, scope: Scope, of: (argument: Expression) => Value) => Value

/** @throws FormulaError for arguments whose kinds the function does not take, or a function that has no meaning in this scope */
export const lowerCall: Rule = (call, scope, of) => {
  const rule = Object.hasOwn(rules, call.name) ? rules[call.name] : undefined
  if (!rule) throw new FormulaError(`“${call.name}” is not a function.`, call.span)
  return rule(call, scope, of)
}

const unary =
  (op: UnaryOp): Rule =>
  (call, scope, of) =>
    elementwise(scope, call, call.args.map(of), ([a]) => scope.build.unary(op, a))

const rules: Readonly<Record<string, Rule>> = {
  sqrt: unary('sqrt'),
  exp: unary('exp'),
  log: unary('log'),
  expm1: unary('expm1'),
  log1p: unary('log1p'),
  abs: unary('abs'),
  sign: unary('sign'),
  sin: unary('sin'),
  cos: unary('cos'),
  tan: unary('tan'),
  tanh: unary('tanh'),
  sigmoid: unary('sigmoid'),
  softplus: unary('softplus'),
  relu: unary('relu'),
  floor: unary('floor'),
  min: (call, scope, of) =>
    elementwise(scope, call, call.args.map(of), (nodes) => nodes.reduce((a, b) => scope.build.binary('min', a, b))),
  max: (call, scope, of) =>
    elementwise(scope, call, call.args.map(of), (nodes) => nodes.reduce((a, b) => scope.build.binary('max', a, b))),
  clamp: (call, scope, of) =>
    elementwise(scope, call, call.args.map(of), ([x, low, high]) =>
      scope.build.binary('min', scope.build.binary('max', x, low), high),
    ),
  mod: (call, scope, of) => elementwise(scope, call, call.args.map(of), ([a, b]) => scope.build.binary('mod', a, b)),
  pow: (call, scope, of) => elementwise(scope, call, call.args.map(of), ([a, b]) => scope.build.binary('pow', a, b)),
  where: (call, scope, of) => {
    const condition = of(call.args[0])
    // A choice is a constant: only the chosen branch is compiled.
    const known = condition.kind === 'scalar' ? scope.build.constant(condition.node) : undefined
    if (known !== undefined) return of(call.args[Math.abs(known) > 0 ? 1 : 2])
    return elementwise(scope, call, [condition, of(call.args[1]), of(call.args[2])], ([c, a, b]) =>
      scope.build.where(c, a, b),
    )
  },
  logsumexp: (call, scope, of) => elementwise(scope, call, call.args.map(of), (nodes) => scope.build.logsumexp(nodes)),
  share: (call, scope, of) => elementwise(scope, call, call.args.map(of), (nodes) => scope.build.share(nodes)),
  dot: (call, scope, of) =>
    scalar(scope.build.dot(asVector(call.args[0], scope, of), asVector(call.args[1], scope, of))),
  norm: (call, scope, of) => {
    const nodes = asVector(call.args[0], scope, of)
    return scalar(scope.build.unary('sqrt', scope.build.dot(nodes, nodes)))
  },
  sum: (call, scope, of) => reduce(call, scope, of, 'batchSum'),
  mean: (call, scope, of) => reduce(call, scope, of, 'batchMean'),
  grad: (call, scope, of) => vector(lossOf(call, scope).gradientAt(asVector(call.args[0], scope, of))),
  loss: (call, scope, of) => scalar(lossOf(call, scope).lossAt(asVector(call.args[0], scope, of))),
  hessian_times: (call, scope, of) => {
    const direction = asVector(call.args[0], scope, of)
    return vector(
      lossOf(call, scope)
        .hessian()
        .map((row) => scope.build.dot(row, direction)),
    )
  },
  newton: (call, scope, of) => secondOrder('newton', call, scope, of),
  saddle_free_newton: (call, scope, of) => secondOrder('saddleFreeNewton', call, scope, of),
  least_eigenvector: (call, scope, of) => secondOrder('leastEigenvector', call, scope, of),
  normal: (call, scope) => {
    const stream = scope.stream(call.span)
    return vector(
      Array.from({ length: scope.size }, (_, component) =>
        scope.build.graph.intern({ op: 'normal', stream, component }),
      ),
    )
  },
  bernoulli: (call, scope, of) => {
    const [probability] = call.args.map(of)
    if (probability.kind === 'vector')
      throw new FormulaError('bernoulli takes one probability, not a vector.', call.args[0].span)
    const uniform = scope.build.graph.intern({ op: 'uniform', stream: scope.stream(call.span) })
    return { kind: 'column', node: scope.build.binary('less', uniform, probability.node) }
  },
  count: (call, scope, of) => {
    const [named, x] = call.args
    const list = named.kind === 'name' ? scope.list(named.name) : undefined
    if (list === undefined)
      throw new FormulaError('count takes the name of a list first, as in count(milestones, t).', named.span)
    return elementwise(scope, call, [of(x)], ([a]) => scope.build.graph.intern({ op: 'count', list, a }))
  },
}

/** Every function that has a rule here, for the test that compares them with the language's table. */
export const loweredFunctions: readonly string[] = Object.keys(rules)

function asVector(argument: Expression, scope: Scope, of: (argument: Expression) => Value): readonly NodeId[] {
  const value = of(argument)
  if (value.kind === 'column')
    throw new FormulaError('A vector (one value a parameter) is expected here, not a data column.', argument.span)
  return broadcast(value, scope.size)
}

function reduce(call: Call, scope: Scope, of: (argument: Expression) => Value, op: 'batchSum' | 'batchMean'): Value {
  const value = of(call.args[0])
  if (value.kind === 'column') return scalar(scope.build.graph.intern({ op, a: value.node }))
  if (value.kind === 'scalar')
    throw new FormulaError(
      `${call.name} takes an expression that names a data column, or a vector; this is one number.`,
      call.args[0].span,
    )
  const total = value.nodes.reduce((a, b) => scope.build.add(a, b))
  return scalar(op === 'batchSum' ? total : scope.build.div(total, scope.build.number(scope.size)))
}

function lossOf(call: Call, scope: Scope): LossAccess {
  if (!scope.loss)
    throw new FormulaError(
      `${call.name} is the loss seen from an optimizer: it has no meaning in this formula.`,
      call.span,
    )
  return scope.loss
}

function secondOrder(method: SecondOrderMethod, call: Call, scope: Scope, of: (argument: Expression) => Value): Value {
  const loss = lossOf(call, scope)
  const { size, build } = scope
  const rows = loss.hessian()
  const upper = rows.flatMap((row, i) => row.slice(i))
  const g = method === 'leastEigenvector' ? loss.gradient() : asVector(call.args[0], scope, of)
  const args = [...upper, ...g]
  if (method !== 'leastEigenvector') {
    const damping = of(call.args[1])
    if (damping.kind !== 'scalar') throw new FormulaError('The damping is one number.', call.args[1].span)
    args.push(damping.node)
  }
  return vector(
    Array.from({ length: size }, (_, component) =>
      build.graph.intern({ op: 'secondOrder', method, size, args, component }),
    ),
  )
}
