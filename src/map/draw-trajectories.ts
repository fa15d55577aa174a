import type { Trajectory } from '../simulation/trajectory.ts'
import { toPixel, type MapFrame } from './map-frame.ts'
import { ballAt, pointsUpTo, type ThinTrajectory } from './thin-trajectory.ts'

/** A run as the map draws it. */
export interface DrawnRun {
  trajectory: Trajectory
  thin: ThinTrajectory
  /** States of the run that are points too: an average, slow weights. */
  points: readonly ThinTrajectory[]
  colour: string
  dash: readonly number[]
}

const dark = 'rgba(8, 12, 24, 0.8)'

/** All runs at a playhead: what is done solid with a dark outline, what is to come faint, a ball where each stands. */
export function drawTrajectories(
  context: CanvasRenderingContext2D,
  runs: readonly DrawnRun[],
  frame: MapFrame,
  step: number,
): void {
  context.lineJoin = 'round'
  context.lineCap = 'round'
  const parts = runs.map((run) => ({ ...run, ball: ballOf(run, frame, step), count: pointsUpTo(run.thin, step) }))

  for (const { thin, ball, count, colour, dash } of parts) {
    if (!ball || count >= thin.steps.length) continue
    context.globalAlpha = 0.55
    context.lineWidth = 1.5
    context.strokeStyle = colour
    context.setLineDash([...dash])
    context.beginPath()
    context.moveTo(ball[0], ball[1])
    trace(context, thin.points, count, thin.steps.length)
    context.stroke()
    context.globalAlpha = 1
  }
  for (const { thin, ball, count, colour, dash } of parts) {
    if (!ball || count === 0) continue
    context.beginPath()
    context.moveTo(thin.points[0], thin.points[1])
    trace(context, thin.points, 1, count)
    context.lineTo(ball[0], ball[1])
    context.setLineDash([])
    context.lineWidth = 4
    context.strokeStyle = dark
    context.stroke()
    context.setLineDash([...dash])
    context.lineWidth = 2.25
    context.strokeStyle = colour
    context.stroke()
  }
  for (const { points, colour } of parts) for (const thin of points) drawPoints(context, thin, colour, step)
  context.setLineDash([])
  for (const { ball, colour } of parts) if (ball) drawBall(context, ball, colour)
}

/** Thin and dashed: where a point that goes with the run has been. */
function drawPoints(context: CanvasRenderingContext2D, thin: ThinTrajectory, colour: string, step: number): void {
  const count = pointsUpTo(thin, step)
  if (count < 2) return
  context.beginPath()
  context.moveTo(thin.points[0], thin.points[1])
  trace(context, thin.points, 1, count)
  context.setLineDash([])
  context.lineWidth = 2.75
  context.strokeStyle = 'rgba(8, 12, 24, 0.4)'
  context.stroke()
  context.setLineDash([5, 4])
  context.lineWidth = 1.5
  context.strokeStyle = colour
  context.stroke()
}

function trace(context: CanvasRenderingContext2D, points: Float32Array, from: number, to: number): void {
  for (let k = from; k < to; k++) context.lineTo(points[2 * k], points[2 * k + 1])
}

function ballOf({ trajectory }: DrawnRun, frame: MapFrame, step: number): [number, number] | undefined {
  const at = ballAt(trajectory, step)
  if (!at) return undefined
  const [x, y] = toPixel(frame, at[0], at[1])
  const limit = 20 * Math.max(frame.width, frame.height)
  return [Math.max(-limit, Math.min(limit, x)), Math.max(-limit, Math.min(limit, y))]
}

function drawBall(context: CanvasRenderingContext2D, [x, y]: [number, number], colour: string): void {
  context.beginPath()
  context.arc(x, y, 4.5, 0, 2 * Math.PI)
  context.lineWidth = 4
  context.strokeStyle = dark
  context.stroke()
  context.fillStyle = colour
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = '#ffffff'
  context.stroke()
}

/** A white ring with a dot; only the first is where runs start, the others are smaller. */
export function drawStart(
  context: CanvasRenderingContext2D,
  frame: MapFrame,
  start: readonly number[],
  first: boolean,
) {
  const [x, y] = toPixel(frame, start[0], start[1])
  const radius = first ? 6.5 : 4.5
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.lineWidth = 4.5
  context.strokeStyle = dark
  context.stroke()
  context.lineWidth = 2
  context.strokeStyle = '#ffffff'
  context.stroke()
  context.beginPath()
  context.arc(x, y, 1.75, 0, 2 * Math.PI)
  context.fillStyle = '#ffffff'
  context.fill()
}

/** Lines through the pointed-at parameters, light on dark so that they show on any colour. */
export function drawCrossHair(context: CanvasRenderingContext2D, frame: MapFrame, point: readonly number[]): void {
  const [x, y] = toPixel(frame, point[0], point[1]).map((pixel) => Math.round(pixel) + 0.5)
  if (x < 0 || y < 0 || x > frame.width || y > frame.height) return
  context.beginPath()
  context.moveTo(x, 0)
  context.lineTo(x, frame.height)
  context.moveTo(0, y)
  context.lineTo(frame.width, y)
  context.lineWidth = 1
  context.strokeStyle = 'rgba(8, 12, 24, 0.5)'
  context.stroke()
  context.setLineDash([3, 3])
  context.strokeStyle = 'rgba(255, 255, 255, 0.75)'
  context.stroke()
  context.setLineDash([])
}
