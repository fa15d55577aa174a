import { printExpression } from '../formula/print.ts'
import type { Expression } from '../formula/syntax.ts'

/**
 * The formula with every `where` decided whose condition is made of known whole numbers (a choice's index, the step), so that only what is
 * in force is shown, and with every `where` gone whose two branches are then the same.
 */
export function chosenBranch(expression: Expression, known: ReadonlyMap<string, number>): Expression {
  const chosen = (inner: Expression) => chosenBranch(inner, known)
  switch (expression.kind) {
    case 'number':
    case 'name':
      return expression
    case 'negate':
    case 'not':
      return { ...expression, operand: chosen(expression.operand) }
    case 'binary':
      return withoutKnown({ ...expression, left: chosen(expression.left), right: chosen(expression.right) }, known)
    case 'call': {
      const { name, args } = expression
      const holds = name === 'where' && args.length === 3 ? truth(args[0], known) : undefined
      if (holds !== undefined) return chosen(holds ? args[1] : args[2])
      const kept = args.map(chosen)
      // Two forms may differ in a third only: what is the same either way needs no case distinction.
      if (name === 'where' && kept.length === 3 && printExpression(kept[1]) === printExpression(kept[2])) return kept[1]
      return { ...expression, args: kept }
    }
  }
}

/** An `and` or `or` of which one side is known not to decide it is the other side. */
function withoutKnown(pair: Extract<Expression, { kind: 'binary' }>, known: ReadonlyMap<string, number>): Expression {
  const { operator, left, right } = pair
  if (operator !== 'and' && operator !== 'or') return pair
  const idle = operator === 'and'
  if (truth(left, known) === idle) return right
  return truth(right, known) === idle ? left : pair
}

/** Whether a condition holds; undefined when what is known does not decide it. */
function truth(condition: Expression, known: ReadonlyMap<string, number>): boolean | undefined {
  switch (condition.kind) {
    case 'number':
      return condition.value !== 0
    case 'name':
      return known.has(condition.name) ? known.get(condition.name) !== 0 : undefined
    case 'not': {
      const inner = truth(condition.operand, known)
      return inner === undefined ? undefined : !inner
    }
    case 'binary':
      return truthOfPair(condition.operator, condition.left, condition.right, known)
    default:
      return undefined
  }
}

function truthOfPair(
  operator: string,
  left: Expression,
  right: Expression,
  known: ReadonlyMap<string, number>,
): boolean | undefined {
  if (operator === 'and' || operator === 'or') {
    const [first, second] = [truth(left, known), truth(right, known)]
    const decides = operator === 'or'
    if (first === decides || second === decides) return decides
    return first === undefined || second === undefined ? undefined : !decides
  }
  const [first, second] = [knownNumber(left, known), knownNumber(right, known)]
  if (first === undefined || second === undefined) return undefined
  switch (operator) {
    case '==':
      return first === second
    case '<':
      return first < second
    case '<=':
      return first <= second
    case '>':
      return first > second
    case '>=':
      return first >= second
    default:
      return undefined
  }
}

function knownNumber(expression: Expression, known: ReadonlyMap<string, number>): number | undefined {
  if (expression.kind === 'number') return expression.value
  return expression.kind === 'name' ? known.get(expression.name) : undefined
}
