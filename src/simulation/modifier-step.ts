import { parseProgram } from '../formula/parse.ts'
import type { Value } from '../formula/value.ts'
import type { Run } from './experiment.ts'
import { part, type Part } from './part.ts'
import type { StepComposer } from './step-composer.ts'
import type { LossAccess } from '../formula/scope.ts'

/** Names every program of the step reads, with θ and g as they are where it stands. */
export type SharedNames = (now: Record<string, Value>) => Map<string, Value>

interface Place {
  theta: Value
  g: Value
}

/**
 * The modifiers that run before the optimizer, in order. The result can be run again at another θ: then only its g counts, and no
 * state advances. A modifier's own `grad(v)` sees the modifiers listed before it.
 */
export function beforeOptimizer(
  composer: StepComposer,
  run: Run,
  shared: SharedNames,
  loss: LossAccess,
): (at: Place, advance: boolean) => Place {
  const modifiers = run.modifiers.flatMap(({ thing, values }, k) =>
    thing.when === 'before' ? [part(`modifier.${k}`, `${thing.id}.`, thing, values)] : [],
  )
  const through = (count: number, at: Place, advance: boolean): Place => {
    let { theta, g } = at
    modifiers.slice(0, count).forEach((program, k) => {
      const access: LossAccess = {
        ...loss,
        gradientAt: (point) =>
          gradientNodes(through(k, { theta: asVector(point), g: asVector(loss.gradientAt(point)) }, false).g),
        gradient: () => gradientNodes(g),
      }
      const scope = composer.scope(program, shared({ theta, g }), access)
      scope.run(program.program, fixedNames)
      if (advance) composer.keep(program, scope)
      theta = scope.read('theta') as Value
      g = scope.read('g') as Value
    })
    return { theta, g }
  }
  return (at, advance) => through(modifiers.length, at, advance)
}

/** The modifiers that run after the optimizer; they may move θ, and work on the optimizer's momentum states through `buffer`. */
export function afterOptimizer(
  composer: StepComposer,
  run: Run,
  shared: SharedNames,
  loss: LossAccess,
  optimizer: Part,
  at: Place & { before: Value; momentum: Map<string, Value> },
): Value {
  let { theta } = at
  run.modifiers.forEach(({ thing, values }, k) => {
    if (thing.when !== 'after') return
    const program = part(`modifier.${k}`, `${thing.id}.`, thing, values)
    const scope = composer.scope(program, shared({ theta, g: at.g, before: at.before }), loss)
    scope.run(program.program, fixedNames)
    composer.keep(program, scope)
    theta = scope.read('theta') as Value
    if (!thing.eachMomentum) return
    for (const [name, buffer] of at.momentum) {
      const inner: Part = {
        ...program,
        id: `${program.id}.${name}`,
        prefix: `${thing.id}.${name}.`,
        state: thing.eachMomentum.state,
        program: parseProgram(thing.eachMomentum.program),
      }
      // The inner program also reads what the modifier's own lines made (`sync`).
      const made = Object.fromEntries(scope.lines.map((line) => [line.name, scope.read(line.name) as Value]))
      const innerScope = composer.scope(inner, shared({ ...made, theta, g: at.g, before: at.before, buffer }), loss)
      innerScope.run(inner.program, fixedNames)
      composer.keep(inner, innerScope)
      const kept = innerScope.read('buffer') as Value
      at.momentum.set(name, kept)
      const state = composer.state(optimizer, name)
      if (state) composer.setState(state, kept)
    }
  })
  return theta
}

const fixedNames: ReadonlySet<string> = new Set(['t', 'steps', 'learningRate', 'initialLearningRate', 'before'])

const asVector = (nodes: readonly number[]): Value => ({ kind: 'vector', nodes })

function gradientNodes(g: Value): readonly number[] {
  return g.kind === 'vector' ? g.nodes : [g.node]
}
