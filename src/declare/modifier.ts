import type { Entry } from './entry.ts'
import type { EventDeclaration } from './optimizer.ts'

/** A program that runs before the optimizer (may assign `g` and `theta`) or after it (may assign `theta`). */
export interface Modifier extends Entry {
  when: 'before' | 'after'
  state: Readonly<Record<string, number | string>>
  program: string
  /** Run once for each momentum state of the optimizer, which it sees as `buffer`. */
  eachMomentum?: { state: Readonly<Record<string, number | string>>; program: string }
  points?: readonly string[]
  events?: readonly EventDeclaration[]
}

/** Declares a modifier for the shelf. */
export function modifier(declared: Modifier): Modifier {
  return declared
}
