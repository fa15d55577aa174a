import { Build } from './build.ts'
import type { Graph, NodeId } from './graph.ts'

/** A derivative; undefined is a zero that stands for no node, so that 0·x is dropped only where differentiation made it. */
type Derivative = NodeId | undefined

/**
 * Derivatives of the roots along one input, as nodes of the same graph. Where a function has a kink (abs, relu, min, max at a tie,
 * floor, where) the derivative is the one of the branch taken; forms are used that do not cancel: σ′ = σ(x)σ(−x),
 * tanh′ = 4σ(2x)σ(−2x), a share's derivative by differences of its arguments' derivatives.
 */
export function differentiate(graph: Graph, roots: readonly NodeId[], input: string): NodeId[] {
  const differ = new Differentiator(graph, input)
  const zero = differ.build.number(0)
  return roots.map((root) => differ.of(root) ?? zero)
}

/** Gradient of a scalar along the inputs, in their order. */
export function gradient(graph: Graph, root: NodeId, inputs: readonly string[]): NodeId[] {
  return inputs.map((input) => differentiate(graph, [root], input)[0])
}

/** Hessian rows, symmetric by construction: entry (j, i) is the node of (i, j), i ≤ j. */
export function hessian(graph: Graph, gradientNodes: readonly NodeId[], inputs: readonly string[]): NodeId[][] {
  const columns = inputs.map((input) => differentiate(graph, gradientNodes, input))
  return inputs.map((_, i) => inputs.map((_, j) => columns[Math.max(i, j)][Math.min(i, j)]))
}

class Differentiator {
  readonly build: Build
  private readonly graph: Graph
  private readonly input: string
  private readonly known = new Map<NodeId, Derivative>()

  constructor(graph: Graph, input: string) {
    this.graph = graph
    this.build = new Build(graph)
    this.input = input
  }

  of(root: NodeId): Derivative {
    // Operands first: deep graphs must not overflow the stack.
    for (const id of this.graph.reachable([root])) if (!this.known.has(id)) this.known.set(id, this.derive(id))
    return this.known.get(root)
  }

  private derive(id: NodeId): Derivative {
    const { build, known } = this
    const node = this.graph.node(id)
    const d = (operand: NodeId): Derivative => known.get(operand)
    switch (node.op) {
      case 'input':
        return node.name === this.input ? build.number(1) : undefined
      case 'number':
      case 'column':
      case 'normal':
      case 'uniform':
      case 'count':
      case 'sign':
      case 'floor':
      case 'not':
      case 'less':
      case 'lessOrEqual':
      case 'equal':
      case 'and':
      case 'or':
        return undefined
      case 'neg':
        return this.negated(d(node.a))
      case 'add':
        return this.plus(d(node.a), d(node.b))
      case 'sub':
        return this.plus(d(node.a), this.negated(d(node.b)))
      case 'mul':
        return node.a === node.b
          ? this.times(d(node.a), () => node.a, 2)
          : this.plus(
              this.times(d(node.a), () => node.b),
              this.times(d(node.b), () => node.a),
            )
      case 'div': {
        const fromBelow = this.times(d(node.b), () => id)
        const above = this.plus(d(node.a), this.negated(fromBelow))
        return above === undefined ? undefined : build.div(above, node.b)
      }
      case 'power':
        return this.times(d(node.a), () => build.power(node.a, node.exponent - 1), node.exponent)
      case 'pow':
        return this.plus(
          this.times(d(node.a), () =>
            build.mul(node.b, build.binary('pow', node.a, build.sub(node.b, build.number(1)))),
          ),
          this.times(d(node.b), () => build.mul(id, build.unary('log', node.a))),
        )
      case 'min':
        return this.either(build.binary('less', node.b, node.a), d(node.b), d(node.a))
      case 'max':
        return this.either(build.binary('less', node.a, node.b), d(node.b), d(node.a))
      case 'mod': {
        const turns = () => build.unary('floor', build.div(node.a, node.b))
        return this.plus(d(node.a), this.negated(this.times(d(node.b), turns)))
      }
      case 'where':
        return this.either(node.a, d(node.b), d(node.c))
      case 'abs':
        return this.times(d(node.a), () => build.unary('sign', node.a))
      case 'relu':
        return this.either(build.binary('less', build.number(0), node.a), d(node.a), undefined)
      case 'sqrt': {
        const inner = d(node.a)
        return inner === undefined ? undefined : build.div(inner, build.mul(build.number(2), id))
      }
      case 'exp':
        return this.times(d(node.a), () => id)
      case 'expm1':
        return this.times(d(node.a), () => build.unary('exp', node.a))
      case 'log': {
        const inner = d(node.a)
        return inner === undefined ? undefined : build.div(inner, node.a)
      }
      case 'log1p': {
        const inner = d(node.a)
        return inner === undefined ? undefined : build.div(inner, build.add(build.number(1), node.a))
      }
      case 'sin':
        return this.times(d(node.a), () => build.unary('cos', node.a))
      case 'cos':
        return this.negated(this.times(d(node.a), () => build.unary('sin', node.a)))
      case 'tan':
        return this.times(d(node.a), () => build.add(build.number(1), build.mul(id, id)))
      case 'tanh':
        return this.times(d(node.a), () => {
          const twice = build.mul(build.number(2), node.a)
          const bell = build.mul(build.unary('sigmoid', twice), build.unary('sigmoid', build.neg(twice)))
          return build.mul(build.number(4), bell)
        })
      case 'sigmoid':
        return this.times(d(node.a), () => build.mul(id, build.unary('sigmoid', build.neg(node.a))))
      case 'softplus':
        return this.times(d(node.a), () => build.unary('sigmoid', node.a))
      case 'logsumexp':
        return node.args.reduce<Derivative>(
          (sum, arg, k) =>
            this.plus(
              sum,
              this.times(d(arg), () => build.share(broughtForward(node.args, k))),
            ),
          undefined,
        )
      case 'share': {
        // s₀′ = s₀ Σₖ sₖ (a₀′ − aₖ′): terms with equal derivatives vanish instead of cancelling.
        const sum = node.args.slice(1).reduce<Derivative>((before, arg, i) => {
          const difference = d(node.args[0]) === d(arg) ? undefined : this.plus(d(node.args[0]), this.negated(d(arg)))
          return this.plus(
            before,
            this.times(difference, () => build.share(broughtForward(node.args, i + 1))),
          )
        }, undefined)
        return this.times(sum, () => id)
      }
      case 'batchSum':
      case 'batchMean':
        return this.overBatch(node.op, d(node.a))
      case 'secondOrder':
        throw new Error('A second-order step has no derivative: it belongs in an optimizer, not in a loss.')
    }
  }

  private plus(a: Derivative, b: Derivative): Derivative {
    if (a === undefined) return b
    if (b === undefined) return a
    const node = this.graph.node(b)
    return node.op === 'neg' ? this.build.sub(a, node.a) : this.build.add(a, b)
  }

  /** (count·a)·factor: the count joins the inner derivative, which is mostly ready long before the factor is. */
  private times(a: Derivative, factor: () => NodeId, count = 1): Derivative {
    return a === undefined ? undefined : this.build.mul(this.build.mul(this.build.number(count), a), factor())
  }

  private negated(a: Derivative): Derivative {
    return a === undefined ? undefined : this.build.neg(a)
  }

  private either(condition: NodeId, b: Derivative, c: Derivative): Derivative {
    if (b === undefined && c === undefined) return undefined
    const zero = this.build.number(0)
    return this.build.where(condition, b ?? zero, c ?? zero)
  }

  private overBatch(op: 'batchSum' | 'batchMean', inner: Derivative): Derivative {
    if (inner === undefined) return undefined
    // A derivative that is the same for every sample is its own mean; a sum still adds it once a sample.
    return op === 'batchMean' && !this.graph.isColumn(inner) ? inner : this.graph.intern({ op, a: inner })
  }
}

/** The arguments with the k-th brought to the front. */
function broughtForward(args: readonly NodeId[], k: number): NodeId[] {
  return [args[k], ...args.slice(0, k), ...args.slice(k + 1)]
}
