import { describe, expect, test } from 'vitest'
import { failure } from '../formula/failure.ts'
import { ownOptimizer, runOf, simulate } from './own-run.ts'

describe('programs that cannot run are refused with a sentence and a place', () => {
  const refused = (program: string, state: Record<string, number | string> = {}) => {
    const error = failure(() => simulate(runOf(ownOptimizer(program, state)), { on: 'x + y' }))
    return [error.message, program.slice(error.span.start, error.span.end)]
  }

  test.each([
    ['v = g', {}, 'theta', 'v = g'],
    ['g = 2g\ntheta = theta - g', {}, '“g”', 'g'],
    ['learningRate = 1\ntheta = theta - g', {}, '“learningRate”', 'learningRate'],
    ['t = 1\ntheta = theta - g', {}, '“t”', 't'],
    ['pi = 3\ntheta = theta - g', {}, '“pi”', 'pi'],
    ['theta = theta - lerningRate*g', {}, 'learningRate', 'lerningRate'],
    ['theta = bernoulli(0.5)', {}, 'mean', 'bernoulli(0.5)'],
    ['s = bernoulli(0.5)\ntheta = theta', { s: 0 }, 'mean', 'bernoulli(0.5)'],
    ['theta = theta - newton(g, g)', {}, 'damping', 'g'],
    ['theta = theta - bernoulli(g)*g', {}, 'probability', 'g'],
    ['n = sum(n)\ntheta = theta', { n: 0 }, 'one number', 'n'],
  ])('%s', (program, state, word, part) => {
    const [message, place] = refused(program, state)
    expect(message).toContain(word)
    expect(place).toBe(part)
  })
})
