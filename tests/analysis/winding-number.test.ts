import { describe, expect, test } from 'vitest'
import { analyzeCriticalPoints } from '../../src/analysis/analyze-critical-points.ts'
import type { CriticalPointCertificate } from '../../src/analysis/certificate.ts'
import { IntervalLoss } from '../../src/analysis/interval-loss.ts'
import { LossEvaluator } from '../../src/analysis/loss-evaluator.ts'
import { windingNumber } from '../../src/analysis/winding-number.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import type { Domain, Landscape } from '../../src/declare/landscape.ts'
import { landscapes } from '../../src/landscapes/index.ts'

const around = (thing: Landscape, [[xl, xh], [yl, yh]]: Domain) =>
  windingNumber(new IntervalLoss(new LossEvaluator({ thing, values: {} })), { xl, xh, yl, yh })

/** #min + #max − #saddle, clusters counting their index. */
function indexSum({ points, clusters }: CriticalPointCertificate): number {
  return (
    points.reduce((sum, { kind }) => sum + (kind === 'saddle' ? -1 : 1), 0) +
    clusters.reduce((sum, { index }) => sum + index, 0)
  )
}

describe('what goes on inside is told by the gradient on the edge alone', () => {
  // A curve that reaches the edge makes the gradient vanish there.
  const withCurve = new Set(['toy-network', 'one-example'])
  for (const landscape of landscapes)
    test(landscape.id, () => {
      const turns = around(landscape, landscape.domain)
      if (withCurve.has(landscape.id)) expect(turns).toBeUndefined()
      else expect(indexSum(analyzeCriticalPoints({ thing: landscape, values: {} }, landscape.domain))).toBe(turns)
    })

  test('on parts of a domain', () => {
    const peaks = landscapes.find(({ id }) => id === 'peaks') as Landscape
    for (const [x, y] of [
      [-3, -3],
      [-1, -1.9],
      [-0.5, -1],
      [0.1, 0.05],
      [-2.9, 1],
    ]) {
      const part: Domain = [
        [x, x + 1.37],
        [y, y + 1.61],
      ]
      expect(indexSum(analyzeCriticalPoints({ thing: peaks, values: {} }, part))).toBe(around(peaks, part))
    }
  })
})

test('known indices', () => {
  const square: Domain = [
    [-1, 1],
    [-1, 1],
  ]
  const of = (loss: string) => around(ownLandscape(['x', 'y'], loss), square)
  expect(of('x^2 + y^2')).toBe(1)
  expect(of('-x^2 - y^2')).toBe(1)
  expect(of('x^2 - y^2')).toBe(-1)
  expect(of('x^3 - 3x*y^2')).toBe(-2)
  expect(of('x^5 - 10x^3*y^2 + 5x*y^4')).toBe(-4)
  expect(of('x + y')).toBe(0)
  expect(of('x^3 + y^2')).toBe(0)
  expect(of('abs(x) + abs(y)')).toBe(1)
  expect(of('(x - 1)^2 + y^2')).toBeUndefined()
  expect(of('floor(5x) + y^2')).toBeUndefined()
  expect(of('log(x) + y^2')).toBeUndefined()
})
