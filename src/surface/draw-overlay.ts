import type { ColourScheme, Palette } from '../look/colour-scheme.ts'
import { ringPoints } from './critical-marks.ts'
import type { HeightField } from './height-field.ts'
import type { ScenePoint } from './scene-box.ts'
import type { Stage, Tag } from './stage.ts'
import { overlap, tagLayout, type Box, type TagPlace } from './tag-layout.ts'

const fontFamily = 'system-ui, "Noto Sans TC", "Noto Sans SC", "PingFang TC", sans-serif'
const fontOf = (weight: number, size: number) => `${weight} ${size}px ${fontFamily}`

/** Cards are dark on light pages too: they lie on the surface, whose colours are dark. */
const card = { fill: 'rgba(12, 18, 33, 0.9)', edge: 'rgba(148, 163, 184, 0.22)', title: '#f4f7fd', line: '#c3cde0' }

/** Where each card stood in the last picture, by the index of its point. */
export type TagMemory = Map<number, number>

/** Draws all texts of the view over it: axes, cards, and where the pointer is. `context` is scaled to CSS pixels and clear. */
export function drawOverlay(
  context: CanvasRenderingContext2D,
  stage: Stage,
  palette: Palette,
  scheme: ColourScheme,
  hover: readonly [u: number, v: number] | undefined,
  memory: TagMemory,
): void {
  drawFrameLabels(context, stage, palette)
  if (stage.field && hover) drawHover(context, stage, stage.field, hover, scheme)
  drawTags(context, stage, memory)
}

function drawFrameLabels(context: CanvasRenderingContext2D, stage: Stage, palette: Palette): void {
  const small = stage.width < 520
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  const taken: Box[] = []
  // Names first: where two texts would meet at a corner, a number gives way.
  for (const { at, text, name } of [...stage.frameLabels].sort((a, b) => Number(!a.name) - Number(!b.name))) {
    const place = stage.project(at)
    if (!place || stage.hides(at)) continue
    context.font = name ? fontOf(600, small ? 12 : 14) : fontOf(400, small ? 10 : 11.5)
    const width = context.measureText(text).width
    const box = { x: place[0] - width / 2, y: place[1] - 6, width, height: 12 }
    if (taken.some((other) => overlap(box, other))) continue
    taken.push(box)
    context.fillStyle = name ? palette.text : palette.quiet
    context.globalAlpha = name ? 0.85 : 0.95
    context.fillText(text, ...place)
  }
  context.globalAlpha = 1
}

function drawHover(
  context: CanvasRenderingContext2D,
  stage: Stage,
  field: HeightField,
  [u, v]: readonly [number, number],
  scheme: ColourScheme,
): void {
  context.beginPath()
  for (const point of ringPoints(field, u, v, 0.034)) {
    const place = point && stage.project(point as unknown as ScenePoint)
    if (place) context.lineTo(...place)
  }
  context.lineWidth = 3.4
  context.strokeStyle = scheme === 'dark' ? 'rgba(6, 10, 20, 0.55)' : 'rgba(6, 10, 20, 0.45)'
  context.stroke()
  context.lineWidth = 1.4
  context.strokeStyle = 'rgba(255, 255, 255, 0.9)'
  context.stroke()
}

function drawTags(context: CanvasRenderingContext2D, stage: Stage, memory: TagMemory): void {
  const small = stage.width < 520
  const [big, tiny] = small ? [11, 10] : [12.5, 11.5]
  const shown = chosenTags(stage)
  const wishes = shown.map(({ tag, place: [x, y] }) => {
    context.font = fontOf(650, big)
    const title = context.measureText(tag.title).width
    context.font = fontOf(400, tiny)
    const width = Math.ceil(Math.max(title, context.measureText(tag.line).width) + 22)
    return { x, y, width, height: small ? 34 : 39, clear: small ? 10 : 15, last: memory.get(tag.index) }
  })
  const balls: Box[] = stage.balls.flatMap((ball) => {
    const place = stage.project(ball)
    return place ? [{ x: place[0] - 7, y: place[1] - 12, width: 14, height: 16 }] : []
  })
  const rings: Box[] = shown.map(({ place: [x, y] }) => ({ x: x - 8, y: y - 7, width: 16, height: 14 }))
  const places = tagLayout(wishes, stage, [...balls, ...rings])
  memory.clear()
  stage.cards = []
  shown.forEach(({ tag, place, hidden }, k) => {
    const box = places[k]
    if (!box) return
    memory.set(tag.index, box.side)
    stage.cards.push({ box, index: tag.index })
    context.globalAlpha = hidden && !tag.chosen ? 0.45 : 1
    drawTag(context, tag, place, box, big, tiny)
  })
  context.globalAlpha = 1
}

/** Up to twelve cards, the most important first; with more points only the chosen one, those near the pointer and the first few. */
function chosenTags(stage: Stage): { tag: Tag; place: [number, number]; hidden: boolean }[] {
  const seen = stage.tags.flatMap((tag) => {
    const place = stage.project(tag.at)
    return place ? [{ tag, place, hidden: stage.hides(tag.at) }] : []
  })
  const near = ({ place: [x, y] }: { place: [number, number] }) =>
    stage.pointer ? Math.hypot(x - stage.pointer[0], y - stage.pointer[1]) : Infinity
  const ordered = seen.sort((a, b) => Number(b.tag.chosen) - Number(a.tag.chosen) || a.tag.rank - b.tag.rank)
  const most = stage.width < 520 ? 4 : 12
  if (stage.tags.length <= most) return ordered
  const close = ordered.filter((item) => item.tag.chosen || near(item) < 70).sort((a, b) => near(a) - near(b))
  const front = ordered.filter((item) => !item.hidden && !close.includes(item))
  return [...close.slice(0, 3), ...front.slice(0, 3)]
}

function drawTag(
  context: CanvasRenderingContext2D,
  tag: Tag,
  [x, y]: readonly [number, number],
  box: NonNullable<TagPlace>,
  big: number,
  tiny: number,
): void {
  // The leader, to the nearest point of the card.
  const to = [Math.min(Math.max(x, box.x), box.x + box.width), Math.min(Math.max(y, box.y), box.y + box.height)]
  const length = Math.hypot(to[0] - x, to[1] - y)
  if (length > 26) {
    const start = 14 / length
    context.beginPath()
    context.moveTo(x + start * (to[0] - x), y + start * (to[1] - y))
    context.lineTo(to[0], to[1])
    context.lineWidth = 1.2
    context.strokeStyle = tag.colour
    context.stroke()
  }
  context.save()
  context.beginPath()
  context.roundRect(box.x, box.y, box.width, box.height, 6)
  context.shadowColor = 'rgba(0, 0, 0, 0.35)'
  context.shadowBlur = 10
  context.shadowOffsetY = 2
  context.fillStyle = card.fill
  context.fill()
  context.shadowColor = 'transparent'
  context.clip()
  context.fillStyle = tag.colour
  context.fillRect(box.x, box.y, 3, box.height)
  context.restore()
  context.beginPath()
  context.roundRect(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1, 5.5)
  context.lineWidth = tag.chosen ? 1.6 : 1
  context.strokeStyle = tag.chosen ? tag.colour : card.edge
  context.stroke()
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  context.font = fontOf(650, big)
  context.fillStyle = card.title
  context.fillText(tag.title, box.x + 12, box.y + 0.41 * box.height)
  context.font = fontOf(400, tiny)
  context.fillStyle = card.line
  context.fillText(tag.line, box.x + 12, box.y + 0.8 * box.height)
}
