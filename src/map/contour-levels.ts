import { lossOf, type HeightScale } from '../look/height.ts'

/** Losses at `count` heights, equally spaced in height between the least loss and the cap: half a spacing from either end. */
export function contourLevels(scale: HeightScale, count = 14): number[] {
  return Array.from({ length: count }, (_, k) => lossOf(scale, (k + 0.5) / count))
}
