import type { Domain } from '../declare/landscape.ts'

/** The loss on a square lattice over the domain. */
export interface SurfaceGrid {
  domain: Domain
  /** Points along each side. */
  resolution: number
  /** Loss at (x_i, y_j) at index j·resolution + i, i along the first parameter, j along the second, both ascending. May hold NaN or ±∞. */
  loss: Float64Array
  /** Least and greatest finite loss on the lattice. */
  least: number
  greatest: number
  /** Loss at which the walls are cut: the landscape's percentile of the finite values, or the highest hilltop if that is above. */
  cap: number
}
