import type { Build } from './build.ts'
import type { NodeId } from './graph.ts'
import type { Span } from './syntax.ts'
import type { Value } from './value.ts'

/** The loss seen from an optimizer's program. */
export interface LossAccess {
  /** Gradient and loss of this step's batch at another point. */
  gradientAt(point: readonly NodeId[]): readonly NodeId[]
  lossAt(point: readonly NodeId[]): NodeId
  /** Hessian rows at this step's θ. */
  hessian(): readonly (readonly NodeId[])[]
  /** Gradient at this step's θ, as the optimizer sees it. */
  gradient(): readonly NodeId[]
}

/** What the names of a formula mean while it is turned into a graph. */
export interface Scope {
  build: Build
  /** Number of parameters: the length of a vector. */
  size: number
  /** Newest value of a name; undefined if there is none. */
  read(name: string): Value | undefined
  /** Names that can be read, for near names. */
  names(): Iterable<string>
  /** The full name of a list, as its values are given; undefined where the name is no list. */
  list(name: string): string | undefined
  /** Absent in a loss: there `grad` and its kin have no meaning. */
  loss?: LossAccess
  /** The stream of the chance call at this place of the text. */
  stream(place: Span): number
}
