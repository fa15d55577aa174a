import type { Build } from '../formula/build.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { reservedWords } from '../formula/functions.ts'
import type { NodeId } from '../formula/graph.ts'
import type { LossAccess } from '../formula/scope.ts'
import { broadcast, components, scalar, vector, type Value } from '../formula/value.ts'
import { lowerInitialValue } from './initial-value.ts'
import { thetaInput, type LossGraph } from './loss-graph.ts'
import { hyperparameterValues, listNames, type Part } from './part.ts'
import { ProgramScope } from './program-scope.ts'
import { vectorStates } from './vector-states.ts'

/** One number of state: θ's components first, then what the programs keep. */
export interface StateSlot {
  input: NodeId
  next: NodeId
  /** Its value before the first step; depends on hyperparameters, the learning rate, `steps` and the start (`start.0` …). */
  initial: NodeId
  /** θ: never kept in the table. */
  always?: boolean
}

/** A named state: the slots of its components. */
export interface State {
  /** As declared; a modifier's or a schedule's is led by its id: `lookahead.slow`. */
  name: string
  slots: readonly number[]
  /** Kept for the programs, not declared by one. */
  hidden?: boolean
}

/** Collects the state of a run's programs while they are put together into one step. */
export class StepComposer {
  readonly loss: LossGraph
  readonly build: Build
  readonly size: number
  readonly slots: StateSlot[] = []
  readonly states: State[] = []
  private readonly known = new Map<string, ReadonlyMap<string, State>>()

  constructor(loss: LossGraph) {
    this.loss = loss
    this.build = loss.build
    this.size = loss.size
    for (let i = 0; i < this.size; i++) {
      const input = this.build.input(thetaInput(i))
      this.slots.push({ input, next: input, initial: this.build.input(`start.${i}`), always: true })
    }
  }

  /** θ before the step. */
  theta(): Value {
    return this.current({ name: 'theta', slots: Array.from({ length: this.size }, (_, i) => i) })
  }

  /** A state nobody declared, such as the loss of the step before. */
  hidden(name: string, initial: NodeId): { value: Value; set(next: NodeId): void } {
    const k = this.slots.length
    const input = this.build.input(name)
    this.slots.push({ input, next: input, initial })
    this.states.push({ name, slots: [k], hidden: true })
    return { value: scalar(input), set: (next) => (this.slots[k].next = next) }
  }

  /** A scope in which the part's lines can run: shared names, its hyperparameters, its states as they were before the step. */
  scope(part: Part, shared: ReadonlyMap<string, Value>, loss?: LossAccess): ProgramScope {
    const states = this.statesOf(part, shared)
    const hyperparameters = hyperparameterValues(this.build, part)
    // What a schedule set stands before what the slider says.
    for (const name of shared.keys()) hyperparameters.delete(name)
    return new ProgramScope({
      build: this.build,
      size: this.size,
      program: part.id,
      streams: this.loss.streams,
      values: new Map([
        ...shared,
        ...hyperparameters,
        ...[...states].map(([name, state]) => [name, this.current(state)] as const),
      ]),
      lists: listNames(part),
      loss,
    })
  }

  /** Keeps what the part's states are after its lines have run; where `active` is given, only when it is true. */
  keep(part: Part, scope: ProgramScope, active?: NodeId): void {
    for (const [name, state] of this.known.get(part.id) ?? []) this.setState(state, scope.read(name) as Value, active)
  }

  setState(state: State, value: Value, active?: NodeId): void {
    const nodes = state.slots.length === 1 ? [components(value)[0]] : broadcast(value, this.size)
    state.slots.forEach((k, i) => {
      this.slots[k].next = active === undefined ? nodes[i] : this.build.where(active, nodes[i], this.slots[k].input)
    })
  }

  /** The part's state of that name. */
  state(part: Part, name: string): State | undefined {
    return this.known.get(part.id)?.get(name)
  }

  /** `lookahead.slow`; where a thing is used again in a run, `lookahead2.slow`. */
  private freeName(prefix: string, name: string): string {
    const taken = (full: string): boolean => this.states.some((state) => state.name === full)
    if (!taken(prefix + name)) return prefix + name
    for (let use = 2; ; use++) {
      const full = `${prefix.slice(0, -1)}${use}.${name}`
      if (!taken(full)) return full
    }
  }

  private current({ slots, name }: State): Value {
    const nodes = slots.map((k) => this.slots[k].input)
    return nodes.length === 1 && name !== 'theta' ? scalar(nodes[0]) : vector(nodes)
  }

  private statesOf(part: Part, shared: ReadonlyMap<string, Value>): ReadonlyMap<string, State> {
    const known = this.known.get(part.id)
    if (known) return known
    const { build, size } = this
    const hyperparameters = hyperparameterValues(build, part)
    const lists = listNames(part)
    const kinds = new Map(
      [...hyperparameters, ...shared].map(
        ([name, value]) => [name, value.kind === 'vector' ? 'vector' : 'scalar'] as const,
      ),
    )
    const vectors = vectorStates({ size, program: part.program, state: part.state, names: kinds, lists })
    const start = vector(Array.from({ length: size }, (_, i) => build.input(`start.${i}`)))
    const initialNames = new Map<string, Value>([
      ...hyperparameters,
      ['learningRate', scalar(build.input('optimizer.learningRate'))],
      ['steps', scalar(build.input('steps'))],
      ['theta', start],
    ])
    const scope = new ProgramScope({
      build,
      size,
      program: part.id,
      streams: this.loss.streams,
      values: initialNames,
      lists,
    })
    const states = new Map<string, State>()
    for (const [name, declared] of Object.entries(part.state)) {
      if (shared.has(name) || reservedWords.has(name))
        throw new FormulaError(`“${name}” means something else here; give the state another name.`, {
          start: 0,
          end: 0,
        })
      const initial =
        typeof declared === 'number' ? scalar(build.number(declared)) : lowerInitialValue(name, declared, scope)
      const isVector = vectors.has(name)
      const initials = isVector ? broadcast(initial, size) : components(initial)
      const slots = initials.map((node, i) => {
        const input = build.input(`${part.id}.state.${name}${isVector ? `.${i}` : ''}`)
        this.slots.push({ input, next: input, initial: node })
        return this.slots.length - 1
      })
      const state = { name: this.freeName(part.prefix, name), slots }
      states.set(name, state)
      this.states.push(state)
    }
    this.known.set(part.id, states)
    return states
  }
}
