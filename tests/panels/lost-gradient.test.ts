import { expect, it } from 'vitest'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { sgd } from '../../src/optimizers/sgd.ts'
import { lostGradient } from '../../src/panels/lost-gradient.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'

function walk(loss: string, start: readonly number[], learningRate: number) {
  const run = { optimizer: { thing: sgd, values: { learningRate } }, schedule: [], modifiers: [] }
  const landscape = { thing: ownLandscape(['x', 'y'], loss), values: {} }
  return simulateRun({ landscape, starts: [start], runs: [run], steps: 100, seed: 1 }, run)
}

it.each([
  ['a square root at zero has no slope', 'sqrt(x) + y^2', [0, 1], 0.1, true],
  ['nor has a norm at the origin', 'sqrt(x^2 + y^2)', [0, 0], 0.1, true],
  ['a run that climbs without end has one until the end', 'x^4 + y^2', [3, 1], 1, false],
  ['a loss that is not a number is another thing', 'log(x) + y^2', [-1, 1], 0.1, false],
  ['a run that ends well', 'x^2 + y^2', [1, 1], 0.1, false],
] as const)('%s', (_, loss, start, rate, lost) => {
  const trajectory = walk(loss, start, rate)
  expect(trajectory.stop.reason === 'diverged').toBe(loss !== 'x^2 + y^2')
  expect(lostGradient(trajectory)).toBe(lost)
})
