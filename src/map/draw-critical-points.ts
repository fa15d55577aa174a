import type { CriticalPoint } from '../analysis/critical-point.ts'
import { curvatureColours, kindColours } from '../look/kind-colours.ts'
import { pixelsPerUnit, toPixel, type MapFrame } from './map-frame.ts'

/** Radius of a ring, in pixels. */
export const ringRadius = 5.5
/** More points than this are drawn small. */
const crowded = 40
/** |λ| below this share of the largest counts as flat. */
const flat = 1e-6

/** Rings by kind, each with bars along its eigenvectors: longer for a larger |λ|; the focused one larger. */
export function drawCriticalPoints(
  context: CanvasRenderingContext2D,
  points: readonly CriticalPoint[],
  frame: MapFrame,
  focused: number | undefined,
): void {
  points.forEach((point, index) => {
    const [x, y] = toPixel(frame, point.theta[0], point.theta[1])
    const emphasised = index === focused
    const crowd = points.length > crowded
    const radius = emphasised ? ringRadius + 1.5 : crowd ? ringRadius / 2.5 : ringRadius
    // Among hundreds of points bars and wide rims would hide the map.
    if (!crowd || emphasised) drawBars(context, point, frame, x, y, radius, emphasised ? 1.5 : 1)
    const ring = (r: number, width: number, colour: string) => {
      context.beginPath()
      context.arc(x, y, r, 0, 2 * Math.PI)
      context.lineWidth = width
      context.strokeStyle = colour
      context.stroke()
    }
    ring(radius, emphasised ? 6 : crowd ? 2.5 : 4.5, 'rgba(8, 12, 24, 0.6)')
    if (emphasised) ring(radius + 4, 1.5, 'rgba(255, 255, 255, 0.9)')
    ring(radius, emphasised ? 3 : crowd ? 1.25 : 2.25, kindColours[point.kind])
  })
}

function drawBars(
  context: CanvasRenderingContext2D,
  { eigenpairs }: CriticalPoint,
  frame: MapFrame,
  x: number,
  y: number,
  radius: number,
  factor: number,
): void {
  const largest = Math.max(...eigenpairs.map(({ value }) => Math.abs(value)))
  const [scaleX, scaleY] = pixelsPerUnit(frame)
  for (const { value, vector } of eigenpairs) {
    // The box's sides have scales of their own, so a direction in parameters turns on its way to pixels.
    const [dx, dy] = [vector[0] * scaleX, -vector[1] * scaleY]
    const length = Math.hypot(dx, dy)
    if (!(length > 0)) continue
    const share = largest > 0 ? Math.abs(value) / largest : 0
    const kind = share < flat ? 'flat' : value > 0 ? 'up' : 'down'
    const reach = radius + factor * (4 + 7 * share)
    context.beginPath()
    for (const side of [-1, 1]) {
      context.moveTo(x + side * (dx / length) * radius, y + side * (dy / length) * radius)
      context.lineTo(x + side * (dx / length) * reach, y + side * (dy / length) * reach)
    }
    context.lineCap = 'round'
    context.lineWidth = 3.5
    context.strokeStyle = 'rgba(8, 12, 24, 0.45)'
    context.stroke()
    context.lineWidth = 1.75
    context.strokeStyle = curvatureColours[kind]
    context.stroke()
  }
}
