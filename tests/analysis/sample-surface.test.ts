import { expect, test } from 'vitest'
import { sampleSurface } from '../../src/analysis/sample-surface.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'

const surface = (loss: string) => {
  const thing = ownLandscape(['x', 'y'], loss)
  return sampleSurface({ thing, values: {} }, thing.domain, 65)
}

test('walls are cut at the landscape’s percentile', () => {
  const { cap, loss, greatest } = surface('x^2 + y^2')
  const below = loss.filter((value) => value <= cap).length / loss.length
  expect(greatest).toBe(8)
  expect(below).toBeCloseTo(0.95, 2)
})

test('a hilltop is not cut, however few points it has', () => {
  const { cap, greatest } = surface('5*exp(-20*(x^2 + y^2)) + 0.01*x')
  expect(cap).toBe(greatest)
  expect(cap).toBeGreaterThan(4.9)
})

test('a pole is no hilltop', () => {
  expect(surface('1/(x^2 + y^2)').cap).toBeLessThan(20)
})
