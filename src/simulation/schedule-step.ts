import type { NodeId } from '../formula/graph.ts'
import { components, scalar, type Value } from '../formula/value.ts'
import type { Run, SchedulePart } from './experiment.ts'
import { part, type Part } from './part.ts'
import type { StepComposer } from './step-composer.ts'

/** What the schedule says for this step. */
export interface ScheduledRates {
  learningRate: Value
  /** Absent where no schedule speaks of momentum. */
  momentum: Value | undefined
}

/**
 * The rate in force: parts follow one another (each counts t from 1 and starts from the run's own rate), factors multiply.
 * @throws FormulaError
 */
export function scheduleStep(
  composer: StepComposer,
  run: Run,
  ownRate: Value,
  ownMomentum: Value | undefined,
): ScheduledRates {
  const { build } = composer
  const t = build.input('t')
  let rates: ScheduledRates = { learningRate: ownRate, momentum: undefined }
  run.schedule.forEach((sequencePart, k) => {
    const begins = build.number(sequencePart.from)
    const following = run.schedule[k + 1]
    const begun = build.binary('lessOrEqual', begins, t)
    const active = following ? build.binary('and', begun, build.binary('less', t, build.number(following.from))) : begun
    const whole = run.schedule.length === 1 && sequencePart.from === 1
    const inside = partRates(composer, sequencePart, `schedule.${k}`, {
      t: whole ? t : build.add(build.sub(t, begins), build.number(1)),
      steps: build.sub(
        following ? build.number(following.from) : build.add(build.input('steps'), build.number(1)),
        begins,
      ),
      ownRate,
      ownMomentum,
      active: whole ? undefined : active,
    })
    if (whole) rates = inside
    else
      rates = {
        learningRate: choose(composer, active, inside.learningRate, rates.learningRate),
        momentum:
          inside.momentum || rates.momentum
            ? choose(
                composer,
                active,
                inside.momentum ?? (ownMomentum as Value),
                rates.momentum ?? (ownMomentum as Value),
              )
            : undefined,
      }
  })
  return rates
}

interface PartContext {
  t: NodeId
  steps: NodeId
  ownRate: Value
  ownMomentum: Value | undefined
  active: NodeId | undefined
}

function partRates(
  composer: StepComposer,
  { factors }: SchedulePart,
  id: string,
  context: PartContext,
): ScheduledRates {
  const { build } = composer
  const own = components(context.ownRate)[0]
  let rate = own
  let momentum: Value | undefined
  factors.forEach(({ thing, values }, j) => {
    const program: Part = part(`${id}.${j}`, `${thing.id}.`, thing, values)
    const names = new Map<string, Value>([
      ['t', scalar(context.t)],
      ['steps', scalar(context.steps)],
      ['learningRate', context.ownRate],
      ['initialLearningRate', context.ownRate],
    ])
    // A run without momentum still runs a schedule that cycles it; what it says of momentum then reaches nothing.
    names.set('momentum', context.ownMomentum ?? scalar(build.number(0)))
    const previous = readsLoss(program)
      ? composer.hidden(`${program.id}.previousLoss`, build.number(Infinity))
      : undefined
    if (previous) names.set('loss', previous.value)
    const scope = composer.scope(program, names)
    scope.run(program.program, new Set(['t', 'steps', 'loss', 'initialLearningRate']))
    composer.keep(program, scope, context.active)
    previous?.set(composer.loss.loss)
    const said = components(scope.read('learningRate') as Value)[0]
    // Multiplied by what this factor makes of the run's own rate; a rate of 0 stays 0.
    rate = j === 0 ? said : build.where(own, build.mul(rate, build.div(said, own)), build.number(0))
    if (context.ownMomentum && program.program.assignments.some((line) => line.name === 'momentum'))
      momentum = scope.read('momentum')
  })
  return { learningRate: scalar(rate), momentum }
}

function choose(composer: StepComposer, condition: NodeId, a: Value, b: Value): Value {
  return scalar(composer.build.where(condition, components(a)[0], components(b)[0]))
}

function readsLoss({ program }: Part): boolean {
  const names = (tree: unknown): boolean =>
    Array.isArray(tree)
      ? tree.some(names)
      : typeof tree === 'object' && tree !== null
        ? ('kind' in tree && tree.kind === 'name' && 'name' in tree && tree.name === 'loss') ||
          Object.values(tree).some(names)
        : false
  return names(program.assignments.map((line) => line.value))
}
