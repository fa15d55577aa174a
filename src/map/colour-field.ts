import type { SurfaceGrid } from '../analysis/surface-grid.ts'
import { colourAt, viridis } from '../look/colour-map.ts'
import { heightOf, type HeightScale } from '../look/height.ts'

export interface ColourField {
  /** Red, green, blue, alpha; rows from the top (greatest second parameter) down. Transparent where the loss is NaN. */
  pixels: Uint8ClampedArray<ArrayBuffer>
  /** Whether any loss is NaN. */
  holes: boolean
}

/** Most of the way to white that the colour above the cap goes. */
const lightest = 0.4

/** One pixel a lattice point: the colour of its height; above the cap the top colour, lighter the farther above. */
export function colourField({ loss, resolution }: SurfaceGrid, scale: HeightScale): ColourField {
  const pixels = new Uint8ClampedArray(4 * resolution * resolution)
  const top = colourAt(viridis, 1)
  let holes = false
  for (let j = 0; j < resolution; j++) {
    for (let i = 0; i < resolution; i++) {
      const height = heightOf(scale, loss[j * resolution + i])
      const p = 4 * ((resolution - 1 - j) * resolution + i)
      if (Number.isNaN(height)) {
        holes = true
        continue
      }
      pixels[p + 3] = 255
      if (height <= 1) {
        // The table itself, not colourAt: a triple for every pixel would be garbage by the ten thousand.
        const k = 3 * Math.round(255 * Math.max(0, height))
        pixels[p] = viridis[k]
        pixels[p + 1] = viridis[k + 1]
        pixels[p + 2] = viridis[k + 2]
      } else {
        const light = lightest * (1 - 1 / height)
        for (let c = 0; c < 3; c++) pixels[p + c] = top[c] + light * (255 - top[c])
      }
    }
  }
  return { pixels, holes }
}
