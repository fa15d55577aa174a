import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Trajectory } from '../../src/simulation/trajectory.ts'
import { keptRows } from '../../src/surface/kept-rows.ts'
import { segmentStride } from '../../src/surface/segment-geometry.ts'
import { tall } from '../../src/surface/scene-box.ts'
import {
  ballPlace,
  clippedToSquare,
  lift,
  overhang,
  trajectoryLine,
  vertexLimit,
} from '../../src/surface/trajectory-line.ts'
import { madeField } from './made-field.ts'

/** A trajectory over [−1, 1]² through the points, whose loss is the given function of them. */
function through(points: readonly (readonly [number, number])[], loss = (_x: number, _y: number) => 0.5): Trajectory {
  const steps = points.length - 1
  return {
    size: 2,
    steps,
    theta: Float64Array.from(points.flat()),
    loss: Float64Array.from(points.map(([x, y]) => loss(x, y))),
    gradient: new Float64Array(2 * points.length),
    learningRate: new Float64Array(steps),
    stop: { reason: 'finished', step: steps },
  }
}

/** The segments as objects. */
function segments(line: Float32Array) {
  return Array.from({ length: line.length / segmentStride }, (_, k) => {
    const [x0, y0, z0, row0, x1, y1, z1, row1, reach0, reach1] = line.subarray(k * segmentStride)
    return { from: [x0, y0, z0], row0, to: [x1, y1, z1], row1, reach0, reach1 }
  })
}

const flat = madeField(() => 0.5)
const coordinate = fc.double({ min: -1, max: 1, noNaN: true })

test('a short path goes through every row, in order, at the height of its loss', () => {
  const loss = (x: number, y: number) => 0.8 + 0.05 * x - 0.1 * y
  const points = [
    [-0.9, 0.8],
    [0.2, 0.5],
    [0.7, -0.4],
  ] as const
  const line = segments(trajectoryLine(through(points, loss), flat))
  expect(line.map(({ row0, row1 }) => [row0, row1])).toEqual([
    [0, 1],
    [1, 2],
  ])
  points.forEach(([x, y], row) => {
    const place = row < 2 ? line[row].from : line[row - 1].to
    ;[x, tall * loss(x, y) + lift, -y].forEach((part, k) => expect(place[k]).toBeCloseTo(part, 6))
  })
  expect(line[1].reach0).toBeCloseTo(line[0].reach1, 6)
})

test('the path never lies below the drawn surface nor above the cap', () => {
  const field = madeField((u) => 0.4 + 0.5 * u)
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 20 }), (points) => {
      const line = trajectoryLine(
        through(points, (x) => (x > 0 ? 1e9 : -5)),
        field,
      )
      for (const { from, to } of segments(line))
        for (const [x, y] of [from, to]) {
          expect(y).toBeGreaterThanOrEqual(tall * (0.4 + 0.25 * (x + 1)) - 1e-5)
          expect(y).toBeLessThanOrEqual(tall + lift + 1e-6)
        }
    }),
  )
})

test('a path that leaves the box ends at its overhang and goes on where it comes back', () => {
  const line = segments(
    trajectoryLine(
      through([
        [0, 0],
        [3, 0],
        [5, 5],
        [-4, 5],
        [-3, 0],
        [0, 0.5],
      ]),
      flat,
    ),
  )
  expect(line.map(({ row0, row1 }) => [row0, row1])).toEqual([
    [0, expect.closeTo((1 + overhang) / 3, 5)],
    [expect.closeTo(4 + (3 - 1 - overhang) / 3, 5), 5],
  ])
  expect(line[0].to[0]).toBeCloseTo(1 + overhang, 5)
  expect(line[1].from[0]).toBeCloseTo(-1 - overhang, 5)
})

test('a row that is not finite ends the path', () => {
  const line = segments(
    trajectoryLine(
      through([
        [0, 0],
        [0.5, 0],
        [NaN, 0],
        [0.2, 0.2],
      ]),
      flat,
    ),
  )
  expect(line.map(({ row1 }) => row1)).toEqual([1])
})

test('long paths stay light and keep start, end and extent', () => {
  for (const amplitude of [1e-5, 0.02, 0.9]) {
    const points = Array.from({ length: 10_001 }, (_, k): [number, number] => [
      (k % 2 === 0 ? 1 : -1) * amplitude,
      0.9 - (1.8 * k) / 10_000,
    ])
    const line = segments(trajectoryLine(through(points), flat))
    expect(line.length).toBeLessThan(vertexLimit)
    expect(line[0].row0).toBe(0)
    expect(line[line.length - 1].row1).toBe(10_000)
    expect(Math.abs(Math.max(...line.map(({ to }) => to[0])) - amplitude)).toBeLessThan(0.0012)
    expect(Math.min(...line.map(({ to }) => to[2]))).toBeLessThan(-0.898)
  }
})

test('kept rows ascend, hold both ends, and every row left out is near a kept one', () => {
  const walk = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 300 })
  fc.assert(
    fc.property(walk, fc.double({ min: 0, max: 0.5, noNaN: true }), (points, least) => {
      const [x, z] = [0, 1].map((k) => Float64Array.from(points, (point) => point[k]))
      const rows = [...keptRows(x, z, 1000, least)]
      expect(rows[0]).toBe(0)
      expect(rows[rows.length - 1]).toBe(points.length - 1)
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b))
      let kept = 0
      points.forEach((_, row) => {
        if (rows.includes(row)) kept = row
        expect(Math.max(Math.abs(x[row] - x[kept]), Math.abs(z[row] - z[kept]))).toBeLessThanOrEqual(least)
      })
    }),
  )
})

test('too many rows are cut to the limit without losing the extent of the path', () => {
  const walk = fc.array(fc.tuple(coordinate, coordinate), { minLength: 60, maxLength: 400 })
  fc.assert(
    fc.property(walk, (points) => {
      const [x, z] = [0, 1].map((k) => Float64Array.from(points, (point) => point[k]))
      const rows = [...keptRows(x, z, 50, 0)]
      expect(rows.length).toBeLessThanOrEqual(50)
      expect(rows).toEqual([...new Set(rows)].sort((a, b) => a - b))
      for (const axis of [x, z]) {
        const kept = rows.map((row) => axis[row])
        expect([Math.min(...kept), Math.max(...kept)]).toEqual([Math.min(...axis), Math.max(...axis)])
      }
    }),
  )
})

test('clipping keeps exactly the part inside', () => {
  const far = fc.double({ min: -5, max: 5, noNaN: true })
  fc.assert(
    fc.property(far, far, far, far, (xa, za, xb, zb) => {
      const part = clippedToSquare(xa, za, xb, zb, 1)
      for (let k = 0; k <= 50; k++) {
        const t = k / 50
        const reach = Math.max(Math.abs(xa + t * (xb - xa)), Math.abs(za + t * (zb - za)))
        const kept = part !== undefined && t >= part[0] - 1e-9 && t <= part[1] + 1e-9
        if (reach < 1 - 1e-6) expect(kept).toBe(true)
        if (reach > 1 + 1e-6) expect(part !== undefined && t > part[0] + 1e-6 && t < part[1] - 1e-6).toBe(false)
      }
    }),
  )
})

test('the ball stands on its row, between two rows on the line between them, and stays at the end', () => {
  const run = through([
    [0, 0],
    [0.4, -0.2],
    [0.6, 0.6],
  ])
  const height = tall * 0.5 + lift
  const near = (step: number, place: number[]) =>
    ballPlace(run, flat, step)?.forEach((part, k) => expect(part).toBeCloseTo(place[k], 6))
  expect(ballPlace(run, flat, 1)).toBeDefined()
  near(1, [0.4, height, 0.2])
  near(1.5, [0.5, height, -0.2])
  near(99, [0.6, height, -0.6])
  expect(
    ballPlace(
      through([
        [0, 0],
        [9, 0],
      ]),
      flat,
      1,
    ),
  ).toBeUndefined()
  expect(
    ballPlace(
      through([
        [0, 0],
        [NaN, 0],
      ]),
      flat,
      1,
    ),
  ).toBeUndefined()
  expect(
    ballPlace(
      through([
        [0.5, 0],
        [NaN, 0],
      ]),
      flat,
      0,
    )?.[0],
  ).toBe(0.5)
})

test('points without a loss of their own lie on the drawn surface', () => {
  const field = madeField((u, v) => (u * u + v) / 2)
  const { size, steps, theta } = through([
    [-0.5, -0.5],
    [0.25, 0.5],
  ])
  const [segment] = segments(trajectoryLine({ size, steps, theta }, field))
  expect(segment.from[1]).toBeCloseTo(tall * field.at(0.25, 0.25) + lift, 6)
  expect(segment.to[1]).toBeCloseTo(tall * field.at(0.625, 0.75) + lift, 6)
})
