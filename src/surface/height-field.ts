import type { SurfaceGrid } from '../analysis/surface-grid.ts'
import type { Domain, Landscape } from '../declare/landscape.ts'
import { heightOf, type HeightScale } from '../look/height.ts'

/** Heights beyond this are drawn nowhere; clipping them keeps vertices of a wall from flying off and ∞ from making holes. */
const ceiling = 3

/**
 * The surface as it is drawn: heights on the lattice, straight on each triangle. Rays, rings, balls and paths ask it, so that they
 * meet what is seen and not what is meant. Cells are split along alternating diagonals, which shows symmetric surfaces symmetric.
 */
export class HeightField {
  readonly domain: Domain
  readonly resolution: number
  readonly scale: HeightScale
  /** Height at (i, j) at index j·resolution + i: 0 at the least, 1 at the cap; NaN is a hole. */
  readonly heights: Float32Array

  constructor(grid: SurfaceGrid, kind: Landscape['heightScale']) {
    this.domain = grid.domain
    this.resolution = grid.resolution
    this.scale = { kind, least: grid.least, cap: grid.cap }
    this.heights = new Float32Array(grid.loss.length)
    for (let k = 0; k < grid.loss.length; k++) {
      const loss = grid.loss[k]
      // −∞ has no height to stand at; +∞ is a wall like any other.
      this.heights[k] = loss === -Infinity ? NaN : Math.min(heightOf(this.scale, loss), ceiling)
    }
  }

  /** Height on the drawn triangles at the shares u, v of the two parameters; NaN outside the domain and in holes. */
  at(u: number, v: number): number {
    const last = this.resolution - 1
    if (!(u >= 0 && u <= 1 && v >= 0 && v <= 1)) return NaN
    const i = Math.min(Math.floor(u * last), last - 1)
    const j = Math.min(Math.floor(v * last), last - 1)
    return this.inCell(i, j, u * last - i, v * last - j)
  }

  /** Height within the cell whose low corner is (i, j), at the fractions x, y of its sides. */
  inCell(i: number, j: number, x: number, y: number): number {
    const k = j * this.resolution + i
    const a = this.heights[k]
    const b = this.heights[k + 1]
    const c = this.heights[k + this.resolution]
    const d = this.heights[k + this.resolution + 1]
    if (splitsUpwards(i, j)) return x >= y ? a + x * (b - a) + y * (d - b) : a + y * (c - a) + x * (d - c)
    return x + y <= 1 ? a + x * (b - a) + y * (c - a) : d + (1 - x) * (c - d) + (1 - y) * (b - d)
  }

  /** Upward unit normal in the scene at the shares u, v, from central differences over a cell; straight up where there is none. */
  normalAt(u: number, v: number, tall: number): [number, number, number] {
    const step = 1 / (this.resolution - 1)
    const [u0, u1] = [Math.max(u - step, 0), Math.min(u + step, 1)]
    const [v0, v1] = [Math.max(v - step, 0), Math.min(v + step, 1)]
    const x = (-tall * (this.at(u1, v) - this.at(u0, v))) / (2 * (u1 - u0))
    const z = (tall * (this.at(u, v1) - this.at(u, v0))) / (2 * (v1 - v0))
    const length = Math.hypot(x, 1, z)
    return Number.isFinite(length) ? [x / length, 1 / length, z / length] : [0, 1, 0]
  }
}

/** Whether the cell's diagonal goes from its low corner to its high one. */
export function splitsUpwards(i: number, j: number): boolean {
  return (i + j) % 2 === 0
}
