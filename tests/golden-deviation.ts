import type { GoldenCase } from './golden-adapter.ts'

/** Worst |Δ| / max(1, |reference|) of θ over the first `steps` steps; ∞ where a value is not a number. */
export function worstDeviation(
  { theta: reference }: GoldenCase,
  theta: Float64Array,
  size: number,
  steps: number,
): number {
  let worst = 0
  for (let k = 0; k < steps; k++)
    reference[k].forEach((wanted, i) => {
      const deviation = Math.abs(theta[(k + 1) * size + i] - wanted) / Math.max(1, Math.abs(wanted))
      worst = Math.max(worst, Number.isNaN(deviation) ? Infinity : deviation)
    })
  return worst
}

/**
 * Worst |Δ| of a state over the checkpoints, beside the largest size it has there. PyTorch keeps some states only where they are
 * used (no momentum, no buffer); there is then nothing to compare.
 */
export function worstState(
  { state, compare_steps: compared }: GoldenCase,
  torchName: string,
  ours: { width: number; rows: Float64Array } | undefined,
): number {
  const checkpoints = Object.entries(state).filter(([step, fields]) => Number(step) <= compared && torchName in fields)
  if (checkpoints.length === 0) return 0
  if (ours === undefined) return Infinity
  const { rows, width } = ours
  let [largest, worst] = [0, 0]
  for (const [step, fields] of checkpoints)
    [fields[torchName]].flat().forEach((wanted, i) => {
      largest = Math.max(largest, Math.abs(wanted))
      worst = Math.max(worst, Math.abs(rows[Number(step) * width + (width === 1 ? 0 : i)] - wanted))
    })
  return worst === 0 ? 0 : worst / largest
}
