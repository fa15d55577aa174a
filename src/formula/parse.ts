import { FormulaError } from './formula-error.ts'
import { functionByOtherName, functions, reservedWords } from './functions.ts'
import { formulaLimits } from './limits.ts'
import { nearName } from './near-name.ts'
import { expectedClosing, expectedValue, unexpected } from './parse-error.ts'
import type { Assignment, BinaryOperator, Expression, Program, Span } from './syntax.ts'
import { tokenize, type Token } from './tokens.ts'
import { TreeBuilder } from './tree-builder.ts'

/**
 * Reads one formula; line breaks count as spaces.
 * @throws FormulaError with the place and what was expected; never any other error, whatever the text
 */
export function parseExpression(text: string): Expression {
  const parser = new Parser(tokenize(text, false))
  const expression = parser.expression()
  parser.expectEnd()
  return expression
}

/**
 * Reads a program: lines `name = expression`, ended by a line break or `;`. Blank lines are skipped; no line at all is a program too.
 * @throws FormulaError with the place and what was expected; never any other error, whatever the text
 */
export function parseProgram(text: string): Program {
  const parser = new Parser(tokenize(text, true))
  const assignments: Assignment[] = []
  while (parser.skipBlankLines()) {
    assignments.push(parser.assignment())
    parser.expectEnd()
  }
  return { assignments }
}

const comparisons: ReadonlySet<string> = new Set(['<', '<=', '>', '>=', '==', '!='])

/** Recursive descent, one method a level of precedence. */
class Parser {
  private readonly tokens: Token[]
  private at = 0
  private open = 0
  private readonly build = new TreeBuilder()

  constructor(tokens: Token[]) {
    this.tokens = tokens
  }

  /** Moves to the next line that holds anything; false at the end of the text. */
  skipBlankLines(): boolean {
    while (this.at < this.tokens.length && this.tokens[this.at].kind === 'end') this.at++
    return this.at < this.tokens.length
  }

  expectEnd(): void {
    if (this.token.kind !== 'end') throw unexpected(this.token)
  }

  assignment(): Assignment {
    const { token } = this
    if (token.kind !== 'name') throw new FormulaError('Expected a line “name = expression” here.', token.span)
    this.at++
    if (!this.accept('=')) throw this.notAnAssignment(token.name)
    this.build.line(token.name, token.span)
    if (reservedWords.has(token.name)) {
      const what = functions.has(token.name) ? 'a function' : 'a constant'
      throw new FormulaError(`“${token.name}” is ${what} and cannot be assigned.`, token.span)
    }
    return { name: token.name, nameSpan: token.span, value: this.expression() }
  }

  expression(): Expression {
    let left = this.conjunction()
    while (this.accept('or')) left = this.build.binary('or', left, this.conjunction())
    return left
  }

  private conjunction(): Expression {
    let left = this.negation()
    while (this.accept('and')) left = this.build.binary('and', left, this.negation())
    return left
  }

  private negation(): Expression {
    const { span } = this.token
    if (!this.accept('not')) return this.comparison()
    return this.build.not(
      this.nested(span, () => this.negation()),
      span.start,
    )
  }

  private comparison(): Expression {
    const left = this.sum()
    const operator = this.symbol()
    if (!comparisons.has(operator)) return left
    this.at++
    const right = this.sum()
    if (comparisons.has(this.symbol()))
      throw new FormulaError('Comparisons do not chain: write “a < b and b < c”.', this.token.span)
    if (operator === '!=') return this.build.not(this.build.binary('==', left, right), left.span.start)
    return this.build.binary(operator as BinaryOperator, left, right)
  }

  private sum(): Expression {
    let left = this.product()
    for (let operator = this.symbol(); operator === '+' || operator === '-'; operator = this.symbol()) {
      this.at++
      left = this.build.binary(operator, left, this.product())
    }
    return left
  }

  private product(): Expression {
    let left = this.signed()
    for (;;) {
      const operator = this.symbol()
      if (operator === '*' || operator === '/') {
        this.at++
        left = this.build.binary(operator, left, this.signed())
      } else if (this.numberTouchesValue()) {
        left = this.build.binary('*', left, this.power())
      } else {
        return left
      }
    }
  }

  /** Whether a number stands directly before a name or a parenthesis, which multiplies: `2x`, `3(x+1)`, `x²y`. */
  private numberTouchesValue(): boolean {
    const before = this.tokens[this.at - 1]
    const isNumber = before.kind === 'number' || (before.kind === 'superscript' && typeof before.base === 'number')
    if (!isNumber || before.span.end !== this.token.span.start) return false
    return this.token.kind === 'name' || this.symbol() === '(' || this.symbol() === '√'
  }

  private signed(): Expression {
    while (this.accept('+')); // a plus sign changes nothing
    const { span } = this.token
    if (!this.accept('-')) return this.power()
    return this.build.negate(
      this.nested(span, () => this.signed()),
      span.start,
    )
  }

  private power(): Expression {
    const base = this.atom()
    const { token } = this
    if (token.kind === 'superscript') {
      this.at++
      if (this.token.kind === 'superscript' || this.symbol() === '^')
        throw new FormulaError('Write this exponent with “^” and parentheses: (x²)^3 or x^(2^3).', this.token.span)
      return this.build.binary('^', base, this.build.superscript(token))
    }
    if (!this.accept('^')) return base
    return this.build.binary(
      '^',
      base,
      this.nested(token.span, () => this.signed()),
    )
  }

  private atom(): Expression {
    const { token } = this
    if (token.kind === 'number') {
      this.at++
      return this.build.number(token.value, token.span)
    }
    if (token.kind === 'name') {
      this.at++
      if (this.symbol() === '(') return this.call(token.name, token.span)
      if (reservedWords.has(token.name) && functions.has(token.name))
        throw new FormulaError(`“${token.name}” is a function: write ${functions.get(token.name)!.usage}.`, token.span)
      return this.build.name(token.name, token.span)
    }
    if (this.accept('(')) {
      const inner = this.nested(token.span, () => this.expression())
      inner.span = { start: token.span.start, end: this.closeParenthesis() }
      return inner
    }
    if (this.accept('√')) {
      const operand = this.nested(token.span, () => this.atom())
      return this.build.call('sqrt', [operand], { start: token.span.start, end: operand.span.end })
    }
    throw expectedValue(token, this.tokens[this.at - 1])
  }

  private call(name: string, nameSpan: Span): Expression {
    const entry = functions.get(name)
    if (!entry) throw notAFunction(name, nameSpan)
    const { span } = this.token
    this.at++
    const args: Expression[] = []
    if (this.symbol() !== ')') {
      do args.push(this.nested(span, () => this.expression()))
      while (this.accept(','))
    }
    const whole = { start: nameSpan.start, end: this.closeParenthesis() }
    const { least, most } = entry.arity
    if (args.length < least || args.length > most) {
      const count = `${most === least ? '' : 'at least '}${least === 0 ? 'no' : least} argument${least === 1 ? '' : 's'}`
      throw new FormulaError(`“${name}” takes ${count}: ${entry.usage}.`, whole)
    }
    return this.build.call(name, args, whole)
  }

  /** Reads `)` and returns where it ends. */
  private closeParenthesis(): number {
    const { token } = this
    if (!this.accept(')')) throw expectedClosing(token)
    return token.span.end
  }

  private notAnAssignment(name: string): FormulaError {
    const { token } = this
    const next = this.tokens[this.at + 1]
    const combined = '+-*/^'.includes(this.symbol() || ' ') && next?.kind === 'symbol' && next.text === '='
    if (token.kind === 'symbol' && combined)
      return new FormulaError(`Write the whole assignment: “${name} = ${name} ${token.text} …”.`, {
        start: token.span.start,
        end: next.span.end,
      })
    return new FormulaError(`Expected “=” here: a line is “name = expression”.`, token.span)
  }

  private nested<T>(span: Span, read: () => T): T {
    if (++this.open > formulaLimits.open)
      throw new FormulaError(
        `Too many parentheses, signs and exponents are open here: at most ${formulaLimits.open}.`,
        span,
      )
    const result = read()
    this.open--
    return result
  }

  private get token(): Token {
    return this.tokens[this.at]
  }

  /** The operator that comes next, or the empty text. */
  private symbol(): string {
    const { token } = this
    return token.kind === 'symbol' ? token.text : ''
  }

  private accept(text: string): boolean {
    const found = this.symbol() === text
    if (found) this.at++
    return found
  }
}

function notAFunction(name: string, span: Span): FormulaError {
  const suggestion = functionByOtherName(name) ?? nearName(name, functions.keys())
  const hint = suggestion === undefined ? ` To multiply, write “${name}*(…)”.` : ''
  return new FormulaError(`“${name}” is not a function.${hint}`, span, suggestion)
}
