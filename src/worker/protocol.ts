import type { CriticalPoint } from '../analysis/critical-point.ts'
import type { SurfaceGrid } from '../analysis/surface-grid.ts'
import type { PointReading } from '../analysis/point-reading.ts'
import type { Domain, Landscape } from '../declare/landscape.ts'
import type { Experiment, Setting } from '../simulation/experiment.ts'
import type { StepReading } from '../simulation/step-reading.ts'
import type { Trajectory } from '../simulation/trajectory.ts'

/** One contour line of the map: closed rings in grid units, x to the right and y up, 0 … resolution − 1. */
export interface ContourLine {
  level: number
  rings: Float32Array[]
}

export type LandscapeQuestion = { landscape: Setting<Landscape>; domain: Domain }

/** Every job the worker does, with its question and its answer. A newer question of the same kind supersedes an older one. */
export interface Jobs {
  simulate: {
    question: { experiment: Experiment }
    answer: { trajectories: (Trajectory | { error: string })[]; milliseconds: number }
  }
  /** The loss on a lattice, with contour lines at heights k/lines. */
  surface: {
    question: LandscapeQuestion & { resolution: number; lines: number }
    answer: { grid: SurfaceGrid; contours: ContourLine[] }
  }
  criticalPoints: { question: LandscapeQuestion; answer: { points: CriticalPoint[] } }
  /** Loss, gradient, Hessian and eigenpairs at a point. */
  point: { question: { landscape: Setting<Landscape>; theta: readonly number[] }; answer: PointReading }
  step: { question: { experiment: Experiment; run: number; step: number }; answer: StepReading | undefined }
}

export type JobKind = keyof Jobs
export type Question<K extends JobKind> = Jobs[K]['question']
export type Answer<K extends JobKind> = Jobs[K]['answer']

/** What the page sends to a worker. */
export interface Request<K extends JobKind = JobKind> {
  id: number
  kind: K
  question: Question<K>
}

/** What comes back; an error is a sentence for the person, or, with `unexpected`, what went wrong in us. */
export type Response = { id: number; answer: Answer<JobKind> } | { id: number; error: string; unexpected: boolean }
