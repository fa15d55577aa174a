/** One eigenvalue λ of a symmetric matrix with its unit eigenvector, whose largest component is positive. */
export interface Eigenpair {
  value: number
  vector: number[]
}

/**
 * Eigenpairs of a symmetric n × n matrix (rows), by ascending value, by cyclic Jacobi rotations (exact after one for n = 2).
 * A matrix with a non-finite entry has NaN pairs.
 * Source: G. H. Golub, C. F. Van Loan, Matrix Computations, 4th ed., §8.5.
 */
export function eigenpairs(matrix: readonly (readonly number[])[]): Eigenpair[] {
  const n = matrix.length
  const a = matrix.map((row) => [...row])
  const vectors = matrix.map((_, i) => matrix.map((_, j) => (i === j ? 1 : 0)))
  if (a.some((row) => row.some((entry) => !Number.isFinite(entry))))
    return a.map(() => ({ value: NaN, vector: new Array<number>(n).fill(NaN) }))
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) rotated = rotate(a, vectors, p, q) || rotated
    if (!rotated) break
  }
  return a
    .map((row, k) => ({ value: row[k], vector: oriented(vectors.map((entries) => entries[k])) }))
    .sort((x, y) => x.value - y.value)
}

/** Off-diagonal entries this small change no bit of the eigenvalues. */
const negligible = 5.6e-17

/** One Jacobi rotation that zeroes a[p][q]; false where that entry is nothing beside the diagonal. */
function rotate(a: number[][], vectors: number[][], p: number, q: number): boolean {
  const off = a[p][q]
  if (Math.abs(off) <= negligible * Math.min(Math.abs(a[p][p]), Math.abs(a[q][q]))) {
    a[p][q] = a[q][p] = 0
    return false
  }
  const half = (a[q][q] - a[p][p]) / (2 * off)
  const t = Number.isFinite(half * half)
    ? (half < 0 ? -1 : 1) / (Math.abs(half) + Math.sqrt(half * half + 1))
    : 1 / (2 * half)
  const c = 1 / Math.sqrt(t * t + 1)
  const s = t * c
  a[p][p] -= t * off
  a[q][q] += t * off
  a[p][q] = a[q][p] = 0
  for (let k = 0; k < a.length; k++) {
    if (k !== p && k !== q) {
      const kp = a[k][p]
      const kq = a[k][q]
      a[k][p] = a[p][k] = c * kp - s * kq
      a[k][q] = a[q][k] = s * kp + c * kq
    }
    const vp = vectors[k][p]
    const vq = vectors[k][q]
    vectors[k][p] = c * vp - s * vq
    vectors[k][q] = s * vp + c * vq
  }
  return true
}

function oriented(vector: number[]): number[] {
  let largest = 0
  for (let i = 1; i < vector.length; i++) if (Math.abs(vector[i]) > Math.abs(vector[largest])) largest = i
  return vector[largest] < 0 ? vector.map((x) => -x) : vector
}
