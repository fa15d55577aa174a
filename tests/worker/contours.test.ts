import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contours } from '../../src/worker/contours.ts'

const resolution = 81
const half = (resolution - 1) / 2

/** A lattice over [−1, 1]². */
function lattice(loss: (x: number, y: number) => number, side = resolution) {
  const at = (k: number) => -1 + (2 * k) / (side - 1)
  return {
    resolution: side,
    loss: Float64Array.from({ length: side * side }, (_, k) => loss(at(k % side), at(Math.floor(k / side)))),
  }
}

const points = (ring: Float32Array) =>
  Array.from({ length: ring.length / 2 }, (_, k) => [ring[2 * k], ring[2 * k + 1]] as const)

describe('contours', () => {
  test('of a paraboloid are circles of the radius that the level says', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.double({ min: -0.3, max: 0.3, noNaN: true }),
        fc.double({ min: 0.15, max: 0.65, noNaN: true }),
        (x0, y0, radius) => {
          const [{ level, rings }] = contours(
            lattice((x, y) => (x - x0) ** 2 + (y - y0) ** 2),
            [radius ** 2],
          )
          expect(level).toBe(radius ** 2)
          // The region above the level has the square's edge as its outer ring and the circle as its hole.
          const circles = rings.filter((ring) => points(ring).every(([x, y]) => x > 0 && y > 0 && x < 80 && y < 80))
          expect(circles).toHaveLength(1)
          for (const [x, y] of points(circles[0]))
            expect(Math.hypot(x / half - 1 - x0, y / half - 1 - y0)).toBeCloseTo(radius, 2)
          expect(points(circles[0]).at(-1)).toEqual(points(circles[0])[0])
        },
      ),
    )
  })

  test('run along the second axis upwards', () => {
    const [{ rings }] = contours(
      lattice((_, y) => y),
      [0.5],
    )
    const inner = rings.flatMap(points).filter(([x, y]) => x > 0 && x < 80 && y > 0 && y < 80)
    expect(inner.length).toBeGreaterThan(50)
    for (const [, y] of inner) expect(y).toBeCloseTo(60, 4)
  })

  test('leave the lattice nowhere, and stay on its edge exactly where they follow it', () => {
    const lines = contours(
      lattice((x, y) => Math.sin(3 * x) * Math.cos(4 * y) + x),
      [-1, -0.5, 0, 0.5, 1],
    )
    for (const [x, y] of lines.flatMap(({ rings }) => rings.flatMap(points))) {
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
      expect(Math.max(x, y)).toBeLessThanOrEqual(80)
      const onLattice = Number.isInteger(x) || Number.isInteger(y)
      expect(onLattice).toBe(true)
    }
  })

  test('of anything, NaN and infinities too, hold finite numbers in the order of the levels', () => {
    const wild = fc.oneof(fc.double(), fc.constantFrom(NaN, Infinity, -Infinity, 0))
    fc.assert(
      fc.property(
        fc.array(wild, { minLength: 36, maxLength: 36 }),
        fc.array(fc.double({ noNaN: true })),
        (loss, levels) => {
          const lines = contours({ resolution: 6, loss: Float64Array.from(loss) }, levels)
          expect(lines.map(({ level }) => level)).toEqual(levels)
          for (const { rings } of lines) for (const ring of rings) expect(ring.every(Number.isFinite)).toBe(true)
        },
      ),
    )
  })

  test('do not run around a hole: with the right half unknown, a straight line stays straight up to there', () => {
    const [{ rings }] = contours(
      lattice((x, y) => (x > 0.5 ? NaN : y)),
      [0.25],
    )
    const inner = rings.flatMap(points).filter(([x, y]) => x > 0 && x < 80 && y > 0 && y < 80)
    for (const [, y] of inner) expect(y).toBeCloseTo(50, 4)
  })

  test('of nothing known are none', () => {
    expect(contours({ resolution: 3, loss: new Float64Array(9).fill(NaN) }, [1])).toEqual([{ level: 1, rings: [] }])
  })
})
