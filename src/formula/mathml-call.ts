import { atom, box, fenced, holding, holdingUnsigned, minus, product, timesWithRoom, type Box } from './mathml-box.ts'
import { element, mi, mn, mo, row, type MathElement } from './mathml-element.ts'
import { precedence } from './precedence.ts'
import type { Expression } from './syntax.ts'

/** What typesetting a call needs of the reader that met it. */
export interface Surroundings {
  typeset: (expression: Expression) => Box
  /** For exponents, where fractions are written with a slash. */
  typesetSmall: (expression: Expression) => Box
  raise: (base: Box, exponent: Expression) => Box
  /** Whether this is set in small size: in an exponent or in a line of text. */
  readonly small: boolean
  /** Whether the formula uses the name for something. */
  taken: (name: string) => boolean
  words: { if: string; otherwise: string }
}

/** Functions that are written as their name and their arguments, by the name that is shown. */
const written: ReadonlyMap<string, string> = new Map([
  ['sin', 'sin'],
  ['cos', 'cos'],
  ['tan', 'tan'],
  ['tanh', 'tanh'],
  ['log', 'ln'],
  ['sign', 'sgn'],
  ['relu', 'ReLU'],
  ['bernoulli', 'Bernoulli'],
])

/** Functions whose power is written on their name: sin²(x). */
const raisedByName: ReadonlySet<string> = new Set(['sin', 'cos', 'tan', 'tanh'])

/** Nodes up to which exp(a) is written as a power of e. */
const shortExponent = 9

export function typesetCall(name: string, args: readonly Expression[], around: Surroundings): Box {
  const [a, b, c] = args
  const { typeset } = around
  switch (name) {
    case 'sqrt':
      return atom(element('msqrt', typeset(a).items), 'function')
    case 'exp':
      if (size(a) > shortExponent) return application(mi('exp'), args, around)
      return box(element('msup', [euler(), row(around.typesetSmall(a).items)]), precedence.power, 'symbol')
    case 'expm1':
      return box([...typesetCall('exp', args, around).items, mo('−'), mn('1')], precedence.sum, 'symbol', 'number')
    case 'log1p':
      return named(
        mi('ln'),
        fenced('(', [mn('1'), mo('+'), ...holdingUnsigned(typeset(a), precedence.product).items], ')'),
      )
    case 'abs':
      return atom(fenced('|', typeset(a).items, '|'), 'bar')
    case 'norm':
      return atom(fenced('‖', typeset(a).items, '‖'), 'bar')
    case 'floor':
      return atom(fenced('⌊', typeset(a).items, '⌋'), 'bar')
    case 'sigmoid':
      return application(around.taken('sigma') ? mi('sigmoid') : mi('σ'), args, around)
    case 'mod':
      return infix(typeset(a), mo('mod', { lspace: '0.25em', rspace: '0.25em' }), typeset(b))
    case 'pow':
      return around.raise(typeset(a), b)
    case 'where':
      return cases(a, b, c, around)
    case 'share':
      return application(element('msub', [mi('softmax'), mn('1')]), args, around)
    case 'dot':
      return box(
        [
          element('msup', [row(holding(typeset(a), precedence.atom).items), mo('⊤')]),
          timesWithRoom(),
          ...holdingUnsigned(typeset(b), precedence.sign).items,
        ],
        precedence.product,
        'symbol',
      )
    case 'sum':
      return summed([], typeset(a))
    case 'mean': {
      const inner = typeset(a)
      if (a.kind === 'name') return atom(element('mover', [row(inner.items), mo('‾')], { accent: 'true' }), 'symbol')
      return summed([element('mfrac', [mn('1'), mi('N')])], inner)
    }
    case 'grad':
      return named(row([mi('∇', { mathvariant: 'normal' }), mi('L')]), list(args, around))
    case 'loss':
      return named(mi('L'), list(args, around))
    case 'hessian_times':
      return applied(mi('H'), typeset(a))
    case 'newton':
      return applied(inverse(mi('H'), b, around), typeset(a))
    case 'saddle_free_newton':
      return applied(inverse(fenced('|', [mi('H')], '|'), b, around), typeset(a))
    case 'least_eigenvector':
      return atom(element('msub', [mi('u'), mi('min')]), 'symbol')
    case 'normal':
      return named(mi('𝒩'), fenced('(', [mn('0'), mo(','), mi('I')], ')'))
    case 'count':
      return atom(
        [
          mo('#', { form: 'prefix', lspace: '0', rspace: '0' }),
          fenced('{', [...typeset(a).items, mo('≤'), ...typeset(b).items], '}'),
        ],
        'symbol',
        'bar',
      )
    default:
      return application(mi(written.get(name) ?? name), args, around)
  }
}

/** sin²(x), where `expression` is such a power; else undefined. */
export function powerOfFunction(base: Expression, exponent: Expression, around: Surroundings): Box | undefined {
  if (base.kind !== 'call' || !raisedByName.has(base.name) || exponent.kind !== 'number') return undefined
  if (!Number.isInteger(exponent.value) || exponent.value < 1) return undefined
  const raised = element('msup', [mi(base.name), row(around.typesetSmall(exponent).items)])
  return application(raised, base.args, around)
}

export function euler(): MathElement {
  return mi('e', { mathvariant: 'normal' })
}

function application(head: MathElement, args: readonly Expression[], around: Surroundings): Box {
  return named(head, list(args, around))
}

function named(head: MathElement, inParentheses: MathElement): Box {
  return atom([head, mo('\u2061'), inParentheses], 'function', 'parenthesis')
}

function list(args: readonly Expression[], { typeset }: Surroundings): MathElement {
  const items = args.flatMap((arg, i) => [...(i > 0 ? [mo(',')] : []), ...typeset(arg).items])
  return fenced('(', items, ')')
}

function infix(left: Box, operator: MathElement, right: Box): Box {
  const a = holding(left, precedence.sign)
  const b = holdingUnsigned(right, precedence.sign)
  return { ...box([...a.items, operator, ...b.items], precedence.product, a.starts, b.ends), openEnded: true }
}

function summed(before: MathElement[], operand: Box): Box {
  const inner = holdingUnsigned(operand, precedence.product)
  const sum = box(
    [...before, mo('∑'), ...inner.items],
    precedence.product,
    before.length > 0 ? 'fraction' : 'function',
    inner.ends,
  )
  return { ...sum, openEnded: true }
}

/** A matrix times a vector. */
function applied(matrix: MathElement, vector: Box): Box {
  const right = holdingUnsigned(vector, precedence.sign)
  return box([matrix, timesWithRoom(), ...right.items], precedence.product, 'symbol', right.ends)
}

/** (H + damping·I)⁻¹ */
function inverse(matrix: MathElement, damping: Expression, { typeset }: Surroundings): MathElement {
  const damped = !(damping.kind === 'number' && damping.value === 0)
  const term = product(typeset(damping), atom(mi('I'), 'symbol'))
  const base = damped ? fenced('(', [matrix, mo('+'), ...holdingUnsigned(term, precedence.product).items], ')') : matrix
  return element('msup', [base, row([minus(), mn('1')])])
}

/** A brace with one row a branch; a `where` that is the last branch continues the rows. */
function cases(condition: Expression, value: Expression, otherwise: Expression, around: Surroundings): Box {
  const { typeset, words } = around
  const rows = [caseRow(typeset(value), [element('mtext', [`${words.if}\u00a0`]), ...typeset(condition).items])]
  let rest = otherwise
  while (rest.kind === 'call' && rest.name === 'where') {
    const [nextCondition, nextValue, next] = rest.args
    rows.push(caseRow(typeset(nextValue), [element('mtext', [`${words.if}\u00a0`]), ...typeset(nextCondition).items]))
    rest = next
  }
  rows.push(caseRow(typeset(rest), [element('mtext', [words.otherwise])]))
  const brace = mo('{', { form: 'prefix', fence: 'true' })
  return box(
    element('mrow', [
      brace,
      element('mtable', rows, { class: 'cases', ...(around.small ? {} : { displaystyle: 'true' }) }),
    ]),
    0,
    'symbol',
  )
}

function caseRow(value: Box, condition: MathElement[]): MathElement {
  return element('mtr', [element('mtd', value.items), element('mtd', condition)])
}

function size(expression: Expression): number {
  switch (expression.kind) {
    case 'number':
    case 'name':
      return 1
    case 'negate':
    case 'not':
      return 1 + size(expression.operand)
    case 'binary':
      return 1 + size(expression.left) + size(expression.right)
    case 'call':
      return expression.args.reduce((total, arg) => total + size(arg), 1)
  }
}
