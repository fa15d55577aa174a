/** One line of the optimizer's program as it ran in one step. Values are one number a parameter, or one number. */
export interface ReadLine {
  name: string
  /** The name's value before the line, where it had one. */
  before: readonly number[] | undefined
  after: readonly number[]
  /** Every name the line read, with the value it had then. */
  reads: Readonly<Record<string, readonly number[]>>
}

/** What the optimizer's program held in one step. */
export interface StepReading {
  /** Index of the run. */
  run: number
  /** The step t, counted from 1. */
  step: number
  lines: readonly ReadLine[]
  /** Every name the program read or assigned, with its newest value in this step. */
  values: Readonly<Record<string, readonly number[]>>
}
