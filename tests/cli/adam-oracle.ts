/** Adam as in its paper, in plain JavaScript: the walk from a start under a rate for each step. */
export function adamOracle(
  gradient: (theta: readonly number[]) => number[],
  start: readonly number[],
  rates: readonly number[],
): number[][] {
  const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-8]
  const walk = [[...start]]
  const m = start.map(() => 0)
  const v = start.map(() => 0)
  rates.forEach((rate, k) => {
    const theta = walk[k]
    const g = gradient(theta)
    walk.push(
      theta.map((x, i) => {
        m[i] = beta1 * m[i] + (1 - beta1) * g[i]
        v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i]
        const mHat = m[i] / (1 - beta1 ** (k + 1))
        const vHat = v[i] / (1 - beta2 ** (k + 1))
        return x - (rate * mHat) / (Math.sqrt(vHat) + epsilon)
      }),
    )
  })
  return walk
}
