import type { CriticalPointKind } from '../declare/landscape.ts'
import type { Eigenpair } from '../formula/eigenpairs.ts'

/** A point where the gradient vanishes. */
export interface CriticalPoint {
  theta: number[]
  loss: number
  kind: CriticalPointKind
  /** Of the Hessian, by ascending value; unit vectors. */
  eigenpairs: Eigenpair[]
}
