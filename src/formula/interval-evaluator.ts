import type { Graph, NodeId } from './graph.ts'
import { intervalCode, type IntervalOptions, type IntervalSegment } from './interval-code.ts'
import type { IntervalRegisters } from './interval-registers.ts'
import { runIntervals } from './interval-run.ts'

/**
 * Evaluates a graph in outward-rounded interval arithmetic: for every box of the variables each node's interval holds its value at
 * every point of the box, both the real number and the one that the interpreter computes. What depends on no variable (numbers,
 * hyperparameters, statistics of the data, chance) is taken as the number that the interpreter computes.
 * Source: R. E. Moore, R. B. Kearfott, M. J. Cloud, Introduction to Interval Analysis (2009).
 */
export class IntervalEvaluator {
  private readonly registers: IntervalRegisters
  private readonly segments: readonly IntervalSegment[]
  private readonly inputs: readonly number[]
  private readonly places: ReadonlyMap<NodeId, number>

  /** The variables' intervals are set in the order of `options.variables`. Throws an Error where a root has one value a sample. */
  constructor(graph: Graph, roots: readonly NodeId[], options: IntervalOptions) {
    const { registers, segments, inputs, places } = intervalCode(graph, roots, options)
    this.registers = registers
    this.segments = segments
    this.inputs = inputs
    this.places = places
  }

  /** Sets the interval of the k-th variable. */
  set(k: number, low: number, high: number): void {
    const place = this.inputs[k]
    this.registers.low[place] = low
    this.registers.high[place] = high
  }

  evaluate(): void {
    for (const segment of this.segments) {
      runIntervals(this.registers, segment)
      segment.walk?.run()
    }
  }

  /** The root's place for `low`, `high` and `flags`. */
  place(id: NodeId): number {
    const place = this.places.get(id)
    if (place === undefined) throw new Error(`Node ${id} is not part of this evaluation.`)
    return place
  }

  /** Ends of the interval at a place, after the last evaluation. */
  get low(): Float64Array {
    return this.registers.low
  }

  get high(): Float64Array {
    return this.registers.high
  }

  /** `intervalFlags` at a place, after the last evaluation. */
  get flags(): Uint8Array {
    return this.registers.flags
  }
}
