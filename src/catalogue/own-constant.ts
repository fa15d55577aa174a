import { number, type Hyperparameters, type NumberHyperparameter } from '../declare/hyperparameter.ts'
import { parameterLabel } from '../formula/parameter-label.ts'

/** The hyperparameter that a name of an own formula became, with a slider around its value. */
export function ownConstant(name: string, value: number): NumberHyperparameter {
  const symbol = parameterLabel(name)
  const label = { en: symbol, 'zh-Hant': symbol, 'zh-Hans': symbol }
  return number(symbol, value, { label, range: rangeAround(value) })
}

/** The hyperparameters of these names and values. */
export function ownConstants(values: Readonly<Record<string, number>>): Hyperparameters {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, ownConstant(name, value)]))
}

/** The names and values that `ownConstants` made hyperparameters of. */
export function constantsOf(hyperparameters: Hyperparameters): Record<string, number> {
  const constants: Record<string, number> = {}
  for (const [name, declared] of Object.entries(hyperparameters))
    if (declared.kind === 'number' && typeof declared.default === 'number') constants[name] = declared.default
  return constants
}

/** From 0 to 1 for a share, else from 0 to a round number some times the value; both sides of 0 for 0. */
function rangeAround(value: number): readonly [number, number] {
  const size = Math.abs(value)
  if (value === 0) return [-1, 1]
  if (value >= 0.05 && value < 1) return [0, 1]
  const end = Math.min(roundUp(3 * size), Number.MAX_VALUE)
  return value > 0 ? [0, end] : [-end, 0]
}

/** The next number of the form 1, 2 or 5 times a power of ten. */
function roundUp(value: number): number {
  const exponent = Number(value.toExponential().split('e')[1])
  const candidates = [1, 2, 5, 10].map((digit) => Number(`${digit}e${exponent}`))
  return candidates.find((candidate) => candidate >= value) ?? value
}
