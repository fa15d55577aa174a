import { expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { pointStates } from '../../src/simulation/point-states.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'

test('a modifier used twice has states of its own, and both are drawn', () => {
  const lookahead = catalogue.modifiers.find((entry) => entry.id === 'lookahead')!
  const run = {
    optimizer: { thing: catalogue.optimizers.find((entry) => entry.id === 'asgd')!, values: {} },
    schedule: [],
    modifiers: [
      { thing: lookahead, values: { k: 2 } },
      { thing: lookahead, values: { k: 3 } },
    ],
  }
  const landscape = { thing: catalogue.landscapes.find((entry) => entry.id === 'saddle')!, values: {} }
  const { states } = simulateRun({ landscape, starts: [[1, 1]], runs: [run], steps: 12, seed: 1 }, run, {
    states: true,
  })
  expect(pointStates(run)).toEqual(['average', 'lookahead.slow', 'lookahead2.slow'])
  for (const name of pointStates(run)) expect(states![name].width).toBe(2)
  expect([...states!['lookahead.slow'].rows]).not.toEqual([...states!['lookahead2.slow'].rows])
})
