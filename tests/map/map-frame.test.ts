import fc from 'fast-check'
import { expect, test } from 'vitest'
import { intoDomain, roundInDomain, toParameters, toPixel, type MapFrame } from '../../src/map/map-frame.ts'

const interval = fc
  .tuple(fc.double({ min: -1e3, max: 1e3, noNaN: true }), fc.double({ min: 1e-2, max: 1e3, noNaN: true }))
  .map(([low, width]) => [low, low + width] as const)
const frames: fc.Arbitrary<MapFrame> = fc.record({
  domain: fc.tuple(interval, interval),
  width: fc.integer({ min: 1, max: 4000 }),
  height: fc.integer({ min: 1, max: 4000 }),
})
const share = fc.double({ min: -0.5, max: 1.5, noNaN: true })

test('pixels and parameters are each other’s inverse', () => {
  fc.assert(
    fc.property(frames, share, share, (frame, u, v) => {
      const [px, py] = [u * frame.width, v * frame.height]
      const [backX, backY] = toPixel(frame, ...toParameters(frame, px, py))
      expect(Math.abs(backX - px)).toBeLessThan(1e-6 * frame.width)
      expect(Math.abs(backY - py)).toBeLessThan(1e-6 * frame.height)
    }),
  )
})

test('the first parameter goes to the right, the second upwards', () => {
  const frame: MapFrame = {
    domain: [
      [-2, 2],
      [0, 10],
    ],
    width: 400,
    height: 100,
  }
  expect(toPixel(frame, -2, 0)).toEqual([0, 100])
  expect(toPixel(frame, 2, 10)).toEqual([400, 0])
  expect(toPixel(frame, 0, 7.5)).toEqual([200, 25])
})

test('a point outside comes to the nearest one inside', () => {
  const domain = [
    [-2, 2],
    [0, 10],
  ] as const
  expect(intoDomain(domain, [5, -1])).toEqual([2, 0])
  expect(intoDomain(domain, [-1, 3])).toEqual([-1, 3])
})

test('rounding moves a point by less than a thousandth of the domain and leaves few digits', () => {
  fc.assert(
    fc.property(frames, share, share, ({ domain }, u, v) => {
      const point = toParameters({ domain, width: 1, height: 1 }, u, v)
      const rounded = roundInDomain(domain, point)
      rounded.forEach((value, k) => {
        const width = domain[k][1] - domain[k][0]
        expect(Math.abs(value - point[k])).toBeLessThan(width / 1000)
        expect(String(value).replace(/[-.]/g, '').length).toBeLessThanOrEqual(9)
      })
    }),
  )
  expect(
    roundInDomain(
      [
        [-1.8, 1.8],
        [0, 500],
      ],
      [0.9999999385, 123.4567],
    ),
  ).toEqual([1, 123.5])
})
