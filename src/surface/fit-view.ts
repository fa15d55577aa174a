import { floorLevel, tall } from './scene-box.ts'

/** Where the camera stands when nobody has moved it: angles in radians. */
export const restingAzimuth = -0.5
export const restingElevation = 0.74
/** Vertical field of view in degrees: long enough a lens that the box keeps its shape. */
export const fieldOfView = 28

/** Unit vector from the target to a camera at these angles: azimuth 0 looks along the second parameter, positive from the right. */
export function directionOf(azimuth: number, elevation: number): [number, number, number] {
  const flat = Math.cos(elevation)
  return [flat * Math.sin(azimuth), Math.sin(elevation), flat * Math.cos(azimuth)]
}

/** A camera's place: it looks at (0, targetHeight, 0) from a distance. */
export interface View {
  azimuth: number
  elevation: number
  targetHeight: number
  distance: number
}

/** What must be in the picture: the box, and around its floor the room that ticks and names take. */
const corners = [-1, 1].flatMap((x) =>
  [-1, 1].flatMap((z) => [
    [x, tall + 0.04, z],
    [1.22 * x, floorLevel, 1.22 * z],
  ]),
)

/** The nearest view from these angles that shows everything, with as much room above as below. `aspect` is width over height. */
export function fittingView(azimuth: number, elevation: number, aspect: number): View {
  // The distance is convex in the height of the target: thirds close in on the least.
  let [low, high] = [floorLevel - 0.3, tall]
  const at = (height: number) => fittingDistance(azimuth, elevation, aspect, height)
  for (let k = 0; k < 40; k++) {
    const [a, b] = [low + (high - low) / 3, high - (high - low) / 3]
    if (at(a) <= at(b)) high = b
    else low = a
  }
  const targetHeight = (low + high) / 2
  return { azimuth, elevation, targetHeight, distance: at(targetHeight) }
}

/** The least distance at which everything is in the picture of a camera looking at (0, targetHeight, 0) from these angles. */
export function fittingDistance(azimuth: number, elevation: number, aspect: number, targetHeight: number): number {
  const back = directionOf(azimuth, elevation)
  const right = [Math.cos(azimuth), 0, -Math.sin(azimuth)]
  const up = [back[1] * right[2], back[2] * right[0] - back[0] * right[2], -back[1] * right[0]]
  const slope = Math.tan((fieldOfView * Math.PI) / 360)
  let distance = 0
  for (const [x, y, z] of corners) {
    const along = (axis: readonly number[]) => x * axis[0] + (y - targetHeight) * axis[1] + z * axis[2]
    const across = Math.max(Math.abs(along(right)) / aspect, Math.abs(along(up)))
    distance = Math.max(distance, along(back) + across / slope)
  }
  return distance
}
