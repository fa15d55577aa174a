import { describe, expect, test } from 'vitest'
import { landscapes } from '../../src/landscapes/index.ts'
import { nesterov } from '../../src/optimizers/nesterov.ts'
import { nesterovLookahead } from '../../src/optimizers/nesterov-lookahead.ts'
import { sgd } from '../../src/optimizers/sgd.ts'
import type { Run, SchedulePart } from '../../src/simulation/experiment.ts'
import { ownModifier, ownOptimizer, ownSchedule, points, runOf, simulate } from './own-run.ts'

const still = ownOptimizer('theta = theta')
const onShelf = (id: string) => landscapes.find((landscape) => landscape.id === id)!

describe('schedules', () => {
  const rates = (schedule: SchedulePart[], steps = 8) => {
    const run: Run = { optimizer: { thing: still, values: { learningRate: 2 } }, schedule, modifiers: [] }
    return [...simulate(run, { on: 'x + y', start: [0, 0], steps }).learningRate]
  }
  const part = (from: number, ...programs: string[]): SchedulePart => ({
    from,
    factors: programs.map((program) => ({ thing: ownSchedule(program), values: {} })),
  })

  test('in a sequence every part counts t from 1 and knows its own length', () => {
    const counting = 'learningRate = t + 1000*steps'
    expect(rates([part(1, counting), part(4, counting), part(6, counting)])).toEqual([
      3001, 3002, 3003, 2001, 2002, 3001, 3002, 3003,
    ])
  })

  test('before the first part begins the run’s own rate holds', () => {
    expect(rates([part(3, 'learningRate = 10*learningRate')], 4)).toEqual([2, 2, 20, 20])
  })

  test('every part starts from the run’s rate, and its state sleeps until it begins', () => {
    const halving: SchedulePart = {
      from: 3,
      factors: [{ thing: ownSchedule('k = k/2\nlearningRate = learningRate*k', { k: 1 }), values: {} }],
    }
    expect(rates([part(1, 'learningRate = 100'), halving], 5)).toEqual([100, 100, 1, 0.5, 0.25])
  })

  test('factors multiply what they make of the run’s rate', () => {
    expect(
      rates([part(1, 'learningRate = learningRate*t', 'learningRate = learningRate/2', 'learningRate = 2')], 3),
    ).toEqual([1, 2, 3])
  })

  test('a rate of 0 stays 0', () => {
    const run: Run = {
      optimizer: { thing: still, values: { learningRate: 0 } },
      schedule: [part(1, 'learningRate = learningRate*t', 'learningRate = learningRate*t')],
      modifiers: [],
    }
    expect([...simulate(run, { on: 'x', start: [0, 0], steps: 2 }).learningRate]).toEqual([0, 0])
  })

  test('the loss a schedule reads is that of the step before, ∞ at first', () => {
    const { learningRate, loss } = simulate(
      runOf(sgd, { learningRate: 0.1 }, ownSchedule('learningRate = where(loss == infinity, 0.25, loss/100)')),
      {
        on: 'x^2 + y^2',
        start: [1, 2],
        steps: 5,
      },
    )
    expect([...learningRate]).toEqual([0.25, ...[...loss.subarray(0, 4)].map((value) => value / 100)])
  })

  test('what it says of momentum reaches the hyperparameter with that role, for this step', () => {
    const showing = ownOptimizer('seen = momentum\ntheta = theta', { seen: 0 })
    const { states } = simulate(
      runOf(showing, { momentum: 0.5 }, ownSchedule('momentum = momentum + t\nlearningRate = learningRate')),
      { on: 'x', start: [0, 0], steps: 3 },
    )
    expect([...(states?.seen.rows ?? [])]).toEqual([0, 1.5, 2.5, 3.5])
  })

  test('initialLearningRate is the run’s own', () => {
    const showing = ownOptimizer('seen = initialLearningRate - learningRate\ntheta = theta', { seen: 0 })
    const { states } = simulate(runOf(showing, { learningRate: 3 }, ownSchedule('learningRate = learningRate/t')), {
      on: 'x',
      start: [0, 0],
      steps: 3,
    })
    expect([...(states?.seen.rows ?? [])]).toEqual([0, 0, 1.5, 2])
  })
})

describe('the gradient elsewhere', () => {
  test('Nesterov’s look-ahead is PyTorch’s form after a change of variables: θ′ = θ + λm', () => {
    const setup = { on: onShelf('rosenbrock'), start: [-1.2, 1], steps: 200 }
    const values = { learningRate: 0.0005, momentum: 0.9 }
    const torch = points(simulate(runOf(nesterov, values), setup))
    const paper = simulate(runOf(nesterovLookahead, values), setup)
    const memory = paper.states?.v.rows as Float64Array
    points(paper).forEach(([x, y], t) => {
      expect(Math.abs(x + 0.9 * memory[2 * t] - torch[t][0])).toBeLessThan(1e-11)
      expect(Math.abs(y + 0.9 * memory[2 * t + 1] - torch[t][1])).toBeLessThan(1e-11)
    })
  })

  test('loss(v) and grad(v) are the surface’s at v', () => {
    const looking = ownOptimizer('there = loss(theta + 1)\nslope = grad(2*theta)\ntheta = theta', {
      there: 0,
      slope: 0,
    })
    const { states } = simulate(runOf(looking), { on: 'x^2 + x*y^2', start: [1, 2], steps: 1 })
    expect(states?.there.rows[1]).toBe(4 + 2 * 9)
    expect([...(states?.slope.rows.subarray(2) ?? [])]).toEqual([4 + 16, 2 * 2 * 4])
  })

  test('in an optimizer grad(v) passes through the before programs; their state does not advance', () => {
    const scale = ownModifier('before', 'n = n + 1\nlast = g\ng = n*g', { n: 0, last: 0 })
    const looking = ownOptimizer('a = g\nb = grad(theta + 1)\ntheta = theta', { a: 0, b: 0 })
    const { states } = simulate(runOf(looking, {}, undefined, scale), { on: 'x^2 + y', start: [1, 0], steps: 3 })
    const rows = (name: string) => [...(states?.[name].rows ?? [])]
    expect(rows('own-before.n')).toEqual([0, 1, 2, 3])
    // The gradient at θ, not the one elsewhere.
    expect(rows('own-before.last')).toEqual([0, 0, 2, 1, 2, 1, 2, 1])
    expect(rows('a')).toEqual([0, 0, 2, 1, 4, 2, 6, 3])
    expect(rows('b')).toEqual([0, 0, 4, 1, 8, 2, 12, 3])
  })

  test('in a modifier it sees the modifiers listed before it, not itself and not the later ones', () => {
    const plus = (n: number) => ownModifier('before', `g = g + ${n}`)
    const sharp = ownModifier('before', 'g = 10*grad(theta)')
    const [, end] = points(
      simulate(runOf(ownOptimizer('theta = g'), {}, undefined, plus(1), sharp, plus(3)), {
        on: '0.5*x + 7y',
        start: [0, 0],
        steps: 1,
      }),
    )
    expect(end).toEqual([10 * 1.5 + 3, 10 * 8 + 3])
  })

  test('SAM: the gradient at the worst point nearby', () => {
    const sam = ownModifier('before', 'g = grad(theta + 0.5*g/norm(g))')
    const [, end] = points(
      simulate(runOf(sgd, { learningRate: 1 }, undefined, sam), { on: '(x^2 + y^2)/2', start: [3, 4], steps: 1 }),
    )
    // A step of ½ straight uphill from (3, 4) ends at 1.1·(3, 4).
    expect(end).toEqual([expect.closeTo(3 - 3.3, 14), expect.closeTo(4 - 4.4, 14)])
  })
})

describe('modifiers', () => {
  test('run in the order listed', () => {
    const doubled = ownModifier('before', 'g = 2*g')
    const raised = ownModifier('before', 'g = g + 1')
    const after = (first: typeof doubled, second: typeof doubled) =>
      points(
        simulate(runOf(sgd, { learningRate: 1 }, undefined, first, second), { on: '3x + y', start: [0, 0], steps: 1 }),
      )[1]
    expect(after(doubled, raised)).toEqual([-7, -3])
    expect(after(raised, doubled)).toEqual([-8, -4])
  })

  test('before the optimizer they may move θ; `before` is that θ, afterwards', () => {
    const shrink = ownModifier('before', 'theta = theta/2')
    const note = ownModifier('after', 'was = before\ntheta = theta + 100', { was: 0 })
    const { states, theta } = simulate(runOf(sgd, { learningRate: 1 }, undefined, shrink, note), {
      on: 'x + 2y',
      start: [8, 8],
      steps: 1,
    })
    expect([...(states?.['own-after.was'].rows ?? [])]).toEqual([0, 0, 4, 4])
    expect([...theta.subarray(2)]).toEqual([103, 102])
  })

  test('one for each momentum state of the optimizer', () => {
    const two = ownOptimizer(
      'm = m + g\nv = v + 10*g\nfree = free + g\ntheta = theta - m',
      { m: 0, v: 0, free: 0 },
      { momentumState: ['m', 'v'] },
    )
    const halve = {
      ...ownModifier('after', 'theta = theta'),
      eachMomentum: { state: { seen: 0 }, program: 'seen = seen + 1\nbuffer = buffer/2' },
    }
    const { states } = simulate(runOf(two, {}, undefined, halve), { on: 'x + y', start: [0, 0], steps: 2 })
    const last = (name: string) => [...(states?.[name].rows ?? [])].at(-1)
    expect(last('m')).toBe((0.5 + 1) / 2)
    expect(last('v')).toBe((5 + 10) / 2)
    expect(last('free')).toBe(2)
    expect([last('own-after.m.seen'), last('own-after.v.seen')]).toEqual([2, 2])
  })
})

describe('chance', () => {
  const walk = ownOptimizer('a = normal()\nb = normal()\ntheta = theta + a', { a: 0, b: 0 })
  const setup = { on: '0*x', start: [0, 0], steps: 50 }

  test('two calls differ, components differ, steps differ', () => {
    const { states } = simulate(runOf(walk), setup)
    const drawn = [...(states?.a.rows ?? []).slice(2), ...(states?.b.rows ?? []).slice(2)]
    expect(new Set(drawn).size).toBe(200)
  })

  test('the experiment’s seed decides, and a run’s own seed overrules it', () => {
    const at = (seed: number, own?: number) =>
      simulate({ ...runOf(walk), ...(own === undefined ? {} : { seed: own }) }, { ...setup, seed })
    expect(at(5)).toEqual(at(5))
    expect(at(5).theta).not.toEqual(at(6).theta)
    expect(at(1, 5)).toEqual(at(5))
    expect(at(2, 5)).toEqual(at(3, 5))
  })

  test('all runs of an experiment share it', () => {
    const noise = ownModifier('before', 'g = g + normal()')
    const drift = (optimizer: typeof sgd) =>
      points(simulate(runOf(optimizer, { learningRate: 1 }, undefined, noise), setup))[1]
    expect(drift(ownOptimizer('theta = theta - g'))).toEqual(drift(sgd))
  })

  test('a call at the same place of another program is another stream', () => {
    const [plus, minus] = ['+', '-'].map((sign) => ownModifier('before', `g = g ${sign} normal()`))
    const { theta } = simulate(runOf(sgd, { learningRate: 1 }, undefined, plus, minus), { ...setup, steps: 1 })
    expect(theta[2]).not.toBe(0)
    expect(theta[3]).not.toBe(0)
  })

  test('grad(v) sees the noise of this step again, not new noise', () => {
    const noise = ownModifier('before', 'g = g + normal()')
    const comparing = ownOptimizer('same = grad(theta) - g\ntheta = theta', { same: 1 })
    const { states } = simulate(runOf(comparing, {}, undefined, noise), { ...setup, on: 'x*y' })
    expect((states?.same.rows.slice(2) ?? []).every((x) => x === 0)).toBe(true)
  })

  test('dropout draws a mask a sample, also in statistics of the mask alone', () => {
    const mask = 'sum(kept*2^(k - 1))'
    const data = { k: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] }
    const thing = {
      ...onShelf('raw-features'),
      parameters: ['x', 'y'],
      data,
      loss: `kept = bernoulli(0.25)\nloss = ${mask}*x + mean(kept)*y`,
    }
    const { gradient } = simulate(runOf(still), { on: thing, start: [0, 0], steps: 1000 })
    let kept = 0
    for (let r = 0; r <= 1000; r++) {
      const bits = gradient[2 * r].toString(2).replaceAll('0', '').length
      // Both gradients see the same mask.
      expect(gradient[2 * r + 1]).toBe(bits / 11)
      kept += bits
    }
    expect(Math.abs(kept / 11011 - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / 11011))
  })
})

describe('second order', () => {
  test('hessian_times is the Hessian times a vector', () => {
    const probing = ownOptimizer('h = hessian_times(theta)\ntheta = theta', { h: 0 })
    const { states } = simulate(runOf(probing), { on: 'x^3 + x*y^2', start: [2, 3], steps: 1 })
    expect([...(states?.h.rows.subarray(2) ?? [])]).toEqual([12 * 2 + 6 * 3, 6 * 2 + 4 * 3])
  })

  test('one Newton step reaches the minimum of a quadratic, whatever its shape', () => {
    const newton = ownOptimizer('theta = theta - newton(g, 0)')
    const [, end] = points(simulate(runOf(newton), { on: '3x^2 + x*y + 500*y^2 - 7x + y', start: [40, -9], steps: 1 }))
    // Solves 6x + y = 7, x + 1000y = −1.
    expect(end[0]).toBeCloseTo(7001 / 5999, 12)
    expect(end[1]).toBeCloseTo(-13 / 5999, 12)
  })

  test('Newton runs into a saddle, saddle-free Newton leaves it', () => {
    const setup = { on: onShelf('saddle'), start: [1, 0.01], steps: 10 }
    const end = (program: string) => points(simulate(runOf(ownOptimizer(program)), setup)).at(-1) as number[]
    expect(end('theta = theta - newton(g, 0)').map((x) => x + 0)).toEqual([0, 0])
    const [x, y] = end('theta = theta - saddle_free_newton(g, 0)')
    expect(Math.abs(x)).toBeLessThan(1e-12)
    // y doubles every step.
    expect(y).toBeCloseTo(0.01 * 2 ** 10, 10)
  })

  test('at the saddle itself the least eigenvector still shows the way down', () => {
    const escape = ownOptimizer('theta = theta + where(norm(g) < 1e-9, 0.3*least_eigenvector(), 0) - learningRate*g')
    const found = points(
      simulate(runOf(escape, { learningRate: 0.05 }), { on: onShelf('toy-network'), start: [0, 0], steps: 100 }),
    )
    expect(found[1]).toEqual([expect.closeTo(0.3 * Math.SQRT1_2, 12), expect.closeTo(0.3 * Math.SQRT1_2, 12)])
    expect(found.at(-1)).toEqual([expect.closeTo(1, 3), expect.closeTo(1, 3)])
    const none = points(
      simulate(runOf(sgd, { learningRate: 0.05 }), { on: onShelf('toy-network'), start: [0, 0], steps: 100 }),
    )
    expect(none.at(-1)).toEqual([0, 0])
  })
})
