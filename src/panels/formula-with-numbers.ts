import { defaultValue } from '../declare/default-value.ts'
import type { Landscape } from '../declare/landscape.ts'
import { printExpression, printProgram } from '../formula/print.ts'
import type { Expression } from '../formula/syntax.ts'
import type { Experiment } from '../simulation/experiment.ts'
import { isProgram, readLoss } from './read-loss.ts'

/** The text of a landscape with its hyperparameters written as the numbers they have now: where an own formula begins. */
export function formulaWithNumbers({ landscape: { thing, values }, steps }: Experiment): string {
  const program = readLoss(thing.loss)
  const numbers = numbersOf(thing, values, steps)
  const assignments = program.assignments.map((line) => ({ ...line, value: replaced(line.value, numbers) }))
  return isProgram(thing.loss) ? printProgram({ assignments }) : printExpression(assignments[0].value)
}

function numbersOf({ hyperparameters }: Landscape, values: Experiment['landscape']['values'], steps: number) {
  const numbers = new Map<string, number>()
  for (const [name, declared] of Object.entries(hyperparameters)) {
    const value = values[name] ?? defaultValue(declared, steps)
    if (declared.kind === 'choice')
      numbers.set(
        name,
        declared.choices.findIndex(({ id }) => id === value),
      )
    else if (typeof value === 'number') numbers.set(name, value)
  }
  return numbers
}

function replaced(expression: Expression, numbers: ReadonlyMap<string, number>): Expression {
  const { span } = expression
  switch (expression.kind) {
    case 'number':
      return expression
    case 'name': {
      const value = numbers.get(expression.name)
      if (value === undefined) return expression
      if (value >= 0) return { kind: 'number', value, span }
      return { kind: 'negate', operand: { kind: 'number', value: -value, span }, span }
    }
    case 'negate':
    case 'not':
      return { ...expression, operand: replaced(expression.operand, numbers) }
    case 'binary':
      return { ...expression, left: replaced(expression.left, numbers), right: replaced(expression.right, numbers) }
    case 'call':
      return { ...expression, args: expression.args.map((arg) => replaced(arg, numbers)) }
  }
}
