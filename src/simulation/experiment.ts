import type { Values } from '../declare/hyperparameter.ts'
import type { Domain, Landscape } from '../declare/landscape.ts'
import type { Modifier } from '../declare/modifier.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import type { Schedule } from '../declare/schedule.ts'

/** A declared thing with the hyperparameter values that differ from its defaults. */
export interface Setting<Thing> {
  thing: Thing
  values: Values
}

/** Schedules multiplied together (`@a*b`). */
export type ScheduleProduct = readonly Setting<Schedule>[]

/** One part of a schedule sequence (`@a~60~b`): `from` is the first step (counted from 1) at which it rules. */
export interface SchedulePart {
  from: number
  factors: ScheduleProduct
}

/** One optimizer with its schedule and modifiers. */
export interface Run {
  optimizer: Setting<Optimizer>
  /** Empty: constant. */
  schedule: readonly SchedulePart[]
  modifiers: readonly Setting<Modifier>[]
  /** Its own chance; absent: the experiment's. */
  seed?: number
  /** Computed but not drawn. */
  hidden?: boolean
}

/** The whole set-up: what a link holds, what can be undone, what is computed. Plain data, posted to the worker as it is. */
export interface Experiment {
  landscape: Setting<Landscape>
  /** Replaces the landscape's domain. */
  domain?: Domain
  /** The first is where runs start; absent or empty: the landscape's own start. */
  starts: readonly (readonly number[])[]
  runs: readonly Run[]
  steps: number
  seed: number
}
