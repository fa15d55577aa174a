import { findCriticalPoints } from '../analysis/find-critical-points.ts'
import { LossEvaluator } from '../analysis/loss-evaluator.ts'
import { readPoints } from '../analysis/read-point.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { parseLink } from '../link/parse-link.ts'
import type { Experiment, Run } from '../simulation/experiment.ts'
import { lossGraph } from '../simulation/loss-graph.ts'
import { simulateRun } from '../simulation/simulate.ts'
import { QuestionError, listOf, readExperiment, readLandscape, readPoint } from './question.ts'

/** Answers one question of the headless format; what cannot be answered gives `{ error }` in its place. */
export function answer(question: unknown): object {
  try {
    if (typeof question !== 'object' || question === null || Array.isArray(question))
      throw new QuestionError('A question is an object such as {"landscape": {"id": "saddle"}, "optimizer": {"id": "sgd"}}.')
    return answerFields(question as Record<string, unknown>)
  } catch (error) {
    if (error instanceof FormulaError) return { error: `${error.message} (At character ${error.span.start + 1}.)` }
    if (error instanceof QuestionError) return { error: error.message }
    throw error
  }
}

function answerFields(question: Record<string, unknown>): object {
  if (typeof question.link === 'string') return answerLink(question.link)
  if (question.analyze === true) {
    const { setting, domain } = readLandscape(question)
    return {
      criticalPoints: findCriticalPoints(setting, domain).map(({ theta, loss, kind, eigenpairs }) => ({
        theta,
        loss,
        kind,
        eigenvalues: eigenpairs.map((pair) => pair.value),
        eigenvectors: eigenpairs.map((pair) => pair.vector),
      })),
    }
  }
  if (question.evaluate !== undefined) {
    const { setting } = readLandscape(question)
    const size = setting.thing.parameters.length
    const points = listOf(question.evaluate, 'evaluate').map((point) => readPoint(point, size, 'evaluate'))
    const readings = readPoints(new LossEvaluator(setting), points)
    return {
      loss: readings.map((reading) => reading.loss),
      gradient: readings.map((reading) => reading.gradient),
      hessian: readings.map((reading) => reading.hessian),
    }
  }
  const { experiment, run } = readExperiment(question)
  return answerRun(experiment, run, question.states === true)
}

function answerLink(link: string): object {
  const hash = link.indexOf('#')
  const query = link.indexOf('?')
  const fragment = hash < 0 ? '' : link.slice(hash)
  const search = query >= 0 && (hash < 0 || query < hash) ? link.slice(query, hash < 0 ? undefined : hash) : ''
  const { experiment, problems } = parseLink(fragment, search, (thing) => {
    try {
      lossGraph({ thing, values: {} })
      return undefined
    } catch (error) {
      if (error instanceof FormulaError) return error.message
      throw error
    }
  })
  if (!experiment || problems.length > 0) return { error: problems.join(' ') || 'The link names no landscape.' }
  return { runs: experiment.runs.map((run) => answerRun(experiment, run, false)) }
}

function answerRun(experiment: Experiment, run: Run, states: boolean): object {
  const trajectory = simulateRun(experiment, run, { states })
  const { size, theta, loss, gradient, learningRate, stop } = trajectory
  return {
    theta: rows(theta, size),
    loss: [...loss],
    gradient: rows(gradient, size),
    learningRate: [...learningRate],
    ...(trajectory.states
      ? {
          states: Object.fromEntries(
            Object.entries(trajectory.states).map(([name, state]) => [name, state.width === 1 ? [...state.rows] : rows(state.rows, state.width)]),
          ),
        }
      : {}),
    stop,
  }
}

function rows(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, r) => [...flat.subarray(r * width, (r + 1) * width)])
}
