import type { Entry } from './entry.ts'
import type { EventDeclaration } from './optimizer.ts'

/** A program that assigns `learningRate` (and may assign `momentum`) for this step. On the right both are the run's own values. */
export interface Schedule extends Entry {
  state: Readonly<Record<string, number | string>>
  program: string
  events?: readonly EventDeclaration[]
}

/** Declares a schedule for the shelf. */
export function schedule(declared: Schedule): Schedule {
  return declared
}
