import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { heightOf } from '../../src/look/height.ts'
import type { Experiment } from '../../src/simulation/experiment.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'
import { handlers, transferables } from '../../src/worker/handlers.ts'

const landscapeOf = (id: string) => ({ thing: catalogue.landscapes.find((entry) => entry.id === id)!, values: {} })
const adam = { thing: catalogue.optimizers.find((entry) => entry.id === 'adam')!, values: { learningRate: 0.1 } }
const run = { optimizer: adam, schedule: [], modifiers: [] }
const experiment: Experiment = { landscape: landscapeOf('rosenbrock'), starts: [], runs: [run], steps: 40, seed: 1 }

test.each(['linear', 'log'] as const)('contour lines stand at equal heights (%s)', (heightScale) => {
  const { thing } = landscapeOf('elongated-bowl')
  const { domain } = thing
  const landscape = { thing: { ...thing, heightScale }, values: {} }
  const { grid, contours } = handlers.surface({ landscape, domain, resolution: 33, lines: 7 })
  const scale = { kind: heightScale, least: grid.least, cap: grid.cap }
  expect(contours).toHaveLength(6)
  contours.forEach((line, k) => expect(heightOf(scale, line.level)).toBeCloseTo((k + 1) / 7, 9))
})

test('the lattice holds the loss at its points, corners included', () => {
  const landscape = landscapeOf('saddle')
  const { grid } = handlers.surface({
    landscape,
    domain: [
      [-1, 2],
      [0, 4],
    ],
    resolution: 5,
    lines: 2,
  })
  for (let j = 0; j < 5; j++)
    for (let i = 0; i < 5; i++) expect(grid.loss[j * 5 + i]).toBe((-1 + 0.75 * i) ** 2 - (0 + j) ** 2)
  expect([grid.least, grid.greatest]).toEqual([-15.9375, 4])
})

describe('the inspector’s reading of a step', () => {
  const reading = handlers.step({ experiment, run: 0, step: 7 })!
  const whole = simulateRun(experiment, run, { states: true })
  const row = (name: string, k: number) => [...whole.states![name].rows.subarray(2 * k, 2 * k + 2)]

  test('holds the states before and after, to the bit', () => {
    for (const name of ['m', 'v']) {
      const line = reading.lines.find((entry) => entry.name === name)!
      expect(line.before).toEqual(row(name, 6))
      expect(line.after).toEqual(row(name, 7))
    }
    expect(reading.values.theta).toEqual([...whole.theta.subarray(14, 16)])
    expect(reading.lines.at(-1)!.before).toEqual([...whole.theta.subarray(12, 14)])
  })

  test('gives every name the value it had when it was read', () => {
    const m = reading.lines[0]
    expect(m.reads.beta1).toEqual([0.9])
    expect(m.reads.g).toEqual([...whole.gradient.subarray(12, 14)])
    expect(m.reads.m).toEqual(row('m', 6))
    expect(reading.lines[2].reads.m).toEqual(row('m', 7))
  })

  test('is absent where the run had ended', () => {
    const diverging = { ...run, optimizer: { ...adam, thing: catalogue.optimizers[0], values: { learningRate: 10 } } }
    const short: Experiment = { ...experiment, runs: [diverging] }
    const end = simulateRun(short, diverging).stop.step
    expect(handlers.step({ experiment: short, run: 0, step: end })).toBeDefined()
    expect(handlers.step({ experiment: short, run: 0, step: end + 2 })).toBeUndefined()
  })
})

test('a wrong formula fails its run with a sentence and leaves the others', () => {
  const wrong = { ...run, optimizer: { ...adam, thing: { ...adam.thing, program: 'theta = theta - learningRat*g' } } }
  const { trajectories } = handlers.simulate({ experiment: { ...experiment, runs: [wrong, run] } })
  expect(trajectories[0]).toEqual({ error: expect.stringContaining('Did you mean “learningRate”?') })
  expect(trajectories[1]).toHaveProperty('steps', 40)
})

test('every buffer of an answer is handed over, once', () => {
  const { trajectories } = handlers.simulate({ experiment })
  const [trajectory] = trajectories
  if ('error' in trajectory) throw new Error(trajectory.error)
  const found = transferables({ trajectories, again: trajectories })
  expect(new Set(found)).toEqual(
    new Set(
      [trajectory.theta, trajectory.loss, trajectory.gradient, trajectory.learningRate].map((column) => column.buffer),
    ),
  )
  expect(found).toHaveLength(4)
})
