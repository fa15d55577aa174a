export interface Stop {
  /** `converged` is only a remark (the gradient stays ≈ 0 from `step` on); a diverged run ends at `step`, where θ or the loss is not finite. */
  reason: 'finished' | 'converged' | 'diverged'
  step: number
}

/** What a run did. With N updates done there are N + 1 rows, row 0 being the start. */
export interface Trajectory {
  /** Number of parameters n. */
  size: number
  /** Updates done, N. */
  steps: number
  /** θ, row-major: (N + 1) × n. */
  theta: Float64Array
  /** Loss at θ: N + 1. */
  loss: Float64Array
  /** Raw gradient at θ, row-major: (N + 1) × n. */
  gradient: Float64Array
  /** Rate in force during each update: N. */
  learningRate: Float64Array
  /** Momentum (or β₁) in force during each update: N; only where a schedule speaks of it. */
  momentum?: Float64Array
  /** Rows of each state by name, row-major, (N + 1) × width; only when asked for. */
  states?: Record<string, { width: number; rows: Float64Array }>
  stop: Stop
}
