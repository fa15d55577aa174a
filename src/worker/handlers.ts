import { findCriticalPoints } from '../analysis/find-critical-points.ts'
import { LossEvaluator } from '../analysis/loss-evaluator.ts'
import { readPoints } from '../analysis/read-point.ts'
import { sampleSurface } from '../analysis/sample-surface.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { lossOf } from '../look/height.ts'
import type { Experiment, Run } from '../simulation/experiment.ts'
import { readStep } from '../simulation/read-step.ts'
import { pointStates } from '../simulation/point-states.ts'
import { simulateRun } from '../simulation/simulate.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import { contours } from './contours.ts'
import type { Answer, JobKind, Question } from './protocol.ts'

/** What answers each job: plain functions, called by the worker, by tests, and by the page where workers are blocked. */
export const handlers: { [K in JobKind]: (question: Question<K>) => Answer<K> } = {
  simulate({ experiment }) {
    const began = performance.now()
    const trajectories = experiment.runs.map((run) => {
      try {
        return drawnRun(experiment, run)
      } catch (error) {
        if (error instanceof FormulaError) return { error: error.message }
        throw error
      }
    })
    return { trajectories, milliseconds: performance.now() - began }
  },
  surface({ landscape, domain, resolution, lines }) {
    const grid = sampleSurface(landscape, domain, resolution)
    const scale = { kind: landscape.thing.heightScale, least: grid.least, cap: grid.cap }
    const levels = Array.from({ length: lines - 1 }, (_, k) => lossOf(scale, (k + 1) / lines))
    return { grid, contours: contours(grid, levels) }
  },
  criticalPoints({ landscape, domain }) {
    return { points: findCriticalPoints(landscape, domain) }
  },
  point({ landscape, theta }) {
    return readPoints(new LossEvaluator(landscape), [theta])[0]
  },
  step({ experiment, run, step }) {
    return readStep(experiment, run, step)
  },
}

/** A run with those of its states that are drawn, and no others. */
function drawnRun(experiment: Experiment, run: Run): Trajectory {
  const names = pointStates(run)
  if (names.length === 0) return simulateRun(experiment, run)
  const { states: all = {}, ...trajectory } = simulateRun(experiment, run, { states: true })
  return { ...trajectory, states: Object.fromEntries(names.map((name) => [name, all[name]])) }
}

/** Buffers of an answer that can be handed over instead of copied. */
export function transferables(value: unknown, found: ArrayBuffer[] = []): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    const { buffer } = value
    if (buffer instanceof ArrayBuffer && !found.includes(buffer)) found.push(buffer)
  } else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) transferables(part, found)
  return found
}
