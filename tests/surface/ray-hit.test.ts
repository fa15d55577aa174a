import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rayHit } from '../../src/surface/ray-hit.ts'
import { scenePoint, tall, type ScenePoint } from '../../src/surface/scene-box.ts'
import { madeField } from './made-field.ts'

const share = fc.double({ min: 0.02, max: 0.98, noNaN: true })
const eyes = fc.record({
  turn: fc.double({ min: 0, max: 2 * Math.PI, noNaN: true }),
  lift: fc.double({ min: 0.3, max: 1.4, noNaN: true }),
})

function eyeAt({ turn, lift }: { turn: number; lift: number }): ScenePoint {
  return [5 * Math.cos(lift) * Math.sin(turn), 5 * Math.sin(lift), 5 * Math.cos(lift) * Math.cos(turn)]
}

const between = (a: ScenePoint, b: ScenePoint): ScenePoint => [b[0] - a[0], b[1] - a[1], b[2] - a[2]]

test('a ray aimed at a point of a plane meets the plane there', () => {
  const plane = (u: number, v: number) => 0.2 + 0.3 * u + 0.25 * v
  const field = madeField(plane)
  fc.assert(
    fc.property(share, share, eyes, (u, v, where) => {
      const eye = eyeAt(where)
      const hit = rayHit(field, eye, between(eye, scenePoint(u, v, plane(u, v))))
      expect(hit?.u).toBeCloseTo(u, 5)
      expect(hit?.v).toBeCloseTo(v, 5)
      expect(hit?.height).toBeCloseTo(plane(u, v), 5)
      expect(hit?.distance).toBeCloseTo(1, 5)
    }),
  )
})

test('a vertical ray meets every surface at its drawn height', () => {
  const field = madeField((u, v) => 0.5 + 0.3 * Math.sin(9 * u) * Math.cos(7 * v))
  fc.assert(
    fc.property(share, share, (u, v) => {
      const [x, , z] = scenePoint(u, v, 0)
      const hit = rayHit(field, [x, 4, z], [0, -1, 0])
      expect(hit?.height).toBeCloseTo(field.at(u, v), 5)
      expect(hit?.distance).toBeCloseTo(4 - tall * field.at(u, v), 5)
    }),
  )
})

test('what is met lies on the drawn surface, and nothing of it lies in front', () => {
  const field = madeField((u, v) => 0.5 + 0.45 * Math.sin(8 * u + 1) * Math.cos(6 * v), 24)
  fc.assert(
    fc.property(share, share, eyes, (u, v, where) => {
      const eye = eyeAt(where)
      const way = between(eye, scenePoint(u, v, field.at(u, v)))
      const hit = rayHit(field, eye, way)
      if (!hit) throw new Error('the aimed point was missed')
      expect(hit.distance).toBeLessThan(1 + 1e-4)
      expect(hit.height).toBeCloseTo(field.at(hit.u, hit.v), 4)
      // Up to there the ray stays on one side of the surface.
      const sides = new Set<number>()
      for (let k = 0; k < 400; k++) {
        const t = (hit.distance - 1e-4) * (k / 400)
        const drawn = field.at((eye[0] + t * way[0] + 1) / 2, (1 - eye[2] - t * way[2]) / 2)
        const gap = (eye[1] + t * way[1]) / tall - drawn
        if (Math.abs(gap) > 1e-4) sides.add(Math.sign(gap))
      }
      expect(sides.size).toBeLessThanOrEqual(1)
    }),
  )
})

test('a paraboloid is met where the quadratic equation says, to the accuracy of its triangles', () => {
  const bowl = (u: number, v: number) => 2 * ((u - 0.5) ** 2 + (v - 0.5) ** 2)
  const field = madeField(bowl, 257)
  // Over the scene the bowl is y = tall (x² + z²) / 2. The ray (x, 1.5 − (x + 3) / 3, 0.2) passes over its near rim (at x = −1 it is
  // above the surface) and meets the far wall at the larger root of tall (x² + 0.04) / 2 = 0.5 − x / 3.
  const [a, b, c] = [tall / 2, 1 / 3, 0.02 * tall - 0.5]
  const x = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a)
  expect(2 * (rayHit(field, [-3, 1.5, 0.2], [1, -1 / 3, 0])?.u ?? NaN) - 1).toBeCloseTo(x, 3)
})

test('what is cut away or a hole is not met', () => {
  const wall = madeField((u) => (u > 0.5 ? 2 : 0.5))
  expect(rayHit(wall, [0.6, 3, 0], [0, -1, 0])).toBeUndefined()
  expect(rayHit(wall, [-0.6, 3, 0], [0, -1, 0])?.height).toBeCloseTo(0.5, 6)
  const hole = madeField((u) => (u > 0.5 ? NaN : 0.5))
  expect(rayHit(hole, [0.6, 3, 0], [0, -1, 0])).toBeUndefined()
  expect(rayHit(hole, [-0.6, 3, 0], [0, -1, 0])?.height).toBeCloseTo(0.5, 6)
})

test('rays beside the box, away from it and along its sides meet nothing', () => {
  const field = madeField(() => 0.5)
  expect(rayHit(field, [3, 3, 0], [0, -1, 0])).toBeUndefined()
  expect(rayHit(field, [0, 3, 0], [0, 1, 0])).toBeUndefined()
  expect(rayHit(field, [0, 3, 0], [1, 0, 0])).toBeUndefined()
  expect(rayHit(field, [0, 3, 0], [0, 0, 0])).toBeUndefined()
})
