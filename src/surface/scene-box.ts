import type { Domain } from '../declare/landscape.ts'

/**
 * The box in which every landscape is drawn, whatever its units: the first parameter runs along x from −1 to 1, the second away
 * from the viewer along −z (so that from above x points right and y up, as on the map), height along y from 0 to `tall`.
 */
export type ScenePoint = readonly [x: number, y: number, z: number]

/** Height of the cap in the scene. */
export const tall = 0.8
/** Where the base frame lies, a little below the lowest point of the surface. */
export const floorLevel = -0.07

/** Place of a parameter in its interval: 0 at the low end, 1 at the high end. */
export function shareOf(domain: Domain, parameter: number, value: number): number {
  const [low, high] = domain[parameter]
  return (value - low) / (high - low)
}

/** The parameter's value at a place in its interval: the inverse of `shareOf`. */
export function valueAt(domain: Domain, parameter: number, share: number): number {
  const [low, high] = domain[parameter]
  return low + share * (high - low)
}

/** A point of the scene from the shares u, v of the two parameters and a height in 0 … 1. */
export function scenePoint(u: number, v: number, height: number): ScenePoint {
  return [2 * u - 1, tall * height, 1 - 2 * v]
}
