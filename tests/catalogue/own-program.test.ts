import { describe, expect, it } from 'vitest'
import {
  freeProgramName,
  ownEntry,
  ownModifier,
  ownOptimizer,
  ownProgramOf,
  ownSchedule,
  programNameProblem,
  type OwnProgram,
  type ProgramEntry,
} from '../../src/catalogue/own-program.ts'
import { ownConstant } from '../../src/catalogue/own-constant.ts'
import { programExamples } from '../../src/catalogue/program-examples.ts'
import { programKinds, programNames, type ProgramKind } from '../../src/catalogue/program-names.ts'
import { parseLink } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import { trialRun } from '../../src/link/run-programs.ts'
import { checkProgram } from '../../src/state/check-program.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { sgd } from '../../src/optimizers/sgd.ts'
import { oneCycle } from '../../src/schedules/one-cycle.ts'
import type { Run } from '../../src/simulation/experiment.ts'
import { checks } from '../link/shelves.ts'
import { points, simulate } from '../simulation/own-run.ts'

const own = (kind: ProgramKind, text: string, more: Partial<OwnProgram> = {}): OwnProgram => ({
  kind,
  name: 'mine',
  text,
  state: {},
  constants: {},
  ...more,
})
const on = 'x^2 + 3*y^4'
const plain = (values: Run['optimizer']['values']): Run => ({
  optimizer: { thing: sgd, values },
  schedule: [],
  modifiers: [],
})

describe('programNames', () => {
  const names = (text: string, kind: ProgramKind = 'optimizer') => {
    const { assigned, states, free } = programNames(text, kind)
    return { assigned, states, free: free.map(({ name, span }) => `${name} ${text.slice(span.start, span.end)}`) }
  }
  it.each<[string, ProgramKind, string[], string[], string[]]>([
    ['m = β*m + g\ntheta = theta - learningRate*m', 'optimizer', ['m', 'theta'], ['m'], ['beta β']],
    ['m = g\nn = m + k\ntheta = theta - n', 'optimizer', ['m', 'n', 'theta'], [], ['k k']],
    ['theta = theta - last\nlast = g', 'optimizer', ['theta', 'last'], ['last'], []],
    ['a = b\nb = a', 'before', ['a', 'b'], ['b'], []],
    ['theta = pi*e*infinity*before', 'after', ['theta'], [], []],
    ['theta = before', 'before', ['theta'], [], ['before before']],
    ['learningRate = momentum*loss*t/steps', 'schedule', ['learningRate'], [], []],
    ['theta = momentum*loss', 'optimizer', ['theta'], [], ['momentum momentum']],
    ['g = grad(theta + rho*g/norm(g))', 'before', ['g'], [], ['rho rho']],
    ['x = toString + constructor + y', 'before', ['x'], [], ['y y']],
    ['', 'before', [], [], []],
  ])('of %j', (text, kind, assigned, states, free) => {
    expect(names(text, kind)).toEqual({ assigned, states, free })
  })
})

describe('own Adam', () => {
  const text = `m = β₁·m + (1 − β₁)·g
    v = β₂·v + (1 − β₂)·g²
    m̂ = m/(1 − β₁^t)
    v̂ = v/(1 − β₂^t)
    θ = θ − learningRate·m̂/(√v̂ + ε)`
  const typed = ownOptimizer(own('optimizer', text, { constants: { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 } }))
  const setup = { on, start: [1.5, -0.7], steps: 300 }

  it.each([[[]], [[{ from: 1, factors: [{ thing: oneCycle, values: {} }] }]]])(
    'walks as the one on the shelf, bit for bit (schedule %j)',
    (schedule) => {
      const values = { learningRate: 0.05 }
      const walked = simulate({ ...plain({}), optimizer: { thing: typed, values }, schedule }, setup)
      const shelved = simulate({ ...plain({}), optimizer: { thing: adam, values }, schedule }, setup)
      expect(walked.theta).toEqual(shelved.theta)
      expect(walked.loss).toEqual(shelved.loss)
      expect(walked.states).toEqual(shelved.states)
    },
  )

  it('walks the same after a journey in a link', () => {
    const run: Run = { ...plain({}), optimizer: { thing: typed, values: { learningRate: 0.05, beta1: 0.8 } } }
    const link = printLink({
      landscape: parseLink('#landscape=saddle', '', checks).experiment!.landscape,
      starts: [],
      runs: [run],
      steps: 200,
      seed: 1,
    })
    expect(decodeURIComponent(link)).toBe(
      '#landscape=saddle&run=mine(learningRate:0.05,beta1:0.8)' +
        '&program.mine=(beta1:0.9,beta2:0.999,epsilon:1e-8)m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;' +
        'mHat=m/(1-beta1^t);vHat=v/(1-beta2^t);theta=theta-learningRate*mHat/(sqrt(vHat)+epsilon)&v=1',
    )
    const { experiment, problems } = parseLink(link, '', checks)
    expect(problems).toEqual([])
    expect(simulate(experiment!.runs[0], setup).theta).toEqual(simulate(run, setup).theta)
    expect(experiment!.runs[0].optimizer.thing.program.split('\n')[0]).toBe('m = beta1*m + (1 - beta1)*g')
  })
})

describe('an own schedule, an own modifier', () => {
  it('sets the rate of each step', () => {
    const thing = ownSchedule(
      own('schedule', 'half = half/2\nlearningRate = learningRate*half + lowest', {
        state: { half: 1 },
        constants: { lowest: 0.01 },
      }),
    )
    const run: Run = {
      ...plain({ learningRate: 0.8 }),
      schedule: [{ from: 1, factors: [{ thing, values: { lowest: 0.1 } }] }],
    }
    const { learningRate, states } = simulate(run, { on, steps: 3 })
    expect([...learningRate]).toEqual([0.8 * 0.5 + 0.1, 0.8 * 0.25 + 0.1, 0.8 * 0.125 + 0.1])
    expect([...states!['mine.half'].rows]).toEqual([1, 0.5, 0.25, 0.125])
  })

  it('changes the gradient before the optimizer', () => {
    const thing = ownModifier(own('before', 'g = sign(g)'))
    const run: Run = { ...plain({ learningRate: 0.25 }), modifiers: [{ thing, values: {} }] }
    expect(points(simulate(run, { on, start: [1, -1], steps: 2 }))).toEqual([
      [1, -1],
      [0.75, -0.75],
      [0.5, -0.5],
    ])
  })

  it('moves the parameters after it, and draws a state that starts at them', () => {
    const text = 'slow = slow + follow*(theta - slow)\ntheta = where(t == 2, slow, before)'
    const thing = ownModifier(own('after', text, { state: { slow: 'theta' }, constants: { follow: 0.5 } }))
    expect(thing.points).toEqual(['slow'])
    const run: Run = { ...plain({ learningRate: 0.25 }), modifiers: [{ thing, values: {} }] }
    // Each step of descent from (1, 0) ends at (0.5, 0), and the first is taken back.
    expect(points(simulate(run, { on, start: [1, 0], steps: 2 }))).toEqual([
      [1, 0],
      [1, 0],
      [0.625, 0],
    ])
  })
})

describe('an own program', () => {
  const kinds: OwnProgram[] = [
    own('optimizer', 'm = a*m + g\ntheta = theta - m', { constants: { a: 0.5 }, state: { m: 'theta' } }),
    own('schedule', 'learningRate = b', { constants: { b: 2 } }),
    own('before', 'g = -g'),
    own('after', 'theta = before'),
  ]
  it.each(kinds)('is read back from the entry: $kind', (program) => {
    expect(ownProgramOf(ownEntry(program))).toEqual(program)
    expect(structuredClone(ownEntry(program))).toEqual(ownEntry(program))
  })

  it.each(programKinds)('begins as an example that runs: %s', (kind) => {
    const thing = ownEntry(own(kind, '', programExamples[kind]))
    const saddle = parseLink('#landscape=saddle', '', checks).experiment!.landscape
    expect(checkProgram(trialRun(thing), saddle)).toBeUndefined()
    expect(programNames(thing.program, kind).free.map(({ name }) => name)).toEqual(
      Object.keys(programExamples[kind].constants),
    )
  })

  it('is not what stands on a shelf', () => {
    for (const thing of [adam, oneCycle] as ProgramEntry[]) expect(ownProgramOf(thing)).toBeUndefined()
  })

  it('has a name that a link can carry and no shelf has', () => {
    for (const name of ['mine', 'mine2', 'A', 'a-b_C9', 'x'.repeat(40)])
      expect(programNameProblem(name)).toBeUndefined()
    for (const name of ['', '2a', 'a b', 'a.b', 'θ', 'a+b', 'x'.repeat(41), 'toString'])
      expect(programNameProblem(name)).toContain('letters')
    for (const name of ['adam', 'cosine', 'sam']) expect(programNameProblem(name)).toContain('already')
    expect(freeProgramName([])).toBe('mine')
    expect(freeProgramName(['mine', 'mine3'])).toBe('mine2')
  })
})

describe('the slider of a name that became a hyperparameter', () => {
  it.each([0, 1, 0.9, 0.05, 1e-8, 1e300, 1.7e308, 5e-324, 3, 100, -2, -0.5, -1e-9])('holds its value: %d', (value) => {
    const { range, default: byDefault, symbol } = ownConstant('beta1', value)
    expect(range[0]).toBeLessThan(range[1])
    expect(range.every(Number.isFinite)).toBe(true)
    expect(byDefault).toBe(value)
    expect(value).toBeGreaterThanOrEqual(range[0])
    expect(value).toBeLessThanOrEqual(range[1])
    expect(symbol).toBe('β₁')
  })
})
