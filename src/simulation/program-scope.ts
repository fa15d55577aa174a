import type { Build } from '../formula/build.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { reservedWords } from '../formula/functions.ts'
import { lower } from '../formula/lower.ts'
import type { LossAccess, Scope } from '../formula/scope.ts'
import type { Program, Span } from '../formula/syntax.ts'
import { vector, type Value } from '../formula/value.ts'

/** One line of a program as it was run: what it read and what it made. */
export interface Line {
  name: string
  reads: ReadonlyMap<string, Value>
  after: Value
}

/** Gives every chance call of every program its own stream, the same whenever that text is lowered again. */
export class Streams {
  private readonly known = new Map<string, number>()

  of(program: string, place: Span): number {
    const key = `${program} ${place.start}`
    const stream = this.known.get(key) ?? this.known.size
    this.known.set(key, stream)
    return stream
  }
}

export interface ProgramScopeOptions {
  build: Build
  size: number
  /** Names the program; its chance calls and its messages are told apart by it. */
  program: string
  streams: Streams
  values: ReadonlyMap<string, Value>
  /** Full names of the lists. */
  lists?: ReadonlyMap<string, string>
  loss?: LossAccess | undefined
}

/** The names of one program while its lines run in order: a name on the right is its newest value. */
export class ProgramScope implements Scope {
  readonly build: Build
  readonly size: number
  readonly loss?: LossAccess
  readonly lines: Line[] = []
  private readonly program: string
  private readonly streams: Streams
  private readonly values: Map<string, Value>
  private readonly lists: ReadonlyMap<string, string>
  private reads = new Map<string, Value>()

  constructor({ build, size, program, streams, values, lists, loss }: ProgramScopeOptions) {
    this.build = build
    this.size = size
    this.program = program
    this.streams = streams
    this.values = new Map(values)
    this.lists = lists ?? new Map()
    if (loss) this.loss = loss
  }

  read(name: string): Value | undefined {
    const value = this.values.get(name)
    if (value) this.reads.set(name, value)
    return value
  }

  names(): Iterable<string> {
    return this.values.keys()
  }

  list(name: string): string | undefined {
    return this.lists.get(name)
  }

  stream(place: Span): number {
    return this.streams.of(this.program, place)
  }

  /**
   * Runs the lines.
   * @param fixed names that may be read but not assigned
   * @throws FormulaError
   */
  run(program: Program, fixed: ReadonlySet<string>): void {
    const given = new Set(this.values.keys())
    for (const { name, nameSpan, value } of program.assignments) {
      if (reservedWords.has(name))
        throw new FormulaError(`“${name}” is a word of the language and cannot be assigned.`, nameSpan)
      if (fixed.has(name)) throw new FormulaError(`“${name}” can be read here but not assigned.`, nameSpan)
      this.reads = new Map()
      const lowered = lower(value, this)
      // θ, g and state are numbers of the run, not of a sample; only names of the program's own may be columns.
      if (lowered.kind === 'column' && given.has(name))
        throw new FormulaError(`“${name}” cannot hold one value a sample: put mean(…) around it.`, value.span)
      const before = this.values.get(name)
      // A name that was a vector stays one: an assigned scalar stands for equal components.
      const after =
        before?.kind === 'vector' && lowered.kind === 'scalar'
          ? vector(new Array<number>(this.size).fill(lowered.node))
          : lowered
      this.values.set(name, after)
      this.lines.push({ name, reads: this.reads, after })
      // What is read from outside between the lines belongs to none of them.
      this.reads = new Map()
    }
  }
}
