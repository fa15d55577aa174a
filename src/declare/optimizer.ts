import type { LocalizedText } from '../i18n/language.ts'
import type { Entry } from './entry.ts'

export interface EventDeclaration {
  /** A scalar of the program; the event happens at a step where it is true. */
  when: string
  says: LocalizedText
}

/** A program that ends by assigning `theta`; see DESIGN: state, then the lines of one step. */
export interface Optimizer extends Entry {
  family: 'gradient' | 'momentum' | 'adaptive' | 'second-order'
  /** Id of the optimizer whose suggested rates fit this one too, or `none` where its own default does; absent: by family. */
  ratesLike?: string
  /** Initial values: numbers, or expressions in hyperparameters, `learningRate` and `theta`. */
  state: Readonly<Record<string, number | string>>
  program: string
  /** States that hold a momentum (a modifier's `eachMomentum` runs on each). */
  momentumState?: readonly string[]
  /** States that are points of the surface and can be drawn as paths. */
  points?: readonly string[]
  events?: readonly EventDeclaration[]
  /** η/σ a parameter, an expression in the program's names. */
  effectiveRate?: string
}

/** Declares an optimizer for the shelf. */
export function optimizer(declared: Optimizer): Optimizer {
  return declared
}
