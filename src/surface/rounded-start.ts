import type { Domain } from '../declare/landscape.ts'

/** A point under the pointer, rounded to a thousandth of the domain or so: links stay short, and nobody points more precisely. */
export function roundedStart(domain: Domain, theta: readonly number[]): number[] {
  return theta.map((value, k) => {
    const [low, high] = domain[k]
    const decimals = Math.max(0, 3 - Math.floor(Math.log10(high - low)))
    return Number(Math.min(Math.max(value, low), high).toFixed(Math.min(decimals, 20))) + 0
  })
}
