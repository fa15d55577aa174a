import type { Entry } from './entry.ts'

export type CriticalPointKind = 'minimum' | 'maximum' | 'saddle' | 'degenerate'

/** One [low, high] a parameter. */
export type Domain = readonly (readonly [number, number])[]

export interface Landscape extends Entry {
  /** Names of the parameters, two or more. */
  parameters: readonly string[]
  /** One expression, or a program whose last line assigns `loss`. */
  loss: string
  domain: Domain
  /** Where runs start unless told otherwise; the first is the default. */
  starts: readonly (readonly number[])[]
  /** How loss becomes height on the surface. */
  heightScale: 'linear' | 'log'
  /** The percentile of the loss over the domain at which the walls are cut, 0–100. */
  heightCap: number
  /** Learning rates, by optimizer id, that show something here; `default` for the others. */
  suggestedRates: Readonly<Record<string, number>>
  /** Data columns, all of one length. */
  data?: Readonly<Record<string, readonly number[]>>
  /** Known critical points, for tests only. */
  criticalPoints?: readonly { theta: readonly number[]; kind: CriticalPointKind }[]
}

/** Declares a landscape for the shelf. */
export function landscape(declared: Landscape): Landscape {
  return declared
}
