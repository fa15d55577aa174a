import fc from 'fast-check'
import { PerspectiveCamera, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { directionOf, fieldOfView, fittingView } from '../../src/surface/fit-view.ts'
import { floorLevel, tall } from '../../src/surface/scene-box.ts'

test('from every side and in every shape of picture the box fits, and touches the border', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0.2, max: 1.4, noNaN: true }),
      fc.double({ min: 0.4, max: 3, noNaN: true }),
      (azimuth, elevation, aspect) => {
        const view = fittingView(azimuth, elevation, aspect)
        const camera = new PerspectiveCamera(fieldOfView, aspect, 0.05, 100)
        const target = new Vector3(0, view.targetHeight, 0)
        camera.position
          .set(...directionOf(azimuth, elevation))
          .multiplyScalar(view.distance)
          .add(target)
        camera.lookAt(target)
        camera.updateMatrixWorld()
        const reach = [-1, 1].flatMap((x) =>
          [-1, 1].flatMap((z) =>
            [new Vector3(x, tall + 0.04, z), new Vector3(1.22 * x, floorLevel, 1.22 * z)].map((corner) => {
              const seen = corner.project(camera)
              return Math.max(Math.abs(seen.x), Math.abs(seen.y))
            }),
          ),
        )
        expect(Math.max(...reach)).toBeCloseTo(1, 4)
      },
    ),
  )
})
