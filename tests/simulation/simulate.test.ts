import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { momentum } from '../../src/optimizers/momentum.ts'
import { sgd } from '../../src/optimizers/sgd.ts'
import { step } from '../../src/schedules/step.ts'
import { PreparedRun } from '../../src/simulation/prepared-run.ts'
import { makeKernel } from '../../src/simulation/make-kernel.ts'
import { landscapes } from '../../src/landscapes/index.ts'
import { ownOptimizer, points, runOf, simulate } from './own-run.ts'

const bowl = '(x^2 + 25*y^2)/2'

test('gradient descent on a quadratic is (1 − ηλ)ᵗ along each eigenvector', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 79 }), fc.integer({ min: -30, max: 30 }), (rate, x) => {
      const learningRate = rate / 1000
      const found = points(simulate(runOf(sgd, { learningRate }), { on: bowl, start: [x / 10, 2], steps: 50 }))
      found.forEach(([a, b], t) => {
        expect(Math.abs(a - (x / 10) * (1 - learningRate) ** t)).toBeLessThan(1e-13)
        expect(Math.abs(b - 2 * (1 - 25 * learningRate) ** t)).toBeLessThan(1e-12)
      })
    }),
    { numRuns: 50 },
  )
})

describe('how a run ends', () => {
  test('a diverging run ends with the first row that is not finite', () => {
    for (const steps of [100, 1000, 2000]) {
      const {
        stop,
        steps: done,
        theta,
        loss,
        gradient,
        learningRate,
      } = simulate(runOf(sgd, { learningRate: 0.2 }), { on: bowl, start: [1, 1], steps })
      if (steps === 100) {
        // |θ| grows fourfold a step: nothing overflows in 100.
        expect(stop).toEqual({ reason: 'finished', step: 100 })
        continue
      }
      // 25·4²ᵗ exceeds the largest double, 2¹⁰²⁴, at t = 255: the loss is infinite while θ is not.
      expect(stop).toEqual({ reason: 'diverged', step: 255 })
      expect(done).toBe(255)
      expect([theta.length, loss.length, gradient.length, learningRate.length]).toEqual([512, 256, 512, 255])
      expect(loss.subarray(0, 255).every(Number.isFinite)).toBe(true)
      expect(loss[255]).toBe(Infinity)
    }
  })

  test('a start where the loss is not a number is the whole run', () => {
    const { stop, theta, learningRate } = simulate(runOf(sgd), { on: 'log(x) + y', start: [-1, 2] })
    expect(stop).toEqual({ reason: 'diverged', step: 0 })
    expect([...theta]).toEqual([-1, 2])
    expect(learningRate.length).toBe(0)
  })

  test('θ that is not finite ends a run too', () => {
    const { stop, theta } = simulate(runOf(ownOptimizer('theta = theta + where(t == 3, infinity, 1)')), {
      on: '0*x',
      start: [0, 0],
    })
    expect(stop).toEqual({ reason: 'diverged', step: 3 })
    expect([...theta]).toEqual([0, 0, 1, 1, 2, 2, Infinity, Infinity])
  })

  test('a converged run is only remarked on, never shortened', () => {
    const { stop, steps, theta, gradient } = simulate(runOf(sgd, { learningRate: 0.5 }), {
      on: 'x^2 + y^2',
      start: [3, 4],
      steps: 70,
    })
    // η = ½ reaches the minimum in one step and stays.
    expect(stop).toEqual({ reason: 'converged', step: 1 })
    expect(steps).toBe(70)
    expect(theta.length).toBe(142)
    expect([...gradient.subarray(140)]).toEqual([0, 0])
  })

  test('a gradient that vanishes in passing is not convergence', () => {
    const passing = ownOptimizer('theta = theta + 1')
    const { stop } = simulate(runOf(passing), { on: 'x^2 + y^2', start: [-3, -3], steps: 9 })
    expect(stop).toEqual({ reason: 'finished', step: 9 })
    const arriving = simulate(runOf(passing), { on: 'x^2 + y^2', start: [-3, -3], steps: 3 })
    expect(arriving.stop).toEqual({ reason: 'converged', step: 3 })
  })

  test('no steps: only the start', () => {
    const { theta, loss, stop } = simulate(runOf(adam), { on: bowl, start: [2, 0], steps: 0 })
    expect([...theta, ...loss]).toEqual([2, 0, 2])
    expect(stop.reason).toBe('finished')
  })
})

describe('the same experiment gives the same bits', () => {
  const noisy = ownOptimizer('m = momentum*m + g + 0.1*normal()\ntheta = theta - learningRate*m', { m: 0 })

  test('again, from a copy, freshly compiled, interpreted', () => {
    const setup = { on: 'sin(3x)*cos(y) + x^2/10 + y^2/10', start: [0.3, 1.1], steps: 100 }
    const first = simulate(runOf(noisy), setup)
    expect(simulate(runOf(noisy), setup)).toEqual(first)
    expect(simulate(structuredClone(runOf(noisy)), structuredClone(setup))).toEqual(first)
    expect(
      simulate(runOf(noisy), { ...setup, options: { states: true, makeKernel: (plan) => makeKernel(plan) } }),
    ).toEqual(first)
    expect(simulate(runOf(noisy), { ...setup, options: { states: true, makeKernel: interpretKernel } })).toEqual(first)
  })

  test('a shorter run is the beginning of a longer one', () => {
    const setup = { on: bowl, start: [1, -1] }
    const long = simulate(runOf(noisy), { ...setup, steps: 300 })
    for (const steps of [1, 31, 32, 33, 64, 200]) {
      const short = simulate(runOf(noisy), { ...setup, steps })
      expect(short.theta).toEqual(long.theta.slice(0, short.theta.length))
      expect(short.loss).toEqual(long.loss.slice(0, steps + 1))
    }
  })

  test('without states the same rows, and no states', () => {
    const setup = { on: bowl, start: [1, -1] }
    const { states, ...rest } = simulate(runOf(noisy), setup)
    expect(states).toBeDefined()
    expect(simulate(runOf(noisy), { ...setup, options: {} })).toEqual(rest)
  })
})

describe('moving a slider', () => {
  test('compiles nothing: hyperparameters of optimizer, schedule and landscape, the start, the seed, the steps', () => {
    const rosenbrock = landscapes.find(({ id }) => id === 'rosenbrock')!
    const run = (learningRate: number, gamma: number) => ({
      ...runOf(adam, { learningRate }),
      schedule: [{ from: 1, factors: [{ thing: step, values: { gamma } }] }],
    })
    simulate(run(0.01, 0.5), { on: rosenbrock, values: { b: 50 } })
    const module = vi.spyOn(WebAssembly, 'Module')
    const moved = simulate(run(0.02, 0.7), { on: rosenbrock, values: { b: 80 }, start: [1, 2], steps: 300, seed: 9 })
    expect(module).not.toHaveBeenCalled()
    module.mockRestore()
    const landscape = { thing: rosenbrock, values: { b: 80 } }
    const fresh = new PreparedRun(landscape, run(0.02, 0.7), true, makeKernel)
    const rows = fresh.run(landscape, run(0.02, 0.7), [1, 2], 300, 9, () => false)
    for (let r = 0; r <= 300; r++) expect(moved.loss[r]).toBe(rows[r * fresh.width + 2])
  })

  test('a choice, a program or the names of the parameters are compiled anew', () => {
    const module = vi.spyOn(WebAssembly, 'Module')
    const setup = { on: 'x^2 + 0.125*y^2', start: [1, 1] }
    const pytorch = simulate(runOf(momentum, { learningRate: 0.1 }), setup)
    const lecture = simulate(runOf(momentum, { learningRate: 0.1, form: 'lecture' }), setup)
    expect(module.mock.calls.length).toBe(2)
    module.mockRestore()
    expect(lecture.states?.v.rows[2]).toBeCloseTo(-0.1 * (pytorch.states?.v.rows[2] as number), 15)
  })
})

describe('momentum', () => {
  const setup = { on: bowl, start: [-6, 2], steps: 100 }
  const forms = (learningRate: number, schedule?: typeof step) =>
    ['pytorch', 'lecture'].map((form) => points(simulate(runOf(momentum, { learningRate, form }, schedule), setup)))

  test('the lecture’s form and PyTorch’s are one while the rate is constant', () => {
    const [pytorch, lecture] = forms(0.02)
    pytorch.forEach(([x, y], t) => {
      expect(Math.abs(x - lecture[t][0])).toBeLessThan(1e-14)
      expect(Math.abs(y - lecture[t][1])).toBeLessThan(1e-14)
    })
  })

  test('and part when a schedule changes it, because PyTorch rescales the whole memory', () => {
    const [pytorch, lecture] = forms(0.02, step)
    const distance = (t: number) => Math.hypot(pytorch[t][0] - lecture[t][0], pytorch[t][1] - lecture[t][1])
    // The rate falls to a tenth at step 31.
    expect(distance(30)).toBeLessThan(1e-14)
    expect(distance(60)).toBeGreaterThan(0.1)
  })

  test('every step is a fading sum of all gradients: −ηλ²g₀ − ηλg₁ − ηg₂', () => {
    // A plane whose gradient is −1, then −10, then −100 …: the digits tell the weights.
    const on = '-x*10^(t - 1) + 0*y'
    const [, , , third] = points(
      simulate(runOf(momentum, { learningRate: 0.1, form: 'lecture' }), { on, start: [0, 0], steps: 3 }),
    )
    const [, , second] = points(
      simulate(runOf(momentum, { learningRate: 0.1, form: 'lecture' }), { on, start: [0, 0], steps: 2 }),
    )
    expect(third[0] - second[0]).toBeCloseTo(0.081 * 1 + 0.09 * 10 + 0.1 * 100, 12)
  })
})

test('states are recorded as they stand after each step, with their widths', () => {
  const counting = ownOptimizer(
    'n = n + 1\nbest = min(best, loss(theta))\nv = v + g\nfrom = from\ntheta = theta - learningRate*g',
    { n: 0, best: 'infinity', v: 0, from: 'theta', rate: '10*learningRate', all: 'steps' },
  )
  const { states, gradient, loss } = simulate(runOf(counting, { learningRate: 0.01 }), {
    on: bowl,
    start: [1, 2],
    steps: 5,
  })
  const rows = (name: string) => [...(states?.[name].rows ?? [])]
  expect(rows('n')).toEqual([0, 1, 2, 3, 4, 5])
  expect(rows('best')).toEqual([Infinity, ...loss.subarray(0, 5)])
  expect(states?.v.width).toBe(2)
  expect(rows('v').slice(0, 4)).toEqual([0, 0, gradient[0], gradient[1]])
  expect(rows('v').slice(4, 6)).toEqual([gradient[0] + gradient[2], gradient[1] + gradient[3]])
  expect(rows('from')).toEqual([1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2])
  expect(rows('rate')).toEqual(new Array(6).fill(0.1))
  expect(rows('all')).toEqual(new Array(6).fill(5))
})

test('a state that reads its own sum before it is known to be a vector is one all the same', () => {
  const summing = ownOptimizer('n = sum(v)\nv = v + sum(v)*g + g\ntheta = theta - learningRate*v', { n: 0, v: 0 })
  const { states } = simulate(runOf(summing), { on: 'x + 2y', start: [0, 0], steps: 2 })
  expect(states?.v).toEqual({ width: 2, rows: Float64Array.of(0, 0, 1, 2, 1 + 3 + 1, 2 + 6 + 2) })
  expect(states?.n).toEqual({ width: 1, rows: Float64Array.of(0, 0, 3) })
})

test('a landscape may change with the step', () => {
  const { loss, gradient } = simulate(runOf(ownOptimizer('theta = theta')), {
    on: 't*x + y/t',
    start: [2, 12],
    steps: 3,
  })
  expect([...loss]).toEqual([14, 10, 10, 11])
  expect([...gradient]).toEqual([1, 1, 2, 1 / 2, 3, 1 / 3, 4, 1 / 4])
})

test('three parameters and more', () => {
  const { theta, size } = simulate(runOf(sgd, { learningRate: 0.5 }), {
    on: {
      ...landscapes[0],
      parameters: ['a', 'b', 'c'],
      hyperparameters: {},
      loss: '(a - 1)^2 + (b - 2)^2 + (c - 3)^2',
    },
    start: [9, 9, 9],
    steps: 1,
  })
  expect(size).toBe(3)
  expect([...theta]).toEqual([9, 9, 9, 1, 2, 3])
})
