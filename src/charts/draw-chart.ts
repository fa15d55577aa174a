import type { Palette } from '../look/colour-scheme.ts'
import { stepTicks, valueTicks, type Tick } from './axis-ticks.ts'
import { xOf, yOf, yScale, type ChartFrame } from './chart-frame.ts'
import { decimate } from './decimate.ts'
import type { DrawnSeries } from './drawn-series.ts'
import { valueAt } from './quantities.ts'
import { drawable } from './value-range.ts'

const font = '10px system-ui, "Segoe UI", "Noto Sans", sans-serif'

/** The plot inside a box, wide enough at its left for the value ticks. */
export function layOut(
  context: CanvasRenderingContext2D,
  size: { width: number; height: number },
  rest: Pick<ChartFrame, 'steps' | 'scale' | 'low' | 'high'>,
): { frame: ChartFrame; ticks: Tick[] } {
  const top = 6
  const bottom = Math.max(top + 1, size.height - 20)
  const ticks = valueTicks(rest, rest.scale, Math.min(7, (bottom - top) / 24))
  context.font = font
  const widest = Math.max(0, ...ticks.map(({ text }) => context.measureText(text).width))
  const left = Math.max(36, Math.ceil(widest) + 10)
  return { frame: { left, right: Math.max(left + 1, size.width - 10), top, bottom, ...rest }, ticks }
}

/** Grid lines and numbers of both axes. */
export function drawAxes(context: CanvasRenderingContext2D, frame: ChartFrame, ticks: Tick[], palette: Palette): void {
  const { left, right, bottom } = frame
  context.font = font
  context.fillStyle = palette.quiet
  context.strokeStyle = palette.line
  context.lineWidth = 1
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  context.beginPath()
  for (const { value, text } of ticks) {
    // On the half pixel a line one pixel wide is sharp.
    const y = Math.round(yOf(frame, value)) + 0.5
    context.moveTo(left, y)
    context.lineTo(right, y)
    context.fillText(text, left - 6, y)
  }
  context.textBaseline = 'alphabetic'
  for (const { value, text } of stepTicks(frame.steps, Math.min(8, (right - left) / 64))) {
    const x = Math.round(xOf(frame, value)) + 0.5
    context.moveTo(x, bottom)
    context.lineTo(x, bottom + 3)
    context.textAlign = x > right - 8 ? 'right' : 'center'
    context.fillText(text, x > right - 8 ? right + 8 : x, bottom + 14)
  }
  context.stroke()
}

/** A sentence in the middle of an empty plot. */
export function drawNote(context: CanvasRenderingContext2D, frame: ChartFrame, text: string, palette: Palette): void {
  context.font = font.replace('10px', '11px')
  context.fillStyle = palette.quiet
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillText(text, (frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2, frame.right - frame.left)
}

/** The runs' lines, cut to the plot; a diverged run's ends in a small cross. */
export function drawLines(
  context: CanvasRenderingContext2D,
  frame: ChartFrame,
  series: readonly DrawnSeries[],
  ratio: number,
): void {
  const { left, right, top, bottom } = frame
  context.save()
  context.beginPath()
  context.rect(left, top - 2, right - left + 2, bottom - top + 4)
  context.clip()
  context.lineJoin = 'round'
  context.lineWidth = 1.75
  for (const line of series) {
    context.setLineDash([...line.dash])
    context.strokeStyle = line.colour
    strokeLine(context, frame, line, ratio)
  }
  context.restore()
  for (const line of series) if (line.diverged) drawCross(context, frame, line)
}

function strokeLine(context: CanvasRenderingContext2D, frame: ChartFrame, line: DrawnSeries, ratio: number): void {
  const { values, firstStep } = line
  const fits = drawable[frame.scale]
  const columns = ((frame.right - frame.left) * ratio * values.length) / (frame.steps + 1)
  const left = xOf(frame, firstStep)
  const across = xOf(frame, firstStep + 1) - left
  const y = yScale(frame)
  // At coordinates of millions of pixels canvases draw badly; one plot's height is enough to leave the plot.
  const reach = frame.bottom - frame.top + 50
  let previous = -1
  let single = -1
  const dot = () => {
    // A value between two gaps has no line of its own.
    if (single < 0) return
    context.moveTo(left + single * across - 0.75, y(values[single]))
    context.lineTo(left + single * across + 0.75, y(values[single]))
    single = -1
  }
  context.beginPath()
  for (const k of decimate(values, columns, fits)) {
    if (!fits(values[k])) {
      dot()
      previous = -1
      continue
    }
    const height = Math.max(frame.top - reach, Math.min(frame.bottom + reach, y(values[k])))
    if (previous < 0) context.moveTo(left + k * across, height)
    else context.lineTo(left + k * across, height)
    single = previous < 0 ? k : -1
    previous = k
  }
  dot()
  context.stroke()
}

/** Where a diverged run's line ends, or leaves the plot for good. */
export function crossAt(frame: ChartFrame, { values, firstStep }: DrawnSeries): [number, number] | undefined {
  const fits = drawable[frame.scale]
  let last = values.length - 1
  while (last >= 0 && !fits(values[last])) last--
  if (last < 0) return undefined
  const inside = (k: number) => values[k] >= frame.low && values[k] <= frame.high
  let k = last
  while (k > 0 && fits(values[k - 1]) && !inside(k)) k--
  if (k === last || !inside(k)) {
    const y = yOf(frame, values[k])
    return [xOf(frame, k + firstStep), Math.max(frame.top, Math.min(frame.bottom, y))]
  }
  const [y, nextY] = [yOf(frame, values[k]), yOf(frame, values[k + 1])]
  const edge = nextY < frame.top ? frame.top : frame.bottom
  return [xOf(frame, k + firstStep + (edge - y) / (nextY - y)), edge]
}

function drawCross(context: CanvasRenderingContext2D, frame: ChartFrame, line: DrawnSeries): void {
  const at = crossAt(frame, line)
  if (!at) return
  const [x, y] = at
  context.beginPath()
  for (const side of [-1, 1]) {
    context.moveTo(x - 3.5, y - 3.5 * side)
    context.lineTo(x + 3.5, y + 3.5 * side)
  }
  context.lineCap = 'round'
  context.lineWidth = 2
  context.strokeStyle = line.colour
  context.stroke()
}

/** The playhead with each run's value on it, and the line under the pointer. */
export function drawPlayhead(
  context: CanvasRenderingContext2D,
  frame: ChartFrame,
  series: readonly DrawnSeries[],
  at: { step: number; hover: number | undefined },
  palette: Palette,
): void {
  const vertical = (step: number, colour: string, width: number) => {
    const x = xOf(frame, step)
    context.beginPath()
    context.moveTo(x, frame.top - 4)
    context.lineTo(x, frame.bottom)
    context.lineWidth = width
    context.strokeStyle = colour
    context.stroke()
  }
  const markers = (step: number, radius: number) => {
    for (const { values, firstStep, colour } of series) {
      const value = valueAt(values, firstStep, step)
      if (value === undefined || !drawable[frame.scale](value)) continue
      const y = yOf(frame, value)
      if (y < frame.top - 2 || y > frame.bottom + 2) continue
      context.beginPath()
      context.arc(xOf(frame, step), y, radius, 0, 2 * Math.PI)
      context.fillStyle = colour
      context.fill()
      context.lineWidth = 1.5
      context.strokeStyle = palette.background
      context.stroke()
    }
  }
  if (at.hover !== undefined) {
    vertical(at.hover, palette.quiet, 1)
    markers(at.hover, 3)
  }
  vertical(Math.min(at.step, frame.steps), palette.accent, 1.5)
  markers(at.step, 3.75)
}
