import { describe, expect, test } from 'vitest'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { functions } from '../../src/formula/functions.ts'
import { Interpreter } from '../../src/formula/interpret.ts'
import { loweredFunctions } from '../../src/formula/lower-call.ts'
import { lossGraph } from '../../src/simulation/loss-graph.ts'
import { failure } from './failure.ts'

type Data = Record<string, readonly number[]>

const graphOf = (loss: string, data?: Data) => lossGraph({ thing: ownLandscape(['x', 'y'], loss, data), values: {} })

/** The loss at (x, y) = (0.5, −3), by the interpreter. */
function valueOf(loss: string, data?: Data): number {
  const { build, loss: node } = graphOf(loss, data)
  const interpreter = new Interpreter(build.graph, [node])
  interpreter.set('theta.0', 0.5)
  interpreter.set('theta.1', -3)
  interpreter.set('t', 4)
  for (const [name, column] of Object.entries(data ?? {})) interpreter.setColumn(name, Float64Array.from(column))
  interpreter.setBatch(Int32Array.from(Object.values(data ?? {})[0] ?? [], (_, s) => s))
  interpreter.evaluate()
  return interpreter.value(node)
}

test('every function of the language has a rule, and there are no others', () => {
  expect([...loweredFunctions].sort()).toEqual([...functions.keys()].sort())
})

describe('what formulas mean', () => {
  test.each([
    ['-x^2', -0.25],
    ['(-x)^2', 0.25],
    ['2^3^2', 512],
    ['2^-2', 0.25],
    ['1 - 2 - 3', -4],
    ['12/3/2', 2],
    ['2x + 3(y + 1)', -5],
    ['not x > 1 and y < 0', 1],
    ['x > 1 or y == -3', 1],
    ['(x >= 0.5) + (x > 0.5) + (x <= 0.5) + (x < 0.5)', 2],
    ['mod(y, 2)', 1],
    ['mod(-y, -2)', -1],
    ['floor(y/2)', -2],
    ['clamp(y, -1, 1)', -1],
    ['clamp(x, 2, 1)', 1],
    ['min(x, y, -4, 7)', -4],
    ['max(x, y, -4, 7)', 7],
    ['sign(y)*abs(y)', -3],
    ['relu(y) + relu(x)', 0.5],
    ['where(y < 0, 1, 2) + where(0, 10, 20) + where(0*infinity, 100, 200)', 221],
    ['pow(4, x)', 2],
    ['4^x', 2],
    ['y^3', -27],
    ['(0*y)^0', 1],
    ['t + pi - pi', 4],
    ['log(e)', 1],
    ['expm1(0) + log1p(0) + sin(0) + tan(0) + tanh(0) + softplus(0) - log(2)', 0],
    ['sigmoid(0) + exp(0) + cos(0) + sqrt(4)', 4.5],
    ['logsumexp(y)', -3],
    ['share(x, x, x, x)', 0.25],
    ['-infinity', -Infinity],
  ])('%s', (loss, value) => {
    expect(valueOf(loss)).toBe(value)
  })

  test('lines run in order and a name is its newest value', () => {
    expect(valueOf('a = x\na = a + 1\nb = a*a\na = 100\nloss = b + y')).toBe(-0.75)
  })

  const data = { u: [1, 2, 4], v: [10, 0, -10] }
  test.each([
    ['mean(u)', 7 / 3],
    ['sum(u*v)', -30],
    ['sum(where(u > mean(u), v, 0))', -10],
    ['mean((u - mean(u))^2)', 14 / 9],
    ['sum(x + 0*u)', 1.5],
    ['mean(u)*mean(v) + sum(v)', 0],
    ['h = u*x\nk = h + mean(h)\nloss = sum(k)', 7],
  ])('over the batch: %s', (loss, value) => {
    expect(valueOf(loss, data)).toBeCloseTo(value, 14)
  })
})

describe('the graph', () => {
  test('equal subexpressions are one node, whatever the order of a sum or a product', () => {
    const { build, loss } = graphOf('(x*y + y)*(y + y*x) - sin(x*y)')
    const count = build.graph.reachable([loss]).length
    // x, y, x·y, +, ·, sin, −
    expect(count).toBe(7)
  })

  test('whole powers up to 64 multiply, larger ones and others are pow', () => {
    const op = (loss: string) => graphOf(loss).build.graph.node(graphOf(loss).loss).op
    expect(op('x^64')).toBe('power')
    expect(op('x^-7')).toBe('power')
    expect(op('x^65')).toBe('pow')
    expect(op('x^0.5')).toBe('pow')
    expect(op('x^y')).toBe('pow')
    expect(op('x^1')).toBe('input')
  })

  test('only the chosen branch of a constant condition is lowered', () => {
    const { build, loss } = graphOf('where(1 == 1, x, sin(y)) + where(0, cos(y), y)')
    const ops = build.graph.reachable([loss]).map((id) => build.graph.node(id).op)
    expect(ops).toEqual(['input', 'input', 'add'])
  })

  test('nothing is re-associated, and 0·x stays', () => {
    expect(valueOf('(x + 1e308*10) - 1e308*10')).toBeNaN()
    expect(valueOf('0.1 + 0.2 + 0.3 - (0.1 + (0.2 + 0.3))')).toBe(0.1 + 0.2 + 0.3 - (0.1 + (0.2 + 0.3)))
    expect(valueOf('0*(1/(x - x))')).toBeNaN()
    expect(valueOf('(1/(x - x))*0')).toBeNaN()
  })

  test('−0 is not 0', () => {
    expect(Object.is(valueOf('-0*x'), -0)).toBe(true)
    expect(valueOf('1/(-0*x)')).toBe(-Infinity)
    expect(Object.is(valueOf('x - x - 0'), 0)).toBe(true)
    expect(Object.is(valueOf('0*y - 0'), -0)).toBe(true)
    expect(Object.is(valueOf('0*y - (-0)'), 0)).toBe(true)
    expect(Object.is(valueOf('0*y + 0'), 0)).toBe(true)
  })
})

describe('what is refused, with its place and a way out', () => {
  const data = { u: [1, 2], v: [0, 1] }
  const refused = (loss: string, given?: Data) => {
    const error = failure(() => graphOf(loss, given))
    return { message: error.message, part: loss.slice(error.span.start, error.span.end), suggestion: error.suggestion }
  }

  test('names that are not there', () => {
    expect(refused('x + sni(y)').part).toContain('sni')
    expect(refused('x + w1')).toMatchObject({ part: 'w1' })
    expect(refused('x + w1').message).toContain('x, y')
    expect(refused('loss = x + los')).toMatchObject({ part: 'los' })
    expect(
      failure(() => lossGraph({ thing: ownLandscape(['weight', 'bias'], 'weigth^2'), values: {} })).suggestion,
    ).toBe('weight')
    expect(refused('x + exp')).toMatchObject({ part: 'exp' })
  })

  test('kinds that do not go together', () => {
    expect(refused('u*x', data)).toMatchObject({ part: 'u*x' })
    expect(refused('mean(x)', data)).toMatchObject({ part: 'x' })
    expect(refused('mean(mean(u))', data)).toMatchObject({ part: 'mean(u)' })
    expect(refused('norm(u)', data)).toMatchObject({ part: 'u' })
    expect(refused('mean(normal()*u)', data)).toMatchObject({ part: 'normal()*u' })
    expect(refused('normal()')).toMatchObject({ part: 'normal()' })
    expect(refused('count(x, y)')).toMatchObject({ part: 'x' })
  })

  test('what belongs to an optimizer', () => {
    for (const call of [
      'grad(x)',
      'loss(x)',
      'hessian_times(x)',
      'newton(x, 0)',
      'saddle_free_newton(x, 0)',
      'least_eigenvector()',
    ])
      expect(refused(`x + norm(${call})`)).toMatchObject({ part: call })
  })

  test('a loss that is none', () => {
    expect(refused('a = x\nb = a')).toMatchObject({ part: 'b' })
    expect(refused('x = 2\nloss = x')).toMatchObject({ part: 'x' })
    expect(refused('t = 2\nloss = x')).toMatchObject({ part: 't' })
    expect(refused('u = u + 1\nloss = mean(u)', data)).toMatchObject({ part: 'u' })
  })

  test('names used twice, or taken by the language', () => {
    const named = (parameters: string[], columns?: Data) =>
      failure(() => lossGraph({ thing: ownLandscape(parameters, '1', columns), values: {} })).message
    expect(named(['x', 'x'])).toContain('twice')
    expect(named(['x', 'u'], data)).toContain('twice')
    for (const word of ['sin', 'pi', 'e', 'infinity', 'and', 't', 'loss'])
      expect(named(['x', word])).toContain(`“${word}”`)
  })

  test('formulas whose derivatives would make the page wait', () => {
    const wide = `logsumexp(${Array.from({ length: 150 }, (_, k) => `${k}x + y`).join(', ')})`
    expect(graphOf(wide).build.graph.nodes.length).toBeLessThan(2000)
    expect(failure(() => graphOf(wide).hessian()).message).toContain('too large')
  })
})
