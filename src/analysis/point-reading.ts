import type { Eigenpair } from '../formula/eigenpairs.ts'

/** What the surface is like at one point. */
export interface PointReading {
  theta: number[]
  loss: number
  gradient: number[]
  /** Rows. */
  hessian: number[][]
  /** Of the Hessian, by ascending value. */
  eigenpairs: Eigenpair[]
}
