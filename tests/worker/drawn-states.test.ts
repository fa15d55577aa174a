import { expect, it } from 'vitest'
import { average } from '../../src/modifiers/average.ts'
import { lookahead } from '../../src/modifiers/lookahead.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { asgd } from '../../src/optimizers/asgd.ts'
import { sgd } from '../../src/optimizers/sgd.ts'
import { oneCycle } from '../../src/schedules/one-cycle.ts'
import type { Run } from '../../src/simulation/experiment.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'
import type { Trajectory } from '../../src/simulation/trajectory.ts'
import { defaultExperiment } from '../../src/state/default-experiment.ts'
import { handlers } from '../../src/worker/handlers.ts'

const steps = 40
const bare: Run = { optimizer: { thing: sgd, values: { learningRate: 0.1 } }, schedule: [], modifiers: [] }

function answer(run: Run): Trajectory {
  const [trajectory] = handlers.simulate({ experiment: { ...defaultExperiment, steps, runs: [run] } }).trajectories
  if ('error' in trajectory) throw new Error(trajectory.error)
  return trajectory
}

it('hands over the states that are points, and no others', () => {
  expect(answer(bare)).not.toHaveProperty('states')
  const both: Run = {
    ...bare,
    optimizer: { thing: adam, values: {} },
    modifiers: [
      { thing: lookahead, values: {} },
      { thing: average, values: {} },
    ],
  }
  const { states = {}, size } = answer(both)
  expect(Object.keys(states).sort()).toEqual(['average.average', 'lookahead.slow'])
  for (const { width, rows } of Object.values(states)) {
    expect(width).toBe(size)
    expect(rows.length).toBe((steps + 1) * size)
  }
})

it('walks the same way with and without them', () => {
  const run: Run = { ...bare, optimizer: { thing: asgd, values: { learningRate: 0.1, averagingStart: 5 } } }
  const { theta, states = {} } = answer(run)
  const experiment = { ...defaultExperiment, steps, runs: [run] }
  expect(theta).toEqual(simulateRun(experiment, run).theta)
  // The average begins where the run does, not at the origin.
  expect(states.average.rows.subarray(0, 2)).toEqual(theta.subarray(0, 2))
  expect(states.average.rows.subarray(2 * steps)).not.toEqual(theta.subarray(2 * steps))
})

it('tells the plain average of all places, computed by hand', () => {
  const { theta, states = {} } = answer({ ...bare, modifiers: [{ thing: average, values: {} }] })
  for (const row of [1, 2, 17, steps]) {
    let sum = 0
    for (let k = 1; k <= row; k++) sum += theta[2 * k]
    expect(states['average.average'].rows[2 * row]).toBeCloseTo(sum / row, 12)
  }
})

it('records the momentum in force where a schedule cycles one, and only there', () => {
  const cycled = [{ from: 1, factors: [{ thing: oneCycle, values: {} }] }]
  expect(answer({ ...bare, schedule: cycled })).not.toHaveProperty('momentum')
  const run: Run = { ...bare, optimizer: { thing: adam, values: {} }, schedule: cycled }
  const { momentum, learningRate } = answer(run)
  expect(momentum?.length).toBe(steps)
  expect(momentum?.[0]).toBeCloseTo(0.95, 12)
  // Lowest where the rate is greatest.
  const peak = learningRate.indexOf(Math.max(...learningRate))
  expect(momentum?.[peak]).toBe(Math.min(...(momentum ?? [])))
  expect(answer({ ...run, schedule: [] })).not.toHaveProperty('momentum')
  const still = [{ from: 1, factors: [{ thing: oneCycle, values: { cycleMomentum: 'no' } }] }]
  expect(answer({ ...run, schedule: still }).momentum?.every((value) => value === 0.9)).toBe(true)
})
