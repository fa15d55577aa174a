import type { BinaryOperator, Expression } from './syntax.ts'

/** How tightly a form holds together, from `or`, the loosest. */
export const precedence = {
  or: 1,
  and: 2,
  not: 3,
  comparison: 4,
  sum: 5,
  product: 6,
  sign: 7,
  power: 8,
  atom: 9,
} as const

export function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case 'number':
    case 'name':
    case 'call':
      return precedence.atom
    case 'negate':
      return precedence.sign
    case 'not':
      return precedence.not
    case 'binary':
      return precedenceOfOperator(expression.operator)
  }
}

export function precedenceOfOperator(operator: BinaryOperator): number {
  switch (operator) {
    case 'or':
      return precedence.or
    case 'and':
      return precedence.and
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '==':
      return precedence.comparison
    case '+':
    case '-':
      return precedence.sum
    case '*':
    case '/':
      return precedence.product
    case '^':
      return precedence.power
  }
}

/** The loosest operands that need no parentheses. Comparisons do not chain, `^` groups to the right, all else to the left. */
export function operandPrecedence(operator: BinaryOperator): { left: number; right: number } {
  const own = precedenceOfOperator(operator)
  if (operator === '^') return { left: precedence.atom, right: precedence.sign }
  return own === precedence.comparison ? { left: own + 1, right: own + 1 } : { left: own, right: own + 1 }
}

/** Whether `(a first b) next c` is written without parentheses. */
export function chains(first: BinaryOperator, next: BinaryOperator): boolean {
  return (
    precedenceOfOperator(first) === precedenceOfOperator(next) &&
    next !== '^' &&
    operandPrecedence(next).left === precedenceOfOperator(next)
  )
}
