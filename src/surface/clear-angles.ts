import { directionOf, fittingView, restingAzimuth, restingElevation } from './fit-view.ts'
import type { HeightField } from './height-field.ts'
import { rayHit } from './ray-hit.ts'
import { scenePoint, type ScenePoint } from './scene-box.ts'

/** Angles of a camera: azimuth, and how much higher than usual it stands. */
export interface Angles {
  azimuth: number
  raised: number
}

/** In order of liking; the first parameter always runs to the right. */
const candidates: readonly Angles[] = [0, 0.28].flatMap((raised) =>
  [restingAzimuth, -restingAzimuth, -0.15, 2 * restingAzimuth, -2 * restingAzimuth].map((azimuth) => ({
    azimuth,
    raised,
  })),
)

/** What less liked angles must show more of the way, to be taken. */
const reluctance = 0.04

/**
 * The angles from which most of what will happen is seen: the start, the way downhill from it and the lowest point, which walls may hide. `start` in shares
 * of the two parameters.
 */
export function clearAngles(field: HeightField, start: readonly [u: number, v: number]): Angles {
  const way = [...wayDown(field, start), ...goal(field)]
  let best = candidates[0]
  let least = Infinity
  candidates.forEach((angles, rank) => {
    const hidden = way.filter((point) => isHidden(field, angles, point)).length / Math.max(way.length, 1)
    const score = hidden + reluctance * rank
    if (score < least) [best, least] = [angles, score]
  })
  return best
}

function isHidden(field: HeightField, { azimuth, raised }: Angles, point: ScenePoint): boolean {
  const view = fittingView(azimuth, restingElevation + raised, 1.3)
  const [x, y, z] = directionOf(view.azimuth, view.elevation)
  const eye: ScenePoint = [view.distance * x, view.targetHeight + view.distance * y, view.distance * z]
  const hit = rayHit(field, eye, [point[0] - eye[0], point[1] + 0.03 - eye[1], point[2] - eye[2]])
  return hit !== undefined && hit.distance < 0.99
}

/** The lowest point of the drawn surface, counted as often as it matters beside the forty steps of the way. */
function goal(field: HeightField): ScenePoint[] {
  const last = field.resolution - 1
  let least = 0
  field.heights.forEach((height, k) => {
    if (!(height >= field.heights[least])) least = Number.isNaN(height) ? least : k
  })
  const [i, j] = [least % field.resolution, Math.floor(least / field.resolution)]
  return new Array<ScenePoint>(12).fill(scenePoint(i / last, j / last, field.heights[least]))
}

/** Steps of one length straight downhill over the drawn surface, as far as it goes. */
function wayDown(field: HeightField, [u, v]: readonly [number, number]): ScenePoint[] {
  const step = 1 / 40
  const way: ScenePoint[] = []
  for (let k = 0; k < 40; k++) {
    const height = field.at(u, v)
    if (!(height <= 1)) break
    way.push(scenePoint(u, v, height))
    const [x, , z] = field.normalAt(u, v, 1)
    const slope = Math.hypot(x, z)
    if (!(slope > 1e-3)) break
    u += (step * x) / slope
    v -= (step * z) / slope
  }
  return way
}
