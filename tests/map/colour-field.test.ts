import { expect, test } from 'vitest'
import type { SurfaceGrid } from '../../src/analysis/surface-grid.ts'
import { colourAt, viridis } from '../../src/look/colour-map.ts'
import { colourField } from '../../src/map/colour-field.ts'

const grid: SurfaceGrid = {
  domain: [
    [0, 1],
    [0, 1],
  ],
  resolution: 3,
  loss: Float64Array.from([0, 1, 2, 3, 4, 5, NaN, Infinity, -Infinity]),
  least: 0,
  greatest: 5,
  cap: 4,
}
const field = colourField(grid, { kind: 'linear', least: 0, cap: 4 })
const pixel = (column: number, rowFromTop: number) =>
  Array.from(field.pixels.subarray(4 * (3 * rowFromTop + column)).subarray(0, 4))

test('the first row of the lattice is the lowest row of pixels, coloured by height', () => {
  for (const i of [0, 1, 2]) expect(pixel(i, 2)).toEqual([...colourAt(viridis, i / 4), 255])
  expect(pixel(0, 1)).toEqual([...colourAt(viridis, 3 / 4), 255])
})

test('above the cap it is lighter than the top colour, infinity lightest; below the least it is the lowest colour', () => {
  const light = (colour: number[]) => colour[0] + colour[1] + colour[2]
  const top = light([...colourAt(viridis, 1)])
  expect(pixel(1, 1)).toEqual([...colourAt(viridis, 1), 255])
  expect(light(pixel(2, 1))).toBeGreaterThan(top)
  expect(light(pixel(1, 0))).toBeGreaterThan(light(pixel(2, 1)))
  expect(pixel(2, 0)).toEqual([...colourAt(viridis, 0), 255])
})

test('what is not a number is transparent and reported', () => {
  expect(pixel(0, 0)[3]).toBe(0)
  expect(field.holes).toBe(true)
  expect(colourField({ ...grid, loss: new Float64Array(9) }, { kind: 'log', least: 0, cap: 4 }).holes).toBe(false)
})
