import { expect, test } from 'vitest'
import type { CriticalPoint } from '../../src/analysis/critical-point.ts'
import { curvatureColours } from '../../src/look/kind-colours.ts'
import { frameSides } from '../../src/surface/base-frame.ts'
import { criticalMarks, curvatureColour, eigenvalueLine } from '../../src/surface/critical-marks.ts'
import { channels } from '../../src/surface/channels.ts'
import { parameterLabel } from '../../src/formula/parameter-label.ts'
import { roundedStart } from '../../src/surface/rounded-start.ts'
import { markStride } from '../../src/surface/segment-geometry.ts'
import { tall } from '../../src/surface/scene-box.ts'
import { madeField } from './made-field.ts'

const saddle: CriticalPoint = {
  theta: [0.1, -0.2],
  loss: 0.5,
  kind: 'saddle',
  eigenpairs: [
    { value: -2.4, vector: [1, 0] },
    { value: 0.2, vector: [0, 1] },
  ],
}

test('arrows: red where the loss curves down, blue where up, grey where neither', () => {
  expect(curvatureColour(-1, 2)).toBe(curvatureColours.down)
  expect(curvatureColour(0.3, 2)).toBe(curvatureColours.up)
  expect(curvatureColour(1e-9, 2)).toBe(curvatureColours.flat)
  expect(curvatureColour(0, 0)).toBe(curvatureColours.flat)
})

test('arrows lie along their eigenvectors on the surface, the longer the larger the eigenvalue', () => {
  const data = criticalMarks(
    [saddle],
    madeField(() => 0.5),
    undefined,
  ).data()
  const extent = (colour: string) => {
    const tint = channels(colour)
    const ends: number[][] = []
    for (let k = 0; k < data.length; k += markStride)
      if (tint.every((channel, c) => Math.abs(data[k + 13 + c] - channel) < 1e-6))
        ends.push([...data.subarray(k, k + 3)], [...data.subarray(k + 4, k + 7)])
    expect(ends.length).toBeGreaterThan(0)
    for (const [, y] of ends) expect(y).toBeCloseTo(tall * 0.5 + 0.005, 5)
    const spread = (axis: number) => Math.max(...ends.map((end) => Math.abs(end[axis] - [0.1, 0, 0.2][axis])))
    return [spread(0), spread(2)]
  }
  const [downAlongX, downAlongZ] = extent(curvatureColours.down)
  const [upAlongX, upAlongZ] = extent(curvatureColours.up)
  expect(downAlongZ).toBeCloseTo(0, 5)
  expect(upAlongX).toBeCloseTo(0, 5)
  expect(downAlongX).toBeGreaterThan(upAlongZ)
})

test('the card of a critical point', () => {
  expect(eigenvalueLine(saddle)).toBe('λ₁ −2.40 · λ₂ 0.20')
})

test('parameter axes stand in front, the loss axis at the outer corner on the left', () => {
  for (let degrees = 3; degrees < 360; degrees += 12) {
    const turn = (degrees * Math.PI) / 180
    const camera = [Math.sin(turn), Math.cos(turn)]
    const sides = frameSides(camera[0], camera[1])
    expect(sides.x * camera[0]).toBeGreaterThan(0)
    expect(sides.z * camera[1]).toBeGreaterThan(0)
    // Right on the screen is (z, −x) of the camera; no corner of the floor is further left.
    const right = (x: number, z: number) => x * camera[1] - z * camera[0]
    const leftmost = Math.min(...[-1, 1].flatMap((x) => [-1, 1].map((z) => right(x, z))))
    expect(right(...sides.loss)).toBeCloseTo(leftmost, 9)
  }
})

test('names of parameters as typeset', () => {
  expect(['w1', 'theta2', 'w_12', 'x', 'bias'].map(parameterLabel)).toEqual(['w₁', 'θ₂', 'w₁₂', 'x', 'bias'])
})

test('a start is rounded to a few digits and kept in the domain', () => {
  const domain = [
    [-1.8, 1.9],
    [0, 500],
  ] as const
  expect(roundedStart(domain, [0.123456, 123.456])).toEqual([0.123, 123.5])
  expect(roundedStart(domain, [-7, 1e9])).toEqual([-1.8, 500])
  expect(Object.is(roundedStart(domain, [-1e-9, 3])[0], 0)).toBe(true)
})
