import type { CriticalPointKind } from '../declare/landscape.ts'
import type { Eigenpair } from '../formula/eigenpairs.ts'

/** Eigenvalues below this share of the surface's typical curvature count as zero. */
const zeroShare = 1e-8

/**
 * What kind of critical point eigenvalues make: `degenerate` where one is zero beside the largest, or beside `curvature`, the size
 * that eigenvalues have on this surface.
 */
export function classify(pairs: readonly Eigenpair[], curvature: number): CriticalPointKind {
  const largest = pairs.reduce((most, pair) => Math.max(most, Math.abs(pair.value)), curvature)
  const zero = zeroShare * largest
  if (pairs.some((pair) => !(Math.abs(pair.value) > zero))) return 'degenerate'
  const positive = pairs.filter((pair) => pair.value > 0).length
  if (positive === pairs.length) return 'minimum'
  return positive === 0 ? 'maximum' : 'saddle'
}

/** Largest eigenvalue's size over the smallest's; ∞ where that is zero. */
export function conditionNumber(pairs: readonly Eigenpair[]): number {
  const sizes = pairs.map((pair) => Math.abs(pair.value))
  return Math.max(...sizes) / Math.min(...sizes)
}
