import { viridis } from '../../src/look/colour-map.ts'
import type { Picture } from './picture.ts'

/** Red, green and blue of `#rrggbb`. */
export function channels(colour: string): [number, number, number] {
  return [1, 3, 5].map((k) => Number.parseInt(colour.slice(k, k + 2), 16)) as [number, number, number]
}

/**
 * Place in viridis, 0 to 1, of a colour that light has made brighter or darker: by its hue alone. Undefined for greys and for hues
 * that the map does not have.
 */
export function placeInViridis([red, green, blue]: readonly number[]): number | undefined {
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < 25) return undefined
  let best = 0
  let least = Infinity
  for (let k = 0; k < 256; k++) {
    const distance = angleBetween([red, green, blue], viridis.subarray(3 * k, 3 * k + 3))
    if (distance < least) [best, least] = [k / 255, distance]
  }
  return least < 0.09 ? best : undefined
}

function angleBetween(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, aa, bb] = [0, 0, 0]
  for (let k = 0; k < 3; k++) {
    dot += a[k] * b[k]
    aa += a[k] * a[k]
    bb += b[k] * b[k]
  }
  return Math.acos(Math.min(1, dot / Math.sqrt(aa * bb)))
}

/** Share of the picture's pixels in each tenth of the colour map. */
export function viridisShares(picture: Picture): number[] {
  const shares = Array.from({ length: 10 }, () => 0)
  // Every third pixel both ways: the share is the same, the time a ninth.
  let seen = 0
  for (let y = 0; y < picture.height; y += 3)
    for (let x = 0; x < picture.width; x += 3) {
      seen++
      const place = placeInViridis(picture.at(x, y))
      if (place !== undefined) shares[Math.min(9, Math.floor(10 * place))]++
    }
  return shares.map((count) => count / seen)
}

/** How often, going down a column, a thin dark line crosses what is otherwise coloured by the map. */
export function darkLinesInColumn(picture: Picture, x: number): number {
  const lightness = (y: number) => Math.max(...picture.at(x, y).slice(0, 3))
  let lines = 0
  for (let y = 3; y < picture.height - 3; y++) {
    const around = Math.min(lightness(y - 3), lightness(y + 3))
    const thinnest = lightness(y) <= lightness(y - 1) && lightness(y) < lightness(y + 1)
    if (thinnest && lightness(y) < 0.8 * around && placeInViridis(picture.at(x, y - 3)) !== undefined) lines++
  }
  return lines
}
