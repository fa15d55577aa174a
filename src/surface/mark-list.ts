import { channels } from './channels.ts'
import { markStride } from './segment-geometry.ts'

/** A growing list of marked segments for a `SegmentGeometry`. */
export class MarkList {
  private readonly numbers: number[] = []

  /** A straight segment; widths in CSS pixels at either end. */
  segment(
    from: readonly number[],
    to: readonly number[],
    widths: readonly [number, number],
    colour: string,
    { alpha = 1, round = true } = {},
  ): void {
    const [x0, y0, z0] = from
    const [x1, y1, z1] = to
    this.numbers.push(x0, y0, z0, 0, x1, y1, z1, 0, 0, 0, ...widths, round ? 1 : 0, ...channels(colour), alpha)
  }

  /** A line through the points, of one width. */
  line(points: readonly (readonly number[])[], width: number, colour: string, alpha = 1): void {
    for (let k = 1; k < points.length; k++)
      this.segment(points[k - 1], points[k], [width, width], colour, { alpha, round: alpha === 1 })
  }

  data(): Float32Array {
    const data = Float32Array.from(this.numbers)
    if (data.length % markStride !== 0) throw new Error('a mark of the wrong length')
    return data
  }
}
