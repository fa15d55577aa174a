import { HeightField } from '../../src/surface/height-field.ts'

/** A field over [−1, 1]² whose height is the given function of the shares u, v; the loss equals the height. */
export function madeField(height: (u: number, v: number) => number, resolution = 33): HeightField {
  const loss = new Float64Array(resolution ** 2)
  for (let j = 0; j < resolution; j++)
    for (let i = 0; i < resolution; i++) loss[j * resolution + i] = height(i / (resolution - 1), j / (resolution - 1))
  const domain = [
    [-1, 1],
    [-1, 1],
  ] as const
  return new HeightField({ domain, resolution, loss, least: 0, greatest: 1, cap: 1 }, 'linear')
}
