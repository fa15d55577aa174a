import { parseExpression, parseProgram } from '../formula/parse.ts'
import type { Program } from '../formula/syntax.ts'

/**
 * A landscape's text as a program that ends in `loss = …`, be it written so or as one expression.
 * @throws FormulaError
 */
export function readLoss(loss: string): Program {
  if (isProgram(loss)) return parseProgram(loss)
  const value = parseExpression(loss)
  return { assignments: [{ name: 'loss', nameSpan: { start: 0, end: 0 }, value }] }
}

/** Whether a text assigns anything: a single `=` that belongs to no comparison. */
export function isProgram(text: string): boolean {
  return /(^|[^<>=!])=(?!=)/.test(text)
}
