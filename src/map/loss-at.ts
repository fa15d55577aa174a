import type { SurfaceGrid } from '../analysis/surface-grid.ts'

/** Loss between lattice points, bilinear; undefined outside the domain. NaN where a corner that counts is NaN. */
export function lossAt({ domain, resolution, loss }: SurfaceGrid, x: number, y: number): number | undefined {
  const [[left, right], [bottom, top]] = domain
  const u = ((x - left) / (right - left)) * (resolution - 1)
  const v = ((y - bottom) / (top - bottom)) * (resolution - 1)
  if (!(u >= 0 && u <= resolution - 1 && v >= 0 && v <= resolution - 1)) return undefined
  const i = Math.min(Math.floor(u), resolution - 2)
  const j = Math.min(Math.floor(v), resolution - 2)
  const corners: [number, number][] = [
    [j * resolution + i, (1 - (u - i)) * (1 - (v - j))],
    [j * resolution + i + 1, (u - i) * (1 - (v - j))],
    [(j + 1) * resolution + i, (1 - (u - i)) * (v - j)],
    [(j + 1) * resolution + i + 1, (u - i) * (v - j)],
  ]
  // A corner of weight 0 must not count: 0·∞ is NaN.
  return corners.reduce((sum, [k, weight]) => (weight === 0 ? sum : sum + weight * loss[k]), 0)
}
