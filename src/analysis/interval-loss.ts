import type { Node, NodeId } from '../formula/graph.ts'
import type { IntervalOptions } from '../formula/interval-code.ts'
import { IntervalEvaluator } from '../formula/interval-evaluator.ts'
import type { LossEvaluator } from './loss-evaluator.ts'

/** An axis-parallel box of a two-dimensional domain. */
export interface Box {
  xl: number
  xh: number
  yl: number
  yh: number
}

/** Functions with a kink, which leave the loss continuous, and functions with a jump, which need not. */
const kinks: ReadonlySet<Node['op']> = new Set(['abs', 'relu', 'min', 'max'])
const jumps: ReadonlySet<Node['op']> = new Set([
  'sign',
  'floor',
  'not',
  'mod',
  'less',
  'lessOrEqual',
  'equal',
  'and',
  'or',
  'where',
  'count',
])

/** Gradient and Hessian of a loss of two parameters over boxes, in interval arithmetic. */
export class IntervalLoss {
  /** Low and high ends of both components, after `gradient` (and behind them, where there are jumps, those of the loss). */
  readonly g = new Float64Array(6)
  /** Low and high ends of h₁₁, h₁₂, h₂₂, after `hessian`. */
  readonly h = new Float64Array(6)
  /** Whether the loss has kinks at most: then the gradients on both sides of one, and what lies between them, tell what a smooth surface near it does. */
  readonly continuous: boolean
  private readonly first: IntervalEvaluator
  private readonly second: IntervalEvaluator
  private readonly firstPlaces: readonly number[]
  private readonly secondPlaces: readonly number[]

  /** @throws FormulaError where the Hessian is too large */
  constructor(evaluator: LossEvaluator) {
    const { graph } = evaluator
    const options: IntervalOptions = {
      variables: graph.inputs,
      constants: (nodes) => evaluator.constants(nodes),
      samples: evaluator.samples,
      column: (name) => evaluator.columns[name],
      uniform: (stream) => evaluator.uniforms(stream),
      lists: evaluator.lists(),
    }
    const [[h11, h12], [, h22]] = graph.hessian()
    const reader = (nodes: readonly NodeId[]) => new IntervalEvaluator(graph.build.graph, nodes, options)
    // What a jump leaves no trace of in the derivative is seen in the loss itself.
    const ops = graph.build.graph.reachable([graph.loss]).map((id) => graph.build.graph.node(id).op)
    this.continuous = !ops.some((op) => jumps.has(op))
    const seen = this.continuous && !ops.some((op) => kinks.has(op)) ? graph.gradient : [...graph.gradient, graph.loss]
    this.first = reader(seen)
    this.second = reader([h11, h12, h22])
    this.firstPlaces = seen.map((id) => this.first.place(id))
    this.secondPlaces = [h11, h12, h22].map((id) => this.second.place(id))
  }

  /** Fills `g` for a box and returns its flags (`intervalFlags`). */
  gradient(xl: number, xh: number, yl: number, yh: number): number {
    return read(this.first, this.firstPlaces, this.g, xl, xh, yl, yh)
  }

  /** Fills `h` for a box and returns its flags. */
  hessian(xl: number, xh: number, yl: number, yh: number): number {
    return read(this.second, this.secondPlaces, this.h, xl, xh, yl, yh)
  }
}

function read(
  evaluator: IntervalEvaluator,
  places: readonly number[],
  ends: Float64Array,
  xl: number,
  xh: number,
  yl: number,
  yh: number,
): number {
  evaluator.set(0, xl, xh)
  evaluator.set(1, yl, yh)
  evaluator.evaluate()
  const { low, high, flags } = evaluator
  let seen = 0
  for (let k = 0; k < places.length; k++) {
    const place = places[k]
    ends[2 * k] = low[place]
    ends[2 * k + 1] = high[place]
    seen |= flags[place]
  }
  return seen
}
