import { scaleLinear } from 'd3-scale'
import type { SurfaceGrid } from '../analysis/surface-grid.ts'
import type { HeightScale } from '../look/height.ts'
import type { ContourLine } from '../worker/protocol.ts'
import { colourField } from './colour-field.ts'
import { formatNumber } from '../look/format-number.ts'
import { toPixel, type MapFrame } from './map-frame.ts'

/** The colour field as a picture one pixel a lattice point, and where the loss is NaN; made anew only for another grid. */
export interface FieldPicture {
  grid: SurfaceGrid
  scale: HeightScale
  field: HTMLCanvasElement
  holes: HTMLCanvasElement | undefined
}

/** Paints a grid's colours into a picture of its own. */
export function fieldPicture(grid: SurfaceGrid, scale: HeightScale): FieldPicture {
  const { pixels, holes } = colourField(grid, scale)
  const picture = (data: Uint8ClampedArray<ArrayBuffer>): HTMLCanvasElement => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = grid.resolution
    canvas.getContext('2d')?.putImageData(new ImageData(data, grid.resolution), 0, 0)
    return canvas
  }
  const opposite = (): Uint8ClampedArray<ArrayBuffer> => pixels.map((value, k) => (k % 4 === 3 ? 255 - value : value))
  return { grid, scale, field: picture(pixels), holes: holes ? picture(opposite()) : undefined }
}

/** Lays a lattice picture over the box: the middles of its outermost pixels on the box's edges, smooth in between. */
function stretch(context: CanvasRenderingContext2D, picture: HTMLCanvasElement, width: number, height: number): void {
  const inner = picture.width - 1
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0.5, 0.5, inner, inner, 0, 0, width, height)
}

export function drawField(context: CanvasRenderingContext2D, { field }: FieldPicture, frame: MapFrame): void {
  stretch(context, field, frame.width, frame.height)
}

/** Hatches where the loss is not a number, over field and contours. */
export function drawHoles(
  context: CanvasRenderingContext2D,
  { holes }: FieldPicture,
  { width, height }: MapFrame,
  colours: { ground: string; line: string },
): void {
  if (!holes) return
  const layer = document.createElement('canvas')
  const { a: ratio } = context.getTransform()
  layer.width = Math.round(width * ratio)
  layer.height = Math.round(height * ratio)
  const hatch = layer.getContext('2d')
  if (!hatch) return
  hatch.scale(ratio, ratio)
  hatch.fillStyle = colours.ground
  hatch.fillRect(0, 0, width, height)
  hatch.beginPath()
  for (let x = -height; x < width; x += 7) {
    hatch.moveTo(x, height)
    hatch.lineTo(x + height, 0)
  }
  hatch.strokeStyle = colours.line
  hatch.lineWidth = 1.5
  hatch.stroke()
  hatch.globalCompositeOperation = 'destination-in'
  stretch(hatch, holes, width, height)
  context.drawImage(layer, 0, 0, width, height)
}

/** Strokes contour lines (of a lattice with `resolution` points a side), leaving out what runs along the edge of the map. */
export function drawContours(
  context: CanvasRenderingContext2D,
  lines: readonly ContourLine[],
  resolution: number,
  { width, height }: MapFrame,
): void {
  const last = resolution - 1
  context.beginPath()
  for (const { rings } of lines) {
    for (const ring of rings) {
      let penDown = false
      for (let k = 0; k + 3 < ring.length; k += 2) {
        const [x, y, nextX, nextY] = [ring[k], ring[k + 1], ring[k + 2], ring[k + 3]]
        const along = (x === nextX && (x === 0 || x === last)) || (y === nextY && (y === 0 || y === last))
        if (along) {
          penDown = false
          continue
        }
        if (!penDown) context.moveTo((x / last) * width, (1 - y / last) * height)
        context.lineTo((nextX / last) * width, (1 - nextY / last) * height)
        penDown = true
      }
    }
  }
  context.lineWidth = 1
  context.lineJoin = 'round'
  context.strokeStyle = 'rgba(8, 12, 24, 0.42)'
  context.stroke()
}

const font = 'system-ui, "Segoe UI", "Noto Sans", "Noto Sans TC", sans-serif'

/** A few numbers along the left and lower edge, and the parameters' names at the ends, inside the map. */
export function drawAxes(context: CanvasRenderingContext2D, frame: MapFrame, [nameX, nameY]: readonly string[]): void {
  const { domain, width, height } = frame
  if (width < 90 || height < 90) return
  const write = (text: string, x: number, y: number) => {
    context.strokeText(text, x, y)
    context.fillText(text, x, y)
  }
  shade(context, frame)
  context.lineJoin = 'round'
  context.lineWidth = 2
  context.strokeStyle = 'rgba(8, 12, 24, 0.35)'
  context.fillStyle = 'rgba(255, 255, 255, 0.85)'
  context.font = `10px ${font}`

  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  for (const value of ticksOf(domain[0], width / 70)) {
    const [x] = toPixel(frame, value, 0)
    if (x < 30 || x > width - 34) continue
    write(formatNumber(value, 6), x, height - 9)
    tick(context, x, height, x, height - 5)
  }
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  for (const value of ticksOf(domain[1], height / 60)) {
    const [, y] = toPixel(frame, 0, value)
    if (y < 30 || y > height - 26) continue
    write(formatNumber(value, 6), 9, y)
    tick(context, 0, y, 5, y)
  }

  context.font = `italic 600 12px ${font}`
  context.fillStyle = '#ffffff'
  context.textBaseline = 'alphabetic'
  context.textAlign = 'right'
  write(nameX, width - 10, height - 9)
  context.textAlign = 'left'
  write(nameY, 9, 18)
}

/** Darkens the left and the lower edge a little: white numbers are not to be read on yellow. */
function shade(context: CanvasRenderingContext2D, { width, height }: MapFrame): void {
  const edge = (toX: number, toY: number, x: number, y: number, w: number, h: number, fromX = 0, fromY = 0) => {
    const gradient = context.createLinearGradient(fromX, fromY, toX, toY)
    gradient.addColorStop(0, 'rgba(8, 12, 24, 0.36)')
    gradient.addColorStop(0.5, 'rgba(8, 12, 24, 0.17)')
    gradient.addColorStop(1, 'rgba(8, 12, 24, 0)')
    context.fillStyle = gradient
    context.fillRect(x, y, w, h)
  }
  edge(36, 0, 0, 0, 36, height)
  edge(0, height - 30, 0, height - 30, width, 30, 0, height)
}

function tick(context: CanvasRenderingContext2D, x0: number, y0: number, x1: number, y1: number): void {
  context.save()
  context.beginPath()
  context.moveTo(x0, y0)
  context.lineTo(x1, y1)
  context.lineWidth = 1
  context.strokeStyle = 'rgba(255, 255, 255, 0.7)'
  context.stroke()
  context.restore()
}

const ticksOf = ([low, high]: readonly [number, number], count: number) =>
  scaleLinear()
    .domain([low, high])
    .ticks(Math.min(6, Math.max(2, count)))
