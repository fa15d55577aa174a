import { contours as contourGenerator } from 'd3-contour'
import type { SurfaceGrid } from '../analysis/surface-grid.ts'
import type { ContourLine } from './protocol.ts'

/**
 * Contour lines of a lattice, one entry a level, in the order of the levels. Rings are x, y, x, y, … in grid units (0 …
 * resolution − 1, y up), closed, the last point equal to the first. Where the region above a level reaches the edge of the
 * lattice its ring runs along the edge exactly (x or y is 0 or resolution − 1), so that a view can leave that part undrawn.
 * Where the loss is NaN the lines go on as if the nearest known loss held there.
 */
export function contours(
  { loss, resolution }: Pick<SurfaceGrid, 'loss' | 'resolution'>,
  levels: readonly number[],
): ContourLine[] {
  if (resolution < 2) return levels.map((level) => ({ level, rings: [] }))
  const known = withoutHoles(loss, resolution)
  const generate = contourGenerator().size([resolution, resolution])
  const last = resolution - 1
  // d3 puts sample i at i + 0.5 and the edge half a cell outside the outermost samples.
  const toLattice = (coordinate: number) => Math.min(last, Math.max(0, coordinate - 0.5))
  return levels.map((level) => ({
    level,
    rings: Number.isFinite(level)
      ? generate
          .contour(known, level)
          .coordinates.flatMap((polygon) => polygon.map((ring) => Float32Array.from(ring.flat(), toLattice)))
      : [],
  }))
}

/** The losses with every NaN replaced by a nearest known one; all zero if none is known. */
function withoutHoles(loss: Float64Array, resolution: number): number[] {
  const filled = Array.from(loss)
  let front = filled.flatMap((value, k) => (Number.isNaN(value) ? [] : [k]))
  if (front.length === filled.length) return filled
  if (front.length === 0) return filled.fill(0)
  while (front.length > 0) {
    const next: number[] = []
    for (const k of front) {
      const column = k % resolution
      for (const neighbour of [
        column > 0 ? k - 1 : -1,
        column < resolution - 1 ? k + 1 : -1,
        k - resolution,
        k + resolution,
      ]) {
        if (neighbour >= 0 && neighbour < filled.length && Number.isNaN(filled[neighbour])) {
          filled[neighbour] = filled[k]
          next.push(neighbour)
        }
      }
    }
    front = next
  }
  return filled
}
