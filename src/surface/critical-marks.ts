import type { CriticalPoint } from '../analysis/critical-point.ts'
import { curvatureColours, kindColours } from '../look/kind-colours.ts'
import type { HeightField } from './height-field.ts'
import { MarkList } from './mark-list.ts'
import { shortNumber } from './short-number.ts'
import { scenePoint, shareOf, tall } from './scene-box.ts'

/** Eigenvalues smaller than this share of the point's largest count as flat. */
const flat = 1e-6

/** How large the rings are, in units of the scene: smaller where there are many. */
export function ringRadius(points: number): number {
  return points > 12 ? 0.034 : 0.052
}

/** Colour of an eigenvalue among the others of its point. */
export function curvatureColour(value: number, largest: number): string {
  if (!(Math.abs(value) > flat * largest)) return curvatureColours.flat
  return value > 0 ? curvatureColours.up : curvatureColours.down
}

/** Rings on the surface and double arrows along the eigenvectors that follow it, as marks. `focus` is the index of the emphasised one. */
export function criticalMarks(
  points: readonly CriticalPoint[],
  field: HeightField,
  focus: number | undefined,
): MarkList {
  const marks = new MarkList()
  const largest = Math.max(...points.flatMap((point) => point.eigenpairs.map(({ value }) => Math.abs(value))), 0)
  points.forEach((point, index) => {
    const chosen = index === focus
    const many = points.length > 12
    if (!many || chosen) addArrows(marks, point, field, largest, chosen)
  })
  points.forEach((point, index) => {
    const chosen = index === focus
    const [u, v] = [shareOf(field.domain, 0, point.theta[0]), shareOf(field.domain, 1, point.theta[1])]
    const radius = ringRadius(points.length) * (chosen ? 1.3 : 1)
    ring(marks, field, u, v, radius, chosen ? 4.2 : 3.2, kindColours[point.kind])
    if (chosen) ring(marks, field, u, v, 0.3 * radius, 3, '#ffffff')
  })
  return marks
}

/** A ring around (u, v) that lies on the surface; on a slope it is drawn in, so that it is a circle to who looks at the slope. */
export function ring(
  marks: MarkList,
  field: HeightField,
  u: number,
  v: number,
  radius: number,
  width: number,
  colour: string,
): void {
  const points = ringPoints(field, u, v, radius)
  for (let k = 1; k < points.length; k++)
    if (points[k - 1] && points[k])
      marks.segment(points[k - 1] as number[], points[k] as number[], [width, width], colour)
}

/** Points of a closed ring around (u, v) on the surface; undefined where there is none. */
export function ringPoints(field: HeightField, u: number, v: number, radius: number): (number[] | undefined)[] {
  const corners = 36
  const middle = field.at(u, v)
  return Array.from({ length: corners + 1 }, (_, k) => {
    const angle = (2 * Math.PI * k) / corners
    const [x, y] = [(radius / 2) * Math.cos(angle), (radius / 2) * Math.sin(angle)]
    const rise = tall * (field.at(u + x, v + y) - middle)
    const drawnIn = Number.isFinite(rise) ? radius / Math.hypot(radius, rise) : 1
    return onSurface(field, u + drawnIn * x, v + drawnIn * y)
  })
}

/** The point of the drawn surface at (u, v), a little lifted; undefined outside and in holes. */
export function onSurface(field: HeightField, u: number, v: number): number[] | undefined {
  const height = field.at(u, v)
  if (!(height <= 1)) return undefined
  const [x, y, z] = scenePoint(u, v, height)
  return [x, y + 0.005, z]
}

function addArrows(marks: MarkList, point: CriticalPoint, field: HeightField, largest: number, chosen: boolean): void {
  const [u, v] = [shareOf(field.domain, 0, point.theta[0]), shareOf(field.domain, 1, point.theta[1])]
  const spans = field.domain.map(([low, high]) => high - low)
  const own = Math.max(...point.eigenpairs.map(({ value }) => Math.abs(value)), 0)
  for (const { value, vector } of point.eigenpairs) {
    const colour = curvatureColour(value, own)
    const along = [vector[0] / spans[0], vector[1] / spans[1]]
    const norm = Math.hypot(along[0], along[1])
    if (!(norm > 0)) continue
    // The square root tells 0.2 from 2 and still shows both.
    const length = (0.1 + 0.17 * Math.sqrt(largest > 0 ? Math.abs(value) / largest : 0)) * (chosen ? 1.25 : 1)
    for (const side of [1, -1]) {
      const reach = (t: number) => {
        const s = (side * t * length) / 2 / norm
        return onSurface(field, u + s * along[0], v + s * along[1])
      }
      addArrow(marks, reach, 0.34 * (ringRadius(1) / length) * 1.5, colour, chosen ? 2.4 : 1.9)
    }
  }
}

/** One arrow along a curve over t in 0 … 1, beginning at `gap`, with its head at the end; shorter where the surface ends. */
function addArrow(
  marks: MarkList,
  reach: (t: number) => number[] | undefined,
  gap: number,
  colour: string,
  width: number,
): void {
  const shaft: number[][] = []
  const steps = 12
  for (let k = 0; k <= steps; k++) {
    const point = reach(gap + ((1 - gap) * k) / steps)
    if (point === undefined) break
    shaft.push(point)
  }
  if (shaft.length < 4) return
  const tip = shaft[shaft.length - 1]
  const neck = shaft[shaft.length - 4]
  marks.line(shaft.slice(0, -3), width, colour)
  marks.segment(neck, tip, [width * 4.6, 0], colour, { round: false })
}

/** Height of a critical point above the scene's ground, for tags and picking. */
export function markPlace(point: CriticalPoint, field: HeightField): [number, number, number] | undefined {
  const [u, v] = [shareOf(field.domain, 0, point.theta[0]), shareOf(field.domain, 1, point.theta[1])]
  const height = field.at(u, v)
  return height <= 1 ? [2 * u - 1, tall * height, 1 - 2 * v] : undefined
}

/** `λ₁ −2.40 · λ₂ 0.20`. */
export function eigenvalueLine({ eigenpairs }: CriticalPoint): string {
  return eigenpairs
    .slice(0, 2)
    .map(({ value }, k) => `λ${'₁₂'[k]} ${shortNumber(value)}`)
    .join(' · ')
}
