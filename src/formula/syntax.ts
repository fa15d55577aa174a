/** Half-open range of character offsets in the text a person typed. */
export interface Span {
  start: number
  end: number
}

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '==' | 'and' | 'or'

/** A formula as written. Names are canonical (ASCII for Greek letters and subscripts: `β₁` is `beta1`); `≥`, `√x`, `x²` arrive as `>=`, `sqrt(x)`, `x^2`. */
export type Expression =
  | { kind: 'number'; value: number; span: Span }
  | { kind: 'name'; name: string; span: Span }
  | { kind: 'negate'; operand: Expression; span: Span }
  | { kind: 'not'; operand: Expression; span: Span }
  | { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression; span: Span }
  | { kind: 'call'; name: string; args: Expression[]; span: Span }

/** One line of a program: `name = value`. */
export interface Assignment {
  name: string
  nameSpan: Span
  value: Expression
}

export interface Program {
  assignments: Assignment[]
}
