import type { Landscape } from '../declare/landscape.ts'
import { normalAt, uniformAt } from '../formula/chance.ts'
import { hoist } from '../formula/hoist.ts'
import { Interpreter } from '../formula/interpret.ts'
import { firstFree, type Kernel } from '../formula/kernel.ts'
import type { Graph, NodeId } from '../formula/graph.ts'
import type { Setting } from '../simulation/experiment.ts'
import { completeValues, programNumber } from '../declare/default-value.ts'
import { landscapeInput, lossGraph, type LossGraph } from '../simulation/loss-graph.ts'
import { makeKernel } from '../simulation/make-kernel.ts'
import type { KernelMaker } from '../simulation/prepared-run.ts'

/** Points a call works through: 16 planes of them stay in the cache. */
const block = 1024
/** A loss that names the step or chance is taken as it is in a run's first step, with this seed. */
const firstStep = { t: 1, seed: 1 }

interface Prepared {
  kernel: Kernel
  table: number[]
  /** Streams of uniform numbers that the kernel reads. */
  streams: number[]
  outputs: number
}

/** Loss, gradient or Hessian at many points at once. */
export class LossEvaluator {
  readonly graph: LossGraph
  readonly size: number
  private readonly setting: Setting<Landscape>
  private readonly makeKernel: KernelMaker
  private readonly kernels = new Map<string, Prepared>()

  /** @throws FormulaError */
  constructor(setting: Setting<Landscape>, maker: KernelMaker = makeKernel) {
    this.setting = setting
    this.graph = lossGraph(setting)
    this.size = this.graph.size
    this.makeKernel = maker
  }

  get columns(): Readonly<Record<string, readonly number[]>> {
    return this.setting.thing.data ?? {}
  }

  get samples(): number {
    return Object.values(this.columns)[0]?.length ?? 0
  }

  /** Loss at the points (row-major, n numbers each). */
  loss(points: Float64Array): Float64Array {
    return this.evaluate('loss', [this.graph.loss], points)
  }

  /** Gradient at the points: n numbers each, row-major. */
  gradient(points: Float64Array): Float64Array {
    return this.evaluate('gradient', this.graph.gradient, points)
  }

  /** Loss, gradient and Hessian rows at the points: 1 + n + n² numbers each. */
  all(points: Float64Array): Float64Array {
    return this.evaluate('all', [this.graph.loss, ...this.graph.gradient, ...this.graph.hessian().flat()], points)
  }

  private evaluate(name: string, nodes: readonly NodeId[], points: Float64Array): Float64Array {
    const { size } = this
    const { kernel, table, streams, outputs } = this.kernelFor(name, nodes)
    const count = points.length / size
    const result = new Float64Array(count * outputs)
    const columns = Object.values(this.setting.thing.data ?? {})
    const samples = columns[0]?.length ?? 0
    const stride = 8 * block
    const base = firstFree
    const tableAt = base + stride * (size + outputs)
    const data = tableAt + 8 * table.length
    const chance = data + 8 * samples * columns.length
    const order = chance + 8 * samples * streams.length
    // An even number of 32-bit integers, so that the memory ends at a whole double.
    kernel.reserve(order + 8 * Math.ceil((samples + 2) / 2))
    const memory = new Float64Array(kernel.buffer())
    memory.set(table, tableAt / 8)
    columns.forEach((column, c) => memory.set(column, data / 8 + c * samples))
    streams.forEach((stream, k) => memory.set(this.uniforms(stream), chance / 8 + k * samples))
    const batch = new Int32Array(kernel.buffer(), order, samples + 1)
    batch[0] = samples
    for (let s = 0; s < samples; s++) batch[s + 1] = s
    for (let from = 0; from < count; from += block) {
      const starts = Math.min(block, count - from)
      for (let i = 0; i < size; i++)
        for (let p = 0; p < starts; p++) memory[base / 8 + i * block + p] = points[(from + p) * size + i]
      kernel.run({
        starts,
        first: 0,
        last: 1,
        base,
        stride,
        table: tableAt,
        record: 0,
        data,
        samples,
        order,
        orderStride: 0,
        chance,
      })
      for (let k = 0; k < outputs; k++)
        for (let p = 0; p < starts; p++) result[(from + p) * outputs + k] = memory[base / 8 + (size + k) * block + p]
    }
    return result
  }

  private kernelFor(name: string, nodes: readonly NodeId[]): Prepared {
    const known = this.kernels.get(name)
    if (known) return known
    const { build, inputs } = this.graph
    const { graph } = build
    const theta = inputs.map((input) => build.input(input))
    const slots = [
      ...theta.map((input) => ({ input, next: input, always: true })),
      ...nodes.map((next, k) => ({ input: build.input(`output.${k}`), next, always: true })),
    ]
    const { table } = hoist(graph, slots, [], new Set(['t']), false)
    const streams = uniformStreams(graph, nodes, table)
    const made = {
      kernel: this.makeKernel({
        graph,
        slots,
        table,
        columns: Object.keys(this.setting.thing.data ?? {}),
        streams,
        record: [],
        lists: this.lists(),
      }),
      table: this.constants(table),
      streams,
      outputs: nodes.length,
    }
    this.kernels.set(name, made)
    return made
  }

  /** The hyperparameters that are lists, by the names that `count` nodes read. */
  lists(): Record<string, readonly number[]> {
    const values = completeValues(this.setting.thing.hyperparameters, this.setting.values, 1)
    return Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        typeof value === 'object' ? [[landscapeInput(name), value]] : [],
      ),
    )
  }

  /** Values of nodes that depend on hyperparameters, data, the step and chance alone. */
  constants(table: readonly NodeId[]): number[] {
    const { hyperparameters, data } = this.setting.thing
    const values = completeValues(hyperparameters, this.setting.values, 1)
    const interpreter = new Interpreter(this.graph.build.graph, table, { lists: this.lists() })
    interpreter.set('t', firstStep.t)
    interpreter.normal = (stream, component) => normalAt(firstStep.seed, stream, firstStep.t, component)
    for (const stream of uniformStreams(this.graph.build.graph, table, []))
      interpreter.setUniform(stream, this.uniforms(stream))
    for (const [name, declared] of Object.entries(hyperparameters))
      interpreter.set(landscapeInput(name), programNumber(declared, values[name]))
    for (const [name, column] of Object.entries(data ?? {})) interpreter.setColumn(name, Float64Array.from(column))
    interpreter.setBatch(Int32Array.from({ length: Object.values(data ?? {})[0]?.length ?? 0 }, (_, s) => s))
    interpreter.evaluate()
    return table.map((id) => interpreter.value(id))
  }

  /** A stream's uniform numbers, one a sample. */
  uniforms(stream: number): Float64Array {
    return Float64Array.from({ length: this.samples }, (_, s) => uniformAt(firstStep.seed, stream, firstStep.t, s))
  }
}

function uniformStreams(graph: Graph, roots: readonly NodeId[], given: readonly NodeId[]): number[] {
  const nodes = graph.reachable(roots, new Set(given)).map((id) => graph.node(id))
  return [...new Set(nodes.flatMap((node) => (node.op === 'uniform' ? [node.stream] : [])))]
}
