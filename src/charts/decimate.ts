/**
 * Indices of the values worth drawing when `values` spread evenly over that many columns of pixels: of each column the first, the least, the greatest
 * and the last value, and one that cannot be drawn if there is any, so that gaps stay. Ascending; all indices when the values
 * are few. The picture is the same as that of all values.
 */
export function decimate(
  values: ArrayLike<number>,
  columns: number,
  drawable: (value: number) => boolean = Number.isFinite,
): Int32Array {
  const count = values.length
  if (!(columns >= 1) || count <= 4 * columns) return Int32Array.from({ length: count }, (_, k) => k)
  const kept = new Int32Array(5 * Math.ceil(columns))
  let size = 0
  let begin = 0
  for (let column = 1; begin < count; column++) {
    const end = Math.min(count, Math.ceil((column * count) / columns))
    let least = -1
    let greatest = -1
    let gap = -1
    for (let k = begin; k < end; k++) {
      const value = values[k]
      if (!drawable(value)) gap = k
      else {
        if (least < 0 || value < values[least]) least = k
        if (greatest < 0 || value > values[greatest]) greatest = k
      }
    }
    let last = -1
    // The same index may be several of them; −1 is none.
    let next = begin
    while (next < end) {
      kept[size++] = last = next
      next = end
      for (const k of [least, greatest, gap, end - 1]) if (k > last && k < next) next = k
    }
    begin = end
  }
  return kept.slice(0, size)
}
