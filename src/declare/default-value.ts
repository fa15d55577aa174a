import { Build } from '../formula/build.ts'
import { Graph } from '../formula/graph.ts'
import { Interpreter } from '../formula/interpret.ts'
import { lower } from '../formula/lower.ts'
import { parseExpression } from '../formula/parse.ts'
import { scalar } from '../formula/value.ts'
import type { Hyperparameter, HyperparameterValue, Hyperparameters, Values } from './hyperparameter.ts'

/** The default of a hyperparameter; one written as an expression in `steps` is computed. */
export function defaultValue(hyperparameter: Hyperparameter, steps: number): HyperparameterValue {
  const declared = hyperparameter.default
  if (hyperparameter.kind !== 'number' || typeof declared !== 'string') return declared
  const known = computed.get(`${declared} ${steps}`)
  if (known !== undefined) return known
  const build = new Build(new Graph())
  const { node } = lower(parseExpression(declared), {
    build,
    size: 1,
    read: (name) => (name === 'steps' ? scalar(build.number(steps)) : undefined),
    names: () => ['steps'],
    list: () => undefined,
    stream: () => 0,
  }) as { node: number }
  const interpreter = new Interpreter(build.graph, [node])
  interpreter.evaluate()
  const value = interpreter.value(node)
  if (computed.size > 10_000) computed.clear()
  computed.set(`${declared} ${steps}`, value)
  return value
}

const computed = new Map<string, number>()

/** Every hyperparameter's value: the set one, else the default. */
export function completeValues(hyperparameters: Hyperparameters, values: Values, steps: number): Values {
  return Object.fromEntries(
    Object.entries(hyperparameters).map(([name, declared]) => [
      name,
      Object.hasOwn(values, name) ? values[name] : defaultValue(declared, steps),
    ]),
  )
}

/** The number a program reads: a choice is the index of its id. A list is read by `count` alone and has none. */
export function programNumber(hyperparameter: Hyperparameter, value: HyperparameterValue): number {
  if (hyperparameter.kind === 'choice') return hyperparameter.choices.findIndex((entry) => entry.id === value)
  return typeof value === 'number' ? value : NaN
}
