import { heightOf, lossOf, type HeightScale } from '../look/height.ts'

/** Round numbers (1, 2 or 5 times a power of ten apart) within [low, high], about `count` of them, ascending. */
export function roundTicks(low: number, high: number, count: number): number[] {
  if (!(high > low) || !Number.isFinite(high - low)) return []
  const rough = (high - low) / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((k) => k * power).find((s) => s >= rough * 0.999) as number
  const ticks: number[] = []
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++)
    ticks.push(Number((k * step).toPrecision(12)))
  return ticks
}

/**
 * Losses to mark on the vertical axis, ascending: round numbers where height is linear; where it is logarithmic, numbers of one
 * significant digit at least `apart` (in heights) from one another.
 */
export function lossTicks(scale: HeightScale, count = 4, apart = 0.16): number[] {
  if (scale.kind === 'linear') return roundTicks(scale.least, scale.cap, count)
  const ticks: number[] = []
  let below = -Infinity
  for (let k = 0; k <= 40; k++) {
    const loss = Number(lossOf(scale, k / 40).toPrecision(1))
    const height = heightOf(scale, loss)
    if (loss >= scale.least && height <= 1 && height >= below + apart) {
      ticks.push(loss)
      below = height
    }
  }
  return ticks
}
