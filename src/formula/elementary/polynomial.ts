import type { Lane } from '../lane.ts'

/** c[0] + c[1]·x + c[2]·x² + … from the highest coefficient down (Horner). */
export function polynomial<V, M>(lane: Lane<V, M>, x: V, coefficients: readonly number[]): V {
  let sum = lane.constant(coefficients[coefficients.length - 1])
  for (let i = coefficients.length - 2; i >= 0; i--) {
    sum = lane.add(lane.mul(sum, x), lane.constant(coefficients[i]))
  }
  return sum
}

/**
 * even(x²) + x·odd(x²), where `square` is x². One multiplication more than Horner, but the two halves run side by
 * side, which halves the wait: a single trajectory is bound by latency.
 */
export function splitPolynomial<V, M>(
  lane: Lane<V, M>,
  x: V,
  square: V,
  even: readonly number[],
  odd: readonly number[],
): V {
  return lane.add(polynomial(lane, square, even), lane.mul(x, polynomial(lane, square, odd)))
}
