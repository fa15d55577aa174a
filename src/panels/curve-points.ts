/** Columns of a small curve: beyond twice as many values each column shows its least and its greatest. */
const columns = 240

/** From the bottom (0) to the top (1) of a small curve. */
export interface CurveSpan {
  low: number
  high: number
}

/** Zero (or what is below it) to the greatest value; `tight`: from the least one, with some room. */
export function curveSpan(values: ArrayLike<number>, tight = false): CurveSpan {
  let [least, most] = [Infinity, -Infinity]
  for (let k = 0; k < values.length; k++) {
    if (values[k] < least) least = values[k]
    if (values[k] > most && values[k] < Infinity) most = values[k]
  }
  if (!(most > -Infinity) || !Number.isFinite(least)) return { low: 0, high: 1 }
  if (!tight) return { low: Math.min(0, least), high: most > Math.min(0, least) ? most : least + 1 }
  const room = most > least ? (most - least) / 8 : 0.1
  return { low: least - room, high: most + room }
}

/** Height of a value within the span, 0 to 1. */
export function curveHeight({ low, high }: CurveSpan, value: number): number {
  return Math.min(1, Math.max(0, (value - low) / (high - low)))
}

/**
 * A curve as the points of an SVG polyline, 100 wide and 100 high; values that are not finite are left out.
 * @param values one a step, from step 1 on
 * @param steps at the right edge
 */
export function curvePoints(values: ArrayLike<number>, steps: number, span: CurveSpan): string {
  const points: string[] = []
  const put = (k: number) => {
    if (!Number.isFinite(values[k])) return
    points.push(`${rounded((100 * (k + 1)) / steps)},${rounded(100 - 100 * curveHeight(span, values[k]))}`)
  }
  const count = values.length
  const stretches = count > 2 * columns ? columns : count
  for (let column = 0; column < stretches; column++) {
    const [begin, end] = [column, column + 1].map((c) => Math.floor((c * count) / stretches))
    let [least, most] = [begin, begin]
    for (let k = begin; k < end; k++) {
      if (values[k] < values[least]) least = k
      if (values[k] > values[most]) most = k
    }
    put(Math.min(least, most))
    if (least !== most) put(Math.max(least, most))
  }
  return points.join(' ')
}

function rounded(coordinate: number): number {
  return Number(coordinate.toFixed(2))
}
