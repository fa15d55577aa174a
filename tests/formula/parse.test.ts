import { describe, expect, test } from 'vitest'
import { parseExpression, parseProgram } from '../../src/formula/parse.ts'
import type { Expression } from '../../src/formula/syntax.ts'
import { failure } from './failure.ts'

/** The tree with every grouping shown, so that a test reads as text. */
function shape(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'name':
      return expression.name
    case 'negate':
      return `(-${shape(expression.operand)})`
    case 'not':
      return `(not ${shape(expression.operand)})`
    case 'binary':
      return `(${shape(expression.left)} ${expression.operator} ${shape(expression.right)})`
    case 'call':
      return `${expression.name}(${expression.args.map(shape).join(', ')})`
  }
}

describe('precedence', () => {
  test.each([
    ['a or b and c', '(a or (b and c))'],
    ['not a and b', '((not a) and b)'],
    ['not a < b', '(not (a < b))'],
    ['not not a', '(not (not a))'],
    ['a + b < c - d', '((a + b) < (c - d))'],
    ['a - b - c', '((a - b) - c)'],
    ['a - b*c', '(a - (b * c))'],
    ['a/b*c', '((a / b) * c)'],
    ['-x^2', '(-(x ^ 2))'],
    ['-x*y', '((-x) * y)'],
    ['x*-y', '(x * (-y))'],
    ['a - -b', '(a - (-b))'],
    ['--x', '(-(-x))'],
    ['2^3^2', '(2 ^ (3 ^ 2))'],
    ['2^-3', '(2 ^ (-3))'],
    ['2^-x^2', '(2 ^ (-(x ^ 2)))'],
    ['(-x)^2', '((-x) ^ 2)'],
    ['+x + +y', '(x + y)'],
    ['a == b and c >= d', '((a == b) and (c >= d))'],
    ['max(a, b + 1, -c)', 'max(a, (b + 1), (-c))'],
    ['normal()', 'normal()'],
    ['loss - loss(x)', '(loss - loss(x))'],
    ['a +\n  b', '(a + b)'],
  ])('%s', (text, tree) => expect(shape(parseExpression(text))).toBe(tree))
})

describe('a number directly before a name or a parenthesis multiplies', () => {
  test.each([
    ['2x', '(2 * x)'],
    ['3(x+1)', '(3 * (x + 1))'],
    ['2x^2', '(2 * (x ^ 2))'],
    ['1/2x', '((1 / 2) * x)'],
    ['-2x', '((-2) * x)'],
    ['x^2y', '((x ^ 2) * y)'],
    ['2sin(x)', '(2 * sin(x))'],
    ['2√x', '(2 * sqrt(x))'],
    ['2exp(x)', '(2 * exp(x))'],
    ['2e', '(2 * e)'],
    ['2e-x', '((2 * e) - x)'],
    ['2e3', '2000'],
    ['2e3x', '(2000 * x)'],
    ['1e-8', '1e-8'],
    ['1.', '1'],
    ['.5', '0.5'],
    ['1E2', '100'],
  ])('%s', (text, tree) => expect(shape(parseExpression(text))).toBe(tree))

  test.each(['2 x', 'x y', '(a)(b)', '2 (x)', '(a)b', '1 2', 'x 2'])('%s is refused', (text) =>
    expect(failure(() => parseExpression(text)).message).toContain('“*”'),
  )
})

describe('Unicode spellings', () => {
  test.each([
    ['β₁·m', '(beta1 * m)'],
    ['√x', 'sqrt(x)'],
    ['√(x+1)', 'sqrt((x + 1))'],
    ['√x^2', '(sqrt(x) ^ 2)'],
    ['√√x', 'sqrt(sqrt(x))'],
    ['x² + y³', '((x ^ 2) + (y ^ 3))'],
    ['x⁻¹', '(x ^ (-1))'],
    ['x¹²y', '((x ^ 12) * y)'],
    ['1 − β₂ᵗ', '(1 - (beta2 ^ t))'],
    ['a × b ÷ c ⋅ d', '(((a * b) / c) * d)'],
    ['a ≤ b ∧ ¬(c ≥ d)', '((a <= b) and (not (c >= d)))'],
    ['a ≠ b', '(not (a == b))'],
    ['π + ∞', '(pi + infinity)'],
    ['2π', '(2 * pi)'],
    ['（ｘ＋１）＊２，'.slice(0, -1), '((x + 1) * 2)'],
    ['權重*x', '(權重 * x)'],
    ['𝜃 + 𝑥₂', '(theta + x2)'],
  ])('%s', (text, tree) => expect(shape(parseExpression(text))).toBe(tree))
})

describe('spans', () => {
  test('cover the text of each part, parentheses included', () => {
    const text = 'a*(b + θ²) - sin(x)'
    const tree = parseExpression(text)
    const parts: string[] = []
    const collect = (node: Expression): void => {
      parts.push(text.slice(node.span.start, node.span.end))
      if (node.kind === 'binary') [node.left, node.right].forEach(collect)
      if (node.kind === 'call') node.args.forEach(collect)
    }
    collect(tree)
    expect(parts).toEqual([text, 'a*(b + θ²)', 'a', '(b + θ²)', 'b', 'θ²', 'θ', '²', 'sin(x)', 'x'])
  })

  test('of programs count from the start of the whole text', () => {
    const text = '\n  m = 2g; θ = m\n'
    const { assignments } = parseProgram(text)
    expect(assignments.map((a) => text.slice(a.nameSpan.start, a.nameSpan.end))).toEqual(['m', 'θ'])
    expect(assignments.map((a) => text.slice(a.value.span.start, a.value.span.end))).toEqual(['2g', 'm'])
    expect(assignments.map((a) => a.name)).toEqual(['m', 'theta'])
  })
})

describe('programs', () => {
  test('lines end at a newline or a semicolon; blank ones are skipped', () => {
    const names = parseProgram('a = 1\r\n\n ; b = a\n;;c=b;').assignments.map((a) => a.name)
    expect(names).toEqual(['a', 'b', 'c'])
    expect(parseProgram(' \n ').assignments).toEqual([])
  })

  test.each([
    ['x + 1', 'Expected “=” here: a line is “name = expression”.', 2, 3],
    ['2 = x', 'Expected a line “name = expression” here.', 0, 1],
    ['x == 1', 'Expected “=” here: a line is “name = expression”.', 2, 4],
    ['x += 1', 'Write the whole assignment: “x = x + …”.', 2, 4],
    ['x = y = 1', '“=” is not accepted here: write “==” to compare.', 6, 7],
    ['x =\ny = 1', 'Expected a value after the “=”.', 3, 4],
    ['x = (1\ny = 2)', 'Expected a closing “)” here.', 6, 7],
    ['exp = 1', '“exp” is a function and cannot be assigned.', 0, 3],
    ['π = 3', '“pi” is a constant and cannot be assigned.', 0, 1],
    ['and = 1', 'Expected a line “name = expression” here.', 0, 3],
  ])('%j is refused', (text, message, start, end) => {
    const error = failure(() => parseProgram(text))
    expect([error.message, error.span]).toEqual([message, { start, end }])
  })

  test('the loss may be assigned', () => expect(parseProgram('loss = x^2').assignments[0].name).toBe('loss'))
})

describe('errors name the place and what was expected', () => {
  test.each([
    ['', 'Expected a value here, but the formula ends.', 0, 0],
    ['1 +', 'Expected a value after the operator “+”.', 3, 3],
    ['1 + * 2', 'Expected a value after the operator “+”.', 4, 5],
    ['* 2', 'Expected a value before “*”.', 0, 1],
    ['()', 'Expected a value before “)”.', 1, 2],
    ['(x', 'Expected a closing “)” here.', 2, 2],
    ['sin(x', 'Expected a closing “)” here.', 5, 5],
    ['x)', 'This “)” closes nothing.', 1, 2],
    ['max(a,)', 'Expected a value after the “,”.', 6, 7],
    ['(a, b)', 'A comma is accepted only between the arguments of a function.', 2, 3],
    ['a < b < c', 'Comparisons do not chain: write “a < b and b < c”.', 6, 7],
    ['a % b', '“%” is not understood here. Write mod(a, b) for the remainder.', 2, 3],
    ['a && b', '“&” is not understood here. Write “and”.', 2, 3],
    ['a ** b', 'Powers are written with “^”, as in x^2.', 3, 4],
    ['😀', '“😀” is not understood here.', 0, 2],
    ['a; b', 'One formula is expected here: “;” separates the lines of a program.', 1, 2],
    ['2*not a', 'Put “not …” in parentheses here.', 2, 5],
    ['x²³^2', 'Write this exponent with “^” and parentheses: (x²)^3 or x^(2^3).', 3, 4],
    ['²', 'Expected a value before this exponent.', 0, 1],
    ['1e999', 'This number is too large: write “infinity” if that is meant.', 0, 5],
    ['exp', '“exp” is a function: write exp(a).', 0, 3],
    ['foo(x)', '“foo” is not a function. To multiply, write “foo*(…)”.', 0, 3],
    ['sqtr(x)', '“sqtr” is not a function. Did you mean “sqrt”?', 0, 4],
    ['ln(x)', '“ln” is not a function. Did you mean “log”?', 0, 2],
    ['1 + where(a, b)', '“where” takes 3 arguments: where(condition, a, b).', 4, 15],
    ['max(a)', '“max” takes at least 2 arguments: max(a, b, …).', 0, 6],
    ['sin()', '“sin” takes 1 argument: sin(a).', 0, 5],
    ['normal(1)', '“normal” takes no arguments: normal().', 0, 9],
  ])('%j', (text, message, start, end) => {
    const error = failure(() => parseExpression(text))
    expect([error.message, error.span]).toEqual([message, { start, end }])
  })

  test.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('%s is a name like any other', (name) => {
    expect(parseExpression(name)).toMatchObject({ kind: 'name', name })
    expect(failure(() => parseExpression(`${name}(x)`)).message).toContain('is not a function')
  })
})
