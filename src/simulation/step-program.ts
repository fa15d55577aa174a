import { FormulaError } from '../formula/formula-error.ts'
import type { NodeId } from '../formula/graph.ts'
import type { LossAccess } from '../formula/scope.ts'
import { broadcast, components, scalar, vector, type Value } from '../formula/value.ts'
import type { Experiment, Run } from './experiment.ts'
import { lossGraph, type LossGraph } from './loss-graph.ts'
import { afterOptimizer, beforeOptimizer, type SharedNames } from './modifier-step.ts'
import { part } from './part.ts'
import type { Line } from './program-scope.ts'
import { scheduleStep } from './schedule-step.ts'
import { StepComposer, type State, type StateSlot } from './step-composer.ts'

/** One whole step of a run as nodes of one graph: schedule, loss and gradient, modifiers, optimizer, modifiers. */
export interface StepProgram {
  loss: LossGraph
  /** θ's components first. */
  slots: readonly StateSlot[]
  states: readonly State[]
  /** Rate in force in this step. */
  learningRate: NodeId
  /** Momentum in force in this step, where a schedule speaks of it. */
  momentum: NodeId | undefined
  /** The optimizer's lines, for the inspector. */
  lines: readonly Line[]
}

/** Inputs of a step that change with it. */
export const stepInputs: ReadonlySet<string> = new Set(['t'])

/**
 * Puts landscape, schedule, modifiers and optimizer together.
 * @throws FormulaError where a program is wrong
 */
export function stepProgram(landscape: Experiment['landscape'], run: Run): StepProgram {
  const loss = lossGraph(landscape)
  const { build, size } = loss
  const composer = new StepComposer(loss)
  const optimizer = part('optimizer', '', run.optimizer.thing, run.optimizer.values)
  const ownRate = scalar(build.input('optimizer.learningRate'))
  const momentumName = Object.entries(optimizer.hyperparameters).find(
    ([, h]) => h.kind === 'number' && h.role === 'momentum',
  )?.[0]
  const ownMomentum = momentumName === undefined ? undefined : scalar(build.input(`optimizer.${momentumName}`))
  const rates = scheduleStep(composer, run, ownRate, ownMomentum)
  const shared: SharedNames = (now) =>
    new Map<string, Value>([
      ['t', scalar(build.input('t'))],
      ['steps', scalar(build.input('steps'))],
      ['learningRate', rates.learningRate],
      ['initialLearningRate', ownRate],
      ...Object.entries(now),
    ])

  const bare: LossAccess = {
    lossAt: loss.lossAt,
    gradientAt: loss.gradientAt,
    hessian: loss.hessian,
    gradient: () => loss.gradient,
  }
  const before = beforeOptimizer(composer, run, shared, bare)
  const entering = before({ theta: composer.theta(), g: vector(loss.gradient) }, true)
  const access: LossAccess = {
    ...bare,
    gradientAt: (point) =>
      broadcast(before({ theta: vector(point), g: vector(loss.gradientAt(point)) }, false).g, size),
    gradient: () => broadcast(entering.g, size),
  }

  const names = shared({ theta: entering.theta, g: entering.g })
  if (momentumName !== undefined && rates.momentum) names.set(momentumName, rates.momentum)
  const scope = composer.scope(optimizer, names, access)
  scope.run(optimizer.program, optimizerMayNotAssign)
  if (!scope.lines.some((line) => line.name === 'theta'))
    throw new FormulaError('An optimizer’s program must assign theta.', {
      start: 0,
      end: run.optimizer.thing.program.length,
    })
  composer.keep(optimizer, scope)

  const momentum = new Map((run.optimizer.thing.momentumState ?? []).map((name) => [name, scope.read(name) as Value]))
  const end = afterOptimizer(composer, run, shared, bare, optimizer, {
    theta: scope.read('theta') as Value,
    g: entering.g,
    before: entering.theta,
    momentum,
  })
  broadcast(end, size).forEach((node, i) => (composer.slots[i].next = node))
  return {
    loss,
    slots: composer.slots,
    states: composer.states,
    learningRate: components(rates.learningRate)[0],
    momentum: momentumName === undefined || !rates.momentum ? undefined : components(rates.momentum)[0],
    lines: scope.lines,
  }
}

const optimizerMayNotAssign: ReadonlySet<string> = new Set(['t', 'steps', 'learningRate', 'initialLearningRate', 'g'])
