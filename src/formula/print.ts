import { operandPrecedence, precedence, precedenceOf } from './precedence.ts'
import type { Expression, Program } from './syntax.ts'

export interface PrintOptions {
  /** Spaces around `+`, comparisons and words, and one line an assignment (the default); without, the text is for links. */
  spaces?: boolean
}

/** Canonical text with the fewest parentheses. Parsed again, it gives the same tree. */
export function printExpression(expression: Expression, { spaces = true }: PrintOptions = {}): string {
  return spaces ? print(expression, spaced) : print(expression, compact)
}

/** Canonical text, one line an assignment; without spaces, the lines are separated by `;`. */
export function printProgram(program: Program, { spaces = true }: PrintOptions = {}): string {
  return program.assignments
    .map(({ name, value }) => `${name}${spaces ? ' = ' : '='}${printExpression(value, { spaces })}`)
    .join(spaces ? '\n' : ';')
}

/** The shortest text that reads back as the same number: plain where that is no longer, else with an exponent. */
export function printNumber(value: number): string {
  const plain = String(value).replace('e+', 'e')
  if (value === 0 || (Math.abs(value) >= 1e-4 && Math.abs(value) < 1e6)) return plain
  const [digits, exponent] = value.toExponential().split('e')
  const short = `${digits}e${Number(exponent)}`
  return short.length < plain.length ? short : plain
}

interface Style {
  sum: string
  comma: string
  word(left: string, word: string, right: string): string
  not(operand: string): string
}

const spaced: Style = {
  sum: ' ',
  comma: ', ',
  word: (left, word, right) => `${left} ${word} ${right}`,
  not: (operand) => `not ${operand}`,
}

// Words need a border where there are no spaces, and parentheses are one.
const compact: Style = {
  sum: '',
  comma: ',',
  word: (left, word, right) =>
    `${left.endsWith(')') ? left : `(${left})`}${word}${right.startsWith('(') ? right : `(${right})`}`,
  not: (operand) => (operand.startsWith('(') ? `not${operand}` : `not(${operand})`),
}

function print(expression: Expression, style: Style): string {
  switch (expression.kind) {
    case 'number':
      return printNumber(expression.value)
    case 'name':
      return expression.name
    case 'call':
      return `${expression.name}(${expression.args.map((arg) => print(arg, style)).join(style.comma)})`
    case 'negate':
      return `-${operand(expression.operand, precedence.sign, style)}`
    case 'not':
      return style.not(operand(expression.operand, precedence.not, style))
    case 'binary': {
      const { operator } = expression
      const needed = operandPrecedence(operator)
      const left = operand(expression.left, needed.left, style)
      const right = operand(expression.right, needed.right, style)
      if (operator === 'and' || operator === 'or') return style.word(left, operator, right)
      const space = operator === '*' || operator === '/' || operator === '^' ? '' : style.sum
      return `${left}${space}${operator}${space}${right}`
    }
  }
}

function operand(expression: Expression, needed: number, style: Style): string {
  const text = print(expression, style)
  return precedenceOf(expression) < needed ? `(${text})` : text
}
