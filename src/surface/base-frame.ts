import type { Palette } from '../look/colour-scheme.ts'
import { heightOf } from '../look/height.ts'
import { lossTicks, roundTicks } from './axis-ticks.ts'
import type { HeightField } from './height-field.ts'
import { MarkList } from './mark-list.ts'
import { floorLevel, shareOf, tall, type ScenePoint } from './scene-box.ts'
import { tickNumber } from './short-number.ts'

/** A text of the frame at a point of the scene. */
export interface FrameLabel {
  at: ScenePoint
  text: string
  /** An axis' name, not a tick's number. */
  name?: boolean
}

/** Which edges of the floor are nearer to the viewer, and which corner the loss axis stands on. */
export interface FrameSides {
  x: 1 | -1
  z: 1 | -1
  loss: readonly [1 | -1, 1 | -1]
}

/** The sides for a camera at (x, z): parameter axes in front, the loss axis at the left outer corner. */
export function frameSides(cameraX: number, cameraZ: number): FrameSides {
  const x = cameraX >= 0 ? 1 : -1
  const z = cameraZ >= 0 ? 1 : -1
  // Of the two outer corners, the one on the left as the camera sees it; right is (z, −x).
  const left = x * cameraZ + z * cameraX < 0 ? ([x, -z] as const) : ([-x, z] as const)
  return { x, z, loss: left as readonly [1 | -1, 1 | -1] }
}

/** Floor with its lines and ticks, and the texts that belong to it. */
export function baseFrame(
  field: HeightField,
  names: readonly [string, string, string],
  sides: FrameSides,
  palette: Palette,
): { marks: MarkList; labels: FrameLabel[] } {
  const marks = new MarkList()
  const labels: FrameLabel[] = []
  const y = floorLevel
  const corner = (x: number, z: number) => [x, y, z]
  const { quiet } = palette
  marks.line([corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1), corner(-1, -1)], 1.1, quiet, 0.55)

  for (const parameter of [0, 1]) {
    for (const value of roundTicks(...field.domain[parameter], 5)) {
      const place = 2 * shareOf(field.domain, parameter, value) - 1
      const at = (side: number, out: number): ScenePoint =>
        parameter === 0 ? [place, y, side * out] : [side * out, y, -place]
      const side = parameter === 0 ? sides.z : sides.x
      if (Math.abs(place) < 0.995) marks.line([at(1, 1), at(-1, 1)], 1, quiet, 0.16)
      marks.line([at(side, 1), at(side, 1.03)], 1.1, quiet, 0.7)
      labels.push({ at: at(side, 1.11), text: tickNumber(value) })
    }
    const middle: ScenePoint = parameter === 0 ? [0, y, sides.z * 1.27] : [sides.x * 1.27, y, 0]
    labels.push({ at: middle, text: names[parameter], name: true })
  }

  const [x, z] = sides.loss
  const out = (by: number): [number, number] => (x === sides.x ? [x * by, z] : [x, z * by])
  marks.line([corner(x, z), [x, tall, z]], 1.1, quiet, 0.55)
  for (const loss of lossTicks(field.scale)) {
    const height = tall * heightOf(field.scale, loss)
    marks.line(
      [
        [x, height, z],
        [out(1.03)[0], height, out(1.03)[1]],
      ],
      1.1,
      quiet,
      0.7,
    )
    labels.push({ at: [out(1.1)[0], height, out(1.1)[1]], text: tickNumber(loss) })
  }
  labels.push({ at: [x, tall + 0.11, z], text: names[2], name: true })
  return { marks, labels }
}
