import { FormulaError } from './formula-error.ts'
import type { Token } from './tokens.ts'

/** Where a value should stand and something else does. */
export function expectedValue(token: Token, before: Token | undefined): FormulaError {
  if (token.kind === 'superscript') return new FormulaError('Expected a value before this exponent.', token.span)
  if (token.kind === 'symbol' && token.text === 'not')
    return new FormulaError('Put “not …” in parentheses here.', token.span)
  if (before?.kind === 'symbol' && before.text === '*' && token.kind === 'symbol' && token.text === '*')
    return new FormulaError('Powers are written with “^”, as in x^2.', token.span)
  if (before?.kind === 'symbol' && before.text !== '(') {
    const where = before.text === '=' || before.text === '√' || before.text === ',' ? '' : ' operator'
    return new FormulaError(`Expected a value after the${where} “${before.text}”.`, token.span)
  }
  if (token.kind === 'symbol') return new FormulaError(`Expected a value before “${token.text}”.`, token.span)
  return new FormulaError('Expected a value here, but the formula ends.', token.span)
}

/** What stands where a parenthesis should close. */
export function expectedClosing(token: Token): FormulaError {
  return token.kind === 'end' ? new FormulaError('Expected a closing “)” here.', token.span) : unexpected(token)
}

/** What stands where the formula could have ended. */
export function unexpected(token: Token): FormulaError {
  return new FormulaError(unexpectedSentence(token), token.span)
}

function unexpectedSentence(token: Token): string {
  switch (token.kind) {
    case 'number':
    case 'name':
      return 'Expected an operator here: write “*” to multiply.'
    case 'superscript':
      return 'Expected an operator before this exponent.'
    case 'end':
      return 'Expected more here, but the formula ends.'
    case 'symbol':
      switch (token.text) {
        case ')':
          return 'This “)” closes nothing.'
        case ',':
          return 'A comma is accepted only between the arguments of a function.'
        case '=':
          return '“=” is not accepted here: write “==” to compare.'
        case ';':
          return 'One formula is expected here: “;” separates the lines of a program.'
        case '(':
        case '√':
          return 'Expected an operator here: write “*” to multiply.'
        default:
          return `“${token.text}” is not expected here.`
      }
  }
}
