import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three'
import { splitsUpwards, type HeightField } from './height-field.ts'

/**
 * The mesh of a height field. Positions hold (x, height, z) with the height in 0 … 1; `slope` holds ∂h/∂u, ∂h/∂v and 1, or 0 at
 * vertices that are not drawn. A new field of the same resolution only rewrites the heights: nothing is allocated.
 */
export class SurfaceGeometry extends BufferGeometry {
  readonly resolution: number

  constructor(resolution: number) {
    super()
    this.resolution = resolution
    const last = resolution - 1
    const positions = new Float32Array(3 * resolution ** 2)
    for (let j = 0; j <= last; j++)
      for (let i = 0; i <= last; i++)
        positions.set([(2 * i) / last - 1, 0, 1 - (2 * j) / last], 3 * (j * resolution + i))
    const indices = new Uint32Array(6 * last ** 2)
    let n = 0
    for (let j = 0; j < last; j++)
      for (let i = 0; i < last; i++) {
        const a = j * resolution + i
        const [b, c, d] = [a + 1, a + resolution, a + resolution + 1]
        indices.set(splitsUpwards(i, j) ? [a, b, d, a, d, c] : [a, b, c, b, d, c], n)
        n += 6
      }
    this.setIndex(new BufferAttribute(indices, 1))
    this.setAttribute('position', new BufferAttribute(positions, 3).setUsage(DynamicDrawUsage))
    this.setAttribute('slope', new BufferAttribute(new Float32Array(positions.length), 3).setUsage(DynamicDrawUsage))
  }

  /** Takes on the heights of a field of this geometry's resolution. */
  show({ heights, resolution }: HeightField): void {
    const last = resolution - 1
    const positions = this.getAttribute('position')
    const slopes = this.getAttribute('slope')
    for (let j = 0; j <= last; j++)
      for (let i = 0; i <= last; i++) {
        const k = j * resolution + i
        const height = heights[k]
        const [left, right] = [Math.max(i - 1, 0), Math.min(i + 1, last)]
        const [low, high] = [Math.max(j - 1, 0), Math.min(j + 1, last)]
        const row = j * resolution
        const alongU = ((heights[row + right] - heights[row + left]) * last) / (right - left)
        const alongV = ((heights[high * resolution + i] - heights[low * resolution + i]) * last) / (high - low)
        // A vertex that is NaN would throw spikes on some graphics cards, so a hole is marked instead.
        const drawn = !Number.isNaN(height)
        positions.setY(k, drawn ? height : 0)
        slopes.setXYZ(k, Number.isFinite(alongU) ? alongU : 0, Number.isFinite(alongV) ? alongV : 0, drawn ? 1 : 0)
      }
    positions.needsUpdate = true
    slopes.needsUpdate = true
  }
}
