/**
 * Which rows of a trajectory are worth drawing: ascending indices, the first and the last always among them, at most `limit`.
 * Rows nearer than `least` to the last kept one are left out. What is still too long (an oscillation that never settles) is cut into
 * stretches of equal length of which only the extremes along either axis stay, so that the drawn band is as wide as the true one.
 * @param x first coordinate of each row
 * @param z second coordinate of each row
 */
export function keptRows(x: Float64Array, z: Float64Array, limit: number, least: number): Int32Array {
  const n = x.length
  const rows = new Int32Array(n)
  let kept = 0
  for (let row = 0; row < n; row++) {
    const before = rows[kept - 1]
    const moved = kept === 0 ? Infinity : Math.max(Math.abs(x[row] - x[before]), Math.abs(z[row] - z[before]))
    // A row that is not finite ends the path and must stay.
    if (!(moved < least) || row === n - 1) rows[kept++] = row
  }
  if (kept <= limit) return rows.slice(0, kept)
  return extremes(rows.subarray(0, kept), x, z, Math.floor((limit - 2) / 4))
}

/** The rows of least and greatest x and z in each of `stretches` equal parts, with the first and the last row. */
function extremes(rows: Int32Array, x: Float64Array, z: Float64Array, stretches: number): Int32Array {
  const kept: number[] = [rows[0]]
  for (let s = 0; s < stretches; s++) {
    const part = rows.subarray(
      Math.floor((s * rows.length) / stretches),
      Math.floor(((s + 1) * rows.length) / stretches),
    )
    let [left, right, near, far] = [part[0], part[0], part[0], part[0]]
    for (const row of part) {
      if (x[row] < x[left]) left = row
      if (x[row] > x[right]) right = row
      if (z[row] < z[near]) near = row
      if (z[row] > z[far]) far = row
    }
    for (const row of [left, right, near, far].sort((a, b) => a - b)) if (row > kept[kept.length - 1]) kept.push(row)
  }
  const last = rows[rows.length - 1]
  if (kept[kept.length - 1] < last) kept.push(last)
  return Int32Array.from(kept)
}
