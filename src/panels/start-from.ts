import { constantsOf } from '../catalogue/own-constant.ts'
import { kindOf, type OwnProgram, type ProgramEntry } from '../catalogue/own-program.ts'
import { namesOf, sharedNames } from '../catalogue/program-names.ts'
import type { Values } from '../declare/hyperparameter.ts'
import { parseProgram } from '../formula/parse.ts'
import { printProgram } from '../formula/print.ts'
import type { Expression } from '../formula/syntax.ts'
import { initialValue } from '../link/leading-parentheses.ts'
import { chosenBranch } from './chosen-branch.ts'
import { valueOf } from './hyperparameter-values.ts'
import { knownChoices } from './known-choices.ts'
import { withNumbers } from './with-numbers.ts'

/**
 * An own program that does what a thing of the shelf does as it is set: of its forms the chosen one, lists written out, every number a
 * hyperparameter of its own. What the shelf says beyond the program (what it does to the optimizer's momentum) stays behind.
 * @param steps those of which defaults are made
 */
export function startFrom(thing: ProgramEntry, values: Values, steps: number, name: string): OwnProgram {
  const { hyperparameters, state } = thing
  const known = knownChoices(hyperparameters, values)
  const lists = new Map<string, readonly number[]>()
  const numbers: Record<string, number> = {}
  for (const hyperparameter of Object.keys(hyperparameters)) {
    const value = valueOf(hyperparameters, values, hyperparameter, steps)
    if (typeof value === 'number') numbers[hyperparameter] = value
    else if (typeof value === 'object') lists.set(hyperparameter, value)
  }
  const assignments = parseProgram(thing.program).assignments.map((line) => ({
    ...line,
    value: withLists(withNumbers(chosenBranch(line.value, known), known), lists),
  }))
  const kind = kindOf(thing)
  const { free } = namesOf({ assignments }, new Set(sharedNames[kind]))
  const inText = new Set([
    ...free.map((mention) => mention.name),
    ...Object.values(state).flatMap((value) => (typeof value === 'string' ? value.split(/[^\p{L}\p{Nd}_]+/u) : [])),
    ...Object.keys(thing.own ? constantsOf(hyperparameters) : {}),
  ])
  const constants = Object.fromEntries(
    Object.entries(numbers).filter(([number]) => inText.has(number) && !sharedNames[kind].includes(number)),
  )
  const kept = Object.entries(state).map(([key, value]) => [
    key,
    typeof value === 'string' ? initialValue(value) : value,
  ])
  return { kind, name, text: printProgram({ assignments }), state: Object.fromEntries(kept), constants }
}

/** The formula with `count(list, x)` written as the comparisons that it means. */
function withLists(expression: Expression, lists: ReadonlyMap<string, readonly number[]>): Expression {
  const of = (inner: Expression) => withLists(inner, lists)
  const { span } = expression
  switch (expression.kind) {
    case 'number':
    case 'name':
      return expression
    case 'negate':
    case 'not':
      return { ...expression, operand: of(expression.operand) }
    case 'binary':
      return { ...expression, left: of(expression.left), right: of(expression.right) }
    case 'call': {
      const [list, at] = expression.args
      const entries = expression.name === 'count' && list.kind === 'name' ? lists.get(list.name) : undefined
      if (entries === undefined) return { ...expression, args: expression.args.map(of) }
      const reached = entries.map((value): Expression => {
        const left: Expression = { kind: 'number', value, span }
        return { kind: 'binary', operator: '<=', left, right: of(at), span }
      })
      const none: Expression = { kind: 'number', value: 0, span }
      const [first = none, ...others] = reached
      return others.reduce((left, right) => ({ kind: 'binary', operator: '+', left, right, span }), first)
    }
  }
}
