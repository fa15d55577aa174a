import { mathmlOfAssignment, mathmlOfExpression, type MathElement } from '../formula/mathml.ts'
import { parseProgram } from '../formula/parse.ts'
import type { Expression } from '../formula/syntax.ts'
import type { Words } from '../i18n/en.ts'
import type { Run } from '../simulation/experiment.ts'
import type { StepReading } from '../simulation/step-reading.ts'
import { chosenBranch } from './chosen-branch.ts'
import { knownChoices } from './known-choices.ts'

/** One line of an optimizer's program at one step. */
export interface StepLine {
  name: string
  formula: MathElement
  /** The right side with this step's numbers in it, for one parameter; undefined without a reading. */
  numbers: MathElement | undefined
  result: number | undefined
}

/**
 * The optimizer's program as it ran at one step: only the branches in force, every name with the value it had when its line was reached.
 * @param component which parameter's numbers are shown
 */
export function stepLines(
  { optimizer: { thing, values } }: Run,
  reading: StepReading | undefined,
  component: number,
  words: Words['mathematics'],
): StepLine[] {
  const known = knownChoices(thing.hyperparameters, values)
  if (reading !== undefined) known.set('t', reading.step)

  const symbols = Object.fromEntries(Object.entries(thing.hyperparameters).map(([name, { symbol }]) => [name, symbol]))
  return parseProgram(thing.program).assignments.map((assignment, index) => {
    const value = chosenBranch(assignment.value, known)
    const line = reading?.lines[index]
    return {
      name: assignment.name,
      formula: mathmlOfAssignment({ ...assignment, value }, { symbols, words, display: 'inline' }),
      numbers: line && withNumbers(value, (name) => componentOf(line.reads[name] ?? reading?.values[name], component)),
      result: componentOf(line?.after, component),
    }
  })
}

/** A vector's entry; a scalar is the same for every parameter. */
function componentOf(values: readonly number[] | undefined, component: number): number | undefined {
  return values?.[component] ?? values?.[0]
}

function withNumbers(expression: Expression, valueOfName: (name: string) => number | undefined): MathElement {
  const values = (name: string) => {
    const value = valueOfName(name)
    return value === undefined ? undefined : threeDigits(value)
  }
  return mathmlOfExpression(expression, { values, display: 'inline' })
}

/** As the typesetter reads numbers: `-1.5e-8`. */
function threeDigits(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e5))
    return value
      .toExponential(2)
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e')
  return String(Number(value.toPrecision(3)))
}
