import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formulaLimits } from '../../src/formula/limits.ts'
import {
  mathmlOfAssignment,
  mathmlOfExpression,
  mathmlOfProgram,
  serializeMathml,
  type MathElement,
  type MathmlOptions,
} from '../../src/formula/mathml.ts'
import { parseExpression, parseProgram } from '../../src/formula/parse.ts'
import type { Expression } from '../../src/formula/syntax.ts'
import { arbitraryExpression, arbitraryProgram } from './arbitrary-expression.ts'

/** What a reader sees, on one line: scripts as `^{}` and `_{}`, a fraction as `{}/{}`, multiplication that is not shown as nothing. */
function seen(node: MathElement | string): string {
  if (typeof node === 'string') return node.replace(/[\u2061\u2062]/g, '')
  const parts = node.children.map(seen)
  const braces = (text: string) => (text.length > 1 ? `{${text}}` : text)
  switch (node.tag) {
    case 'msup':
      return `${parts[0]}^${braces(parts[1])}`
    case 'msub':
      return `${parts[0]}_${braces(parts[1])}`
    case 'msubsup':
      return `${parts[0]}_${braces(parts[1])}^${braces(parts[2])}`
    case 'mover':
      return parts.join('')
    case 'mfrac':
      return `{${parts.join('}/{')}}`
    case 'msqrt':
      return `√{${parts.join('')}}`
    case 'mtable':
      return `[${parts.join('; ')}]`
    case 'mtr':
      return parts.join(' ').replaceAll('\u00a0', ' ')
    default:
      return parts.join('')
  }
}

const shown = (text: string, options?: MathmlOptions) => seen(mathmlOfExpression(parseExpression(text), options))

function everyElement(node: MathElement): MathElement[] {
  return [node, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : everyElement(child)))]
}

function mentions(node: Expression): string[] {
  if (node.kind === 'name') return [node.name]
  if (node.kind === 'negate' || node.kind === 'not') return mentions(node.operand)
  if (node.kind === 'binary') return [...mentions(node.left), ...mentions(node.right)]
  return node.kind === 'call' ? node.args.flatMap(mentions) : []
}

const namesShown = (node: MathElement) => everyElement(node).flatMap((part) => part.attributes?.['data-name'] ?? [])

describe('whatever the formula', () => {
  const childrenOf: Record<string, number> = { mfrac: 2, msup: 2, msub: 2, mover: 2, msubsup: 3 }
  const tokens = new Set(['mi', 'mn', 'mo', 'mtext'])
  const containers = new Set(['math', 'mrow', 'msqrt', 'mtable', 'mtr', 'mtd', ...Object.keys(childrenOf)])

  test('every mention of a name carries it, and nothing else does', () => {
    fc.assert(
      fc.property(arbitraryExpression, (tree) => {
        expect(namesShown(mathmlOfExpression(tree)).sort()).toEqual(mentions(tree).sort())
        const values = mathmlOfExpression(tree, { values: (name) => (name === 'x' ? '-1.5e-8' : '0.25') })
        expect(namesShown(values).sort()).toEqual(mentions(tree).sort())
      }),
      { numRuns: 1000 },
    )
  })

  test('the elements are those of MathML Core, with as many children as they take', () => {
    fc.assert(
      fc.property(arbitraryProgram, (program) => {
        for (const node of mathmlOfProgram(program).flatMap(everyElement)) {
          expect(tokens.has(node.tag) || containers.has(node.tag)).toBe(true)
          if (node.tag in childrenOf) expect(node.children.length).toBe(childrenOf[node.tag])
          expect(node.children.length).toBeGreaterThan(0)
          for (const child of node.children) {
            expect(typeof child === 'string').toBe(tokens.has(node.tag))
            if (typeof child === 'string') continue
            expect(child.tag === 'mtr').toBe(node.tag === 'mtable')
            expect(child.tag === 'mtd').toBe(node.tag === 'mtr')
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  test('the serialized text is well formed', () => {
    fc.assert(
      fc.property(arbitraryExpression, fc.string(), (tree, text) => {
        const written = serializeMathml(
          mathmlOfExpression(tree, { values: (name) => (name === 'y' ? text || '0' : undefined) }),
        )
        expect(balanced(written)).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  /** Tags in pairs, attributes quoted, no stray `<`, `>` or `&`. */
  function balanced(text: string): boolean {
    const piece = /<([a-z]+)((?: [a-z-]+="[^"<>]*")*)>|<\/([a-z]+)>|(?:[^<>&]|&(?:amp|lt|gt|quot);)+/y
    const open: string[] = []
    while (piece.lastIndex < text.length) {
      const match = piece.exec(text)
      if (!match) return false
      if (match[1]) open.push(match[1])
      if (match[3] && open.pop() !== match[3]) return false
    }
    return open.length === 0
  }
})

test('characters with a meaning in markup are escaped', () => {
  const node = { tag: 'mi', attributes: { 'data-name': '"a"&<' }, children: ['<&>"'] }
  expect(serializeMathml(node)).toBe('<mi data-name="&quot;a&quot;&amp;&lt;">&lt;&amp;&gt;&quot;</mi>')
  expect(serializeMathml(mathmlOfExpression(parseExpression('a < b')))).toContain('<mo>&lt;</mo>')
})

describe('forms', () => {
  test.each([
    ['(1 - w1*w2)^2', '(1−w_1w_2)^2'],
    ['(a - x)^2 + b*(y - x^2)^2', '(a−x)^2+b·(y−x^2)^2'],
    ['a/b*c', '{a}/{b}c'],
    ['(a + b)/(c*d)', '{a+b}/{cd}'],
    ['(a/b)^2', '({a}/{b})^2'],
    ['x^(1/2)', 'x^{1/2}'],
    ['2^(a/b*c)', '2^{(a/b)c}'],
    ['(x^2)^3', '(x^2)^3'],
    ['x^y^z', 'x^{y^z}'],
    ['(-x)^2 + -x^2', '(−x)^2+(−x^2)'],
    ['beta1^t', 'β_1^t'],
    ['sqrt(x + 1)', '√{x+1}'],
    ['exp(-x^2/2)', 'e^{−x^2/2}'],
    ['exp(-(x - mu)^2/(2*sigma^2))', 'exp({−(x−μ)^2}/{2σ^2})'],
    ['log(x) + log1p(x + y)', 'ln(x)+ln(1+(x+y))'],
    ['log1p(-x)', 'ln(1+(−x))'],
    ['2*expm1(x)', '2(e^x−1)'],
    ['abs(x) + norm(g)^2', '|x|+‖g‖^2'],
    ['floor(t/k)', '⌊{t}/{k}⌋'],
    ['mod(t, k + 1)*x', '(tmod(k+1))x'],
    ['pow(x + 1, 3)', '(x+1)^3'],
    ['sin(x)^2', 'sin^2(x)'],
    ['relu(x)^2', 'ReLU(x)^2'],
    ['sigmoid(x)', 'σ(x)'],
    ['sigmoid(x)*sigma', 'sigmoid(x)σ'],
    ['max(a, b, c)', 'max(a,b,c)'],
    ['dot(a, b + c)', 'a^⊤(b+c)'],
    ['sum(x)*y', '(∑x)y'],
    ['y*sum(x + z)', 'y∑(x+z)'],
    ['mean(x)', 'x‾'],
    ['mean((y - w*x)^2)', '{1}/{N}∑(y−wx)^2'],
    ['grad(v) + loss(theta)', '∇L(v)+L(θ)'],
    ['newton(g, 0) + newton(g, d)', 'H^{−1}g+(H+dI)^{−1}g'],
    ['saddle_free_newton(g, 2)', '(|H|+2I)^{−1}g'],
    ['hessian_times(v - g)', 'H(v−g)'],
    ['count(milestones, t)', '#{milestones≤t}'],
    ['a <= b and not c == d', 'a≤b∧¬(c=d)'],
    ['a or b and c', 'a∨b∧c'],
    ['(a or b) and c', '(a∨b)∧c'],
    ['where(t == 1, g, v)', '{[g if t=1; v otherwise]'],
    ['where(a, x, where(b, y, z))', '{[x if a; y if b; z otherwise]'],
    ['1 + where(a, b, c)', '1+({[b if a; c otherwise])'],
  ])('%s', (text, line) => expect(shown(text)).toBe(line))

  test('minus is a minus sign and powers of ten are powers', () => {
    expect(shown('-2 - 1e-8 + 1.5e-8*x')).toBe('−2−10^{−8}+1.5×10^{−8}x')
  })

  test('a dot stands where touching would mislead', () => {
    expect(shown('2*3')).toBe('2·3')
    expect(shown('x*2')).toBe('x·2')
    expect(shown('x*(y + 1)')).toBe('x·(y+1)')
    expect(shown('2*(1/2)')).toBe('2·{1}/{2}')
    expect(shown('momentum*v')).toBe('momentum·v')
    expect(shown('abs(x)*abs(y)')).toBe('|x|·|y|')
    expect(shown('2*x*y*(z + 1)')).toBe('2xy·(z+1)')
    expect(shown('(x + 1)*(y + 1)')).toBe('(x+1)(y+1)')
    expect(shown('x*-y')).toBe('x·(−y)')
  })

  test('what is grouped to the right keeps its parentheses, because the code adds in that order', () => {
    expect(shown('a + (b + c)')).toBe('a+(b+c)')
    expect(shown('a*(b*c)')).toBe('a·(bc)')
    expect(shown('a - (b - c)')).toBe('a−(b−c)')
  })
})

describe('names', () => {
  test.each([
    ['theta', 'θ'],
    ['w12', 'w_{12}'],
    ['beta1', 'β_1'],
    ['mHat', 'm^'],
    ['thetaBar2', 'θ¯_2'],
    ['lambda_max', 'λ_{max}'],
    ['rhoMax', 'ρ_{max}'],
    ['etaMinus', 'η_−'],
    ['thetaPrev', 'θ_{prev}'],
    ['Deltatheta', 'Δθ'],
    ['Delta', 'Δ'],
    ['learningRate', 'η'],
    ['initialLearningRate', 'η_0'],
    ['steps', 'T'],
    ['loss', 'L'],
    ['finalLearningRate', 'finalLearningRate'],
    ['momentum', 'momentum'],
    ['hidden2', 'hidden_2'],
    ['mean_', 'mean'],
    ['infinity', '∞'],
    ['pi', 'π'],
    ['權重', '權重'],
    ['eta', 'η'],
    ['zeta1x', 'zeta1x'],
    ['constructor', 'constructor'],
  ])('%s is shown as %s', (name, symbol) => expect(shown(name)).toBe(symbol))

  test('two names of one formula never share a symbol because of the lectures’ symbols', () => {
    expect(shown('learningRate*eta + steps*T')).toBe('learningRate·η+steps·T')
    const lines = mathmlOfProgram(parseProgram('eta = 1\ntheta = theta - learningRate*g'))
    expect(seen(lines[1])).toBe('θ←θ−learningRate·g')
  })

  test('symbols come from the caller', () => {
    const symbols = { momentum: 'β₁', lr: 'η', k: 'k′′' }
    expect(shown('momentum*lr + k', { symbols })).toBe('β_1η+k′′')
    const [first] = everyElement(mathmlOfExpression(parseExpression('momentum'), { symbols })).filter(
      (part) => part.tag === 'msub',
    )
    expect(first.attributes).toEqual({ 'data-name': 'momentum' })
  })
})

describe('values in place of names', () => {
  const values = (name: string) => ({ beta1: '0.9', m: '-0.5', v: '1.5e-8', theta: '(1, 2)' })[name]

  test('a sign or a power of ten gets parentheses where it needs them', () => {
    expect(shown('beta1*m + g', { values })).toBe('0.9(−0.5)+g')
    expect(shown('m^2 - m', { values })).toBe('(−0.5)^2−(−0.5)')
    expect(shown('beta1*v', { values })).toBe('0.9(1.5×10^{−8})')
    expect(shown('2*beta1', { values })).toBe('2·0.9')
    expect(shown('theta - m', { values })).toBe('(1, 2)−(−0.5)')
  })

  test('the assigned name stays a name', () => {
    const [assignment] = parseProgram('m = beta1*m').assignments
    expect(seen(mathmlOfAssignment(assignment, { values }))).toBe('m←0.9(−0.5)')
  })
})

test('a program is one formula a line; an arrow marks a name that reads its old value', () => {
  const adam = parseProgram(`
    m = beta1*m + (1 - beta1)*g
    v = beta2*v + (1 - beta2)*g^2
    mHat = m / (1 - beta1^t)
    vHat = v / (1 - beta2^t)
    theta = theta - learningRate*mHat / (sqrt(vHat) + epsilon)
  `)
  const lines = mathmlOfProgram(adam)
  expect(lines.map(seen)).toEqual([
    'm←β_1m+(1−β_1)g',
    'v←β_2v+(1−β_2)g^2',
    'm^={m}/{1−β_1^t}',
    'v^={v}/{1−β_2^t}',
    'θ←θ−{ηm^}/{√{v^}+ε}',
  ])
  expect(lines.every((line) => line.tag === 'math' && line.attributes?.display === 'block')).toBe(true)
})

test('the words of cases come from the caller', () => {
  expect(shown('where(a, b, c)', { words: { if: '若', otherwise: '其他' } })).toBe('{[b 若 a; c 其他]')
})

test('the longest chains are typeset', () => {
  for (const operator of ['+', '*', '/', ' and ']) {
    const chain = Array(formulaLimits.depth).fill('x').join(operator)
    const written = serializeMathml(mathmlOfExpression(parseExpression(chain)))
    expect(written.split('data-name').length - 1).toBe(formulaLimits.depth)
  }
})
