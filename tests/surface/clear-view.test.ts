import { expect, test } from 'vitest'
import { clearAngles } from '../../src/surface/clear-angles.ts'
import { restingAzimuth } from '../../src/surface/fit-view.ts'
import { madeField } from './made-field.ts'

test('where nothing is hidden the view stays as it is', () => {
  expect(
    clearAngles(
      madeField(() => 0.5),
      [0.5, 0.5],
    ),
  ).toEqual({ azimuth: restingAzimuth, raised: 0 })
  const slope = madeField((_, v) => v)
  expect(clearAngles(slope, [0.3, 0.9])).toEqual({ azimuth: restingAzimuth, raised: 0 })
})

test('a ditch along the far edge of a wall is looked at from where the wall does not hide it', () => {
  // The camera usually stands on the left; a wall on the left hides what lies right behind it.
  const ditch = madeField((u, v) => (u < 0.12 ? 0.98 : Math.min(0.9, 4 * (u - 0.16) ** 2 + 0.02 * v)), 65)
  const { azimuth } = clearAngles(ditch, [0.16, 0.9])
  expect(azimuth).toBeGreaterThan(0)
})
