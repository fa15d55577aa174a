import { eigenpairs, type Eigenpair } from './eigenpairs.ts'
import type { SecondOrderMethod } from './graph.ts'

/** Eigenvalues this much smaller than the largest count as zero: no step is taken along them. */
const negligible = 1e-12

/**
 * One second-order step, by eigenpairs of the Hessian. Interpreter and kernel both call this very function.
 * @param input Hessian's upper triangle by rows, then the gradient, then (for the Newtons) the damping μ
 * @param output `newton`: (H + μI)⁻¹g; `saddleFreeNewton`: (|H| + μI)⁻¹g; `leastEigenvector`: unit vector v of the least
 *   eigenvalue with v·g ≤ 0 (largest component positive where v·g = 0). Eigenvalues |λ| ≤ 1e-12·max|λ| are dropped by the Newtons.
 */
export function secondOrderStep(
  method: SecondOrderMethod,
  size: number,
  input: Float64Array,
  output: Float64Array,
): void {
  const triangle = (size * (size + 1)) / 2
  const pairs = eigenpairs(symmetric(input, size))
  const g = input.subarray(triangle, triangle + size)
  if (method === 'leastEigenvector') {
    const { vector } = pairs[0]
    const sign = dot(vector, g) > 0 ? -1 : 1
    for (let i = 0; i < size; i++) output[i] = sign * vector[i]
    return
  }
  output.fill(0, 0, size)
  const damping = input[triangle + size]
  const largest = Math.max(...pairs.map((pair) => Math.abs(pair.value)))
  for (const pair of pairs) if (!(Math.abs(pair.value) <= negligible * largest)) add(pair)

  function add({ value, vector }: Eigenpair): void {
    const along = dot(vector, g) / ((method === 'saddleFreeNewton' ? Math.abs(value) : value) + damping)
    for (let i = 0; i < size; i++) output[i] += along * vector[i]
  }
}

function symmetric(upper: Float64Array, size: number): number[][] {
  const rows = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  let k = 0
  for (let i = 0; i < size; i++) for (let j = i; j < size; j++) rows[i][j] = rows[j][i] = upper[k++]
  return rows
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}
