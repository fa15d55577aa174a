import { eigenpairs } from '../formula/eigenpairs.ts'
import type { LossEvaluator } from './loss-evaluator.ts'
import type { PointReading } from './point-reading.ts'

/** Loss, gradient, Hessian and eigenpairs at each point. */
export function readPoints(evaluator: LossEvaluator, points: readonly (readonly number[])[]): PointReading[] {
  const { size } = evaluator
  const width = 1 + size + size * size
  const values = evaluator.all(Float64Array.from(points.flat()))
  return points.map((theta, p) => {
    const row = values.subarray(p * width, (p + 1) * width)
    const hessian = Array.from({ length: size }, (_, i) => [
      ...row.subarray(1 + size + i * size, 1 + size + (i + 1) * size),
    ])
    return {
      theta: [...theta],
      loss: row[0],
      gradient: [...row.subarray(1, 1 + size)],
      hessian,
      eigenpairs: eigenpairs(hessian),
    }
  })
}
