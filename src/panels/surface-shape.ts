import type { Words } from '../i18n/en.ts'

export type Curvature = 'up' | 'down' | 'flat'

/** An eigenvalue this small beside the largest counts as flat in words. */
const flatShare = 1e-8

/** Whether the loss curves up or down along each eigenvector, or is flat beside the strongest curvature. */
export function curvatures(eigenvalues: readonly number[]): Curvature[] {
  const largest = Math.max(...eigenvalues.map(Math.abs))
  return eigenvalues.map((value) => {
    if (!(Math.abs(value) > flatShare * largest) || largest < 1e-12) return 'flat'
    return value > 0 ? 'up' : 'down'
  })
}

/** The name of the shape that these eigenvalues make. */
export function surfaceShape(eigenvalues: readonly number[]): keyof Words['inspector']['shapes'] {
  if (!eigenvalues.every(Number.isFinite)) return 'notFinite'
  const kinds = new Set(curvatures(eigenvalues))
  if (kinds.has('up') && kinds.has('down')) return 'mixed'
  if (kinds.has('up')) return kinds.has('flat') ? 'flatUp' : 'up'
  if (kinds.has('down')) return kinds.has('flat') ? 'flatDown' : 'down'
  return 'flat'
}
