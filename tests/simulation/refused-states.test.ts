import { expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { FormulaError } from '../../src/formula/formula-error.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'

const sgd = catalogue.optimizers[0]

test.each(['g', 't', 'theta', 'learningRate', 'sqrt'])('a state may not be called %s', (name) => {
  const thing = { ...sgd, state: { [name]: 0 } }
  const run = { optimizer: { thing, values: {} }, schedule: [], modifiers: [] }
  const landscape = { thing: catalogue.landscapes[0], values: {} }
  expect(() => simulateRun({ landscape, starts: [], runs: [run], steps: 1, seed: 1 }, run)).toThrow(FormulaError)
})

test('a loss too large to compile is interpreted instead', () => {
  const names = Array.from({ length: 32 }, (_, i) => `x${i}`)
  const loss = `logsumexp(${names.map((name) => `${name}^2`).join(', ')})`
  const landscape = { thing: ownLandscape(names, loss), values: {} }
  const run = { optimizer: { thing: sgd, values: { learningRate: 0.1 } }, schedule: [], modifiers: [] }
  const { loss: losses } = simulateRun({ landscape, starts: [], runs: [run], steps: 3, seed: 1 }, run)
  expect(losses[3]).toBeLessThan(losses[0])
})
