import { analyzeCriticalPoints } from '../analysis/analyze-critical-points.ts'
import { isolatedPoints, type CriticalPointCertificate } from '../analysis/certificate.ts'
import { LossEvaluator } from '../analysis/loss-evaluator.ts'
import { readPoints } from '../analysis/read-point.ts'
import { FormulaError } from '../formula/formula-error.ts'
import { parseLink, type FormulaChecks } from '../link/parse-link.ts'
import type { Experiment, Run } from '../simulation/experiment.ts'
import { lossGraph } from '../simulation/loss-graph.ts'
import { simulateRun } from '../simulation/simulate.ts'
import { stepProgram } from '../simulation/step-program.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import { QuestionError } from './question-error.ts'
import { readQuestion } from './question.ts'

/**
 * Answers one question of the headless format; what cannot be answered gives `{ error }` in its place.
 * @throws only what is our own mistake, or the machine's limit
 */
export function answer(given: unknown): object {
  try {
    const question = readQuestion(given)
    switch (question.kind) {
      case 'simulate':
        return answerRun(question.experiment, question.run, question.states)
      case 'link':
        return answerLink(question.link, question.states)
      case 'analyze':
        return answerAnalysis(analyzeCriticalPoints(question.landscape, question.domain))
      case 'evaluate': {
        const readings = readPoints(new LossEvaluator(question.landscape), question.points)
        return {
          loss: readings.map((reading) => reading.loss),
          gradient: readings.map((reading) => reading.gradient),
          hessian: readings.map((reading) => reading.hessian),
        }
      }
    }
  } catch (error) {
    if (error instanceof FormulaError) return { error: formulaSentence(error) }
    if (error instanceof QuestionError) return { error: error.message }
    throw error
  }
}

function answerAnalysis(certificate: CriticalPointCertificate): object {
  const { complete, summary, reason, points, unproven, clusters, curves, regions, undecided, boxes } = certificate
  return {
    criticalPoints: isolatedPoints(certificate).map(({ theta, loss, kind, eigenpairs }) => ({
      theta,
      loss,
      kind,
      eigenvalues: eigenpairs.map((pair) => pair.value),
      eigenvectors: eigenpairs.map((pair) => pair.vector),
    })),
    certificate: {
      complete,
      ...(reason === undefined ? {} : { reason }),
      summary,
      proven: points.length,
      unproven: unproven.length,
      clusters: clusters.map(({ theta, index, differentiable, box }) => ({ theta, index, differentiable, box })),
      curves,
      regions,
      undecided: undecided.length,
      undecidedBoxes: undecided,
      undefined: certificate.undefined.length,
      undefinedBoxes: certificate.undefined,
      boxes,
    },
  }
}

function answerLink(link: string, states: boolean): object {
  const { fragment, query } = partsOf(link.trim())
  const { experiment, problems } = parseLink(fragment, query, formulaChecks)
  if (!experiment || problems.length > 0)
    return { error: problems.join(' ') || 'The link says no experiment; one is #landscape=saddle&run=adam&v=1.' }
  return { runs: experiment.runs.map((run) => answerRun(experiment, run, states)) }
}

/** A whole address, its query with or without a fragment, or a fragment, with or without its `#`. */
function partsOf(link: string): { fragment: string; query: string } {
  const hash = link.indexOf('#')
  const before = hash < 0 ? link : link.slice(0, hash)
  const query = before.indexOf('?')
  if (hash < 0 && query !== 0 && !/^[a-z]+:\/\//i.test(link)) return { fragment: link, query: '' }
  return { fragment: hash < 0 ? '' : link.slice(hash), query: query < 0 ? '' : before.slice(query) }
}

const formulaChecks: FormulaChecks = {
  loss: (thing) => problemOf(() => lossGraph({ thing, values: {} })),
  run: (landscape, run) => problemOf(() => stepProgram(landscape, run)),
}

function problemOf(read: () => unknown): string | undefined {
  try {
    read()
    return undefined
  } catch (error) {
    if (error instanceof FormulaError) return formulaSentence(error)
    throw error
  }
}

/** The sentence with its place; what concerns no place of the text, such as a name used twice, has none. */
function formulaSentence({ message, span }: FormulaError): string {
  return span.end > 0 ? `${message} (At character ${span.start + 1}.)` : message
}

function answerRun(experiment: Experiment, run: Run, states: boolean): object {
  const trajectory = simulateRun(experiment, run, { states })
  const { size, theta, loss, gradient, learningRate, stop } = trajectory
  return {
    theta: rows(theta, size),
    loss: [...loss],
    gradient: rows(gradient, size),
    learningRate: [...learningRate],
    ...(trajectory.states ? { states: stateRows(trajectory.states) } : {}),
    stop,
  }
}

function stateRows(states: NonNullable<Trajectory['states']>): object {
  return Object.fromEntries(
    Object.entries(states).map(([name, { width, rows: flat }]) => [name, width === 1 ? [...flat] : rows(flat, width)]),
  )
}

function rows(flat: Float64Array, width: number): number[][] {
  return Array.from({ length: flat.length / width }, (_, r) => [...flat.subarray(r * width, (r + 1) * width)])
}
