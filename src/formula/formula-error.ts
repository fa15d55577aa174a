import type { Span } from './syntax.ts'

/** What is wrong with a formula, where, and what is accepted. `message` is one sentence for the person who typed it. */
export class FormulaError extends Error {
  readonly span: Span
  /** A name near the one that was not understood. */
  readonly suggestion: string | undefined
  /** The state whose initial value is meant: then the place is in that text. */
  state?: string

  constructor(message: string, span: Span, suggestion?: string) {
    super(suggestion === undefined ? message : `${message} Did you mean “${suggestion}”?`)
    this.name = 'FormulaError'
    this.span = span
    this.suggestion = suggestion
  }
}
