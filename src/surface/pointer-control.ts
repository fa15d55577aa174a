import type { Experiment } from '../simulation/experiment.ts'
import { store, type EditMode } from '../state/store.ts'
import { roundedStart } from './rounded-start.ts'
import { tall, valueAt, type ScenePoint } from './scene-box.ts'
import type { Stage } from './stage.ts'
import { startsOf } from '../state/starts-of.ts'

/** How near, in CSS pixels, the pointer must be to a handle or a ring. */
const reachOfMouse = 14
const reachOfFinger = 24
/** A press that moves less than this is a click. */
const clickSlack = 5
/** A second click within this time makes a double click, which resets the view and takes the first one back. */
const doubleClickTime = 320

type Pixel = readonly [x: number, y: number]

interface Press {
  id: number
  at: Pixel
  moved: boolean
  /** The start being dragged, with the distance from the pointer to its middle. */
  drag?: { index: number; offset: Pixel }
}

/**
 * What the pointer does on the surface: drags a start, sets it with a click, chooses a critical point, hovers. Everything else is left
 * to the view's controls. `element` holds the canvas; listeners run in the capture phase, so a drag is taken before the view turns.
 * Returns what ends it.
 */
export function pointerControl(element: HTMLElement, stage: Stage): () => void {
  let press: Press | undefined
  let pending: ReturnType<typeof setTimeout> | undefined
  let hoverFrame = 0
  let beforeClick: Experiment | undefined

  const pixelOf = (event: PointerEvent): Pixel => {
    const box = element.getBoundingClientRect()
    // The frame may be scaled by its host page.
    const scale = box.width > 0 ? stage.width / box.width : 1
    return [(event.clientX - box.left) * scale, (event.clientY - box.top) * scale]
  }
  const reachOf = (event: PointerEvent) => (event.pointerType === 'touch' ? reachOfFinger : reachOfMouse)

  const down = (event: PointerEvent) => {
    // A second finger makes it a pinch.
    if (event.button !== 0 || !event.isPrimary) {
      endDrag()
      press = undefined
      return
    }
    const at = pixelOf(event)
    press = { id: event.pointerId, at, moved: false }
    const index = nearest(stage, at, stage.starts, reachOf(event))
    if (index === undefined) return
    const middle = stage.project(stage.starts[index] as ScenePoint) as Pixel
    press.drag = { index, offset: [middle[0] - at[0], middle[1] - at[1]] }
    stage.allowTurning(false)
    element.style.cursor = 'grabbing'
    element.setPointerCapture(event.pointerId)
  }

  const move = (event: PointerEvent) => {
    const at = pixelOf(event)
    stage.pointer = at
    if (press?.id === event.pointerId) {
      if (Math.hypot(at[0] - press.at[0], at[1] - press.at[1]) > clickSlack) press.moved = true
      const { drag } = press
      if (drag && press.moved) moveStart(stage, [at[0] + drag.offset[0], at[1] + drag.offset[1]], drag.index, 'live')
      return
    }
    if (event.buttons !== 0 || event.pointerType === 'touch') return
    hoverFrame ||= requestAnimationFrame(() => {
      hoverFrame = 0
      hover()
    })
  }

  const hover = () => {
    if (!stage.pointer || !stage.field) return
    const overStart = nearest(stage, stage.pointer, stage.starts, reachOfMouse) !== undefined
    const overRing = nearestRing(stage, stage.pointer, reachOfMouse) !== undefined
    const hit = stage.hit(...stage.pointer)
    element.style.cursor = overStart ? 'grab' : overRing ? 'pointer' : hit ? 'crosshair' : ''
    const { domain } = stage.field
    setHover(hit && [valueAt(domain, 0, hit.u), valueAt(domain, 1, hit.v)])
    stage.redrawOverlay()
  }

  const up = (event: PointerEvent) => {
    if (press?.id !== event.pointerId) return
    const { drag, moved, at } = press
    if (drag && moved) endDrag()
    else if (!moved && event.type === 'pointerup') click(at, reachOf(event))
    stage.allowTurning(true)
    press = undefined
    element.style.cursor = ''
  }

  const endDrag = () => {
    if (press?.drag && press.moved) store.getState().edit((experiment) => experiment, 'final')
    stage.allowTurning(true)
  }

  const click = (at: Pixel, reach: number) => {
    const index = nearestRing(stage, at, reach)
    if (index !== undefined) {
      store.getState().setSession({ focus: { kind: 'critical', index } })
      return
    }
    if (nearest(stage, at, stage.starts, reach) !== undefined || !stage.hit(...at)) return
    // Kept open for a moment: a double click takes it back without a trace.
    if (pending === undefined) beforeClick = store.getState().experiment
    moveStart(stage, at, 0, 'live')
    clearTimeout(pending)
    pending = setTimeout(settle, doubleClickTime)
  }

  const settle = () => {
    if (pending === undefined) return
    clearTimeout(pending)
    pending = undefined
    store.getState().edit((experiment) => experiment, 'final')
  }

  const doubleClick = () => {
    const before = beforeClick
    if (pending !== undefined && before) {
      clearTimeout(pending)
      pending = undefined
      store.getState().edit(() => before, 'final')
    }
    stage.resetView()
  }

  const leave = () => {
    stage.pointer = undefined
    cancelAnimationFrame(hoverFrame)
    hoverFrame = 0
    setHover(undefined)
    stage.redrawOverlay()
  }

  element.addEventListener('pointerdown', down, true)
  element.addEventListener('pointermove', move)
  element.addEventListener('pointerup', up)
  element.addEventListener('pointercancel', up)
  element.addEventListener('pointerleave', leave)
  element.addEventListener('dblclick', doubleClick)
  return () => {
    element.removeEventListener('pointerdown', down, true)
    element.removeEventListener('pointermove', move)
    element.removeEventListener('pointerup', up)
    element.removeEventListener('pointercancel', up)
    element.removeEventListener('pointerleave', leave)
    element.removeEventListener('dblclick', doubleClick)
    cancelAnimationFrame(hoverFrame)
    settle()
  }
}

function setHover(hover: readonly number[] | undefined): void {
  const state = store.getState()
  if (state.session.hover !== hover) state.setSession({ hover })
}

/** Index of the point nearest to a pixel, if one is within reach. */
function nearest(
  stage: Stage,
  [x, y]: Pixel,
  points: readonly (ScenePoint | undefined)[],
  reach: number,
): number | undefined {
  let best: number | undefined
  let least = reach
  points.forEach((point, index) => {
    const place = point && stage.project(point)
    const distance = place ? Math.hypot(place[0] - x, place[1] - y) : Infinity
    if (distance <= least) [best, least] = [index, distance]
  })
  return best
}

function nearestRing(stage: Stage, at: Pixel, reach: number): number | undefined {
  const k = nearest(
    stage,
    at,
    stage.tags.map((tag) => tag.at),
    reach,
  )
  return k === undefined ? cardAt(stage, at) : stage.tags[k].index
}

function cardAt({ cards }: Stage, [x, y]: Pixel): number | undefined {
  const inside = ({ box }: (typeof cards)[number]) =>
    x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height
  return cards.find(inside)?.index
}

/**
 * Moves a start to the surface under a pixel. Beside the surface it follows along the domain's edge: the pixel is taken on the level
 * plane through the start and brought back into the domain.
 */
function moveStart(stage: Stage, [x, y]: Pixel, index: number, mode: EditMode): void {
  const { field } = stage
  if (!field) return
  const hit = stage.hit(x, y) ?? besideSurface(stage, [x, y], index)
  if (!hit) return
  const theta = roundedStart(field.domain, [valueAt(field.domain, 0, hit.u), valueAt(field.domain, 1, hit.v)])
  store.getState().edit((experiment) => {
    const starts = startsOf(experiment).map((start, k) => (k === index ? [...theta, ...start.slice(2)] : start))
    return { ...experiment, starts }
  }, mode)
}

function besideSurface(stage: Stage, [x, y]: Pixel, index: number): { u: number; v: number } | undefined {
  const start = stage.starts[index]
  if (!start || !stage.field) return undefined
  const { origin, direction } = stage.ray(x, y)
  const t = (Math.min(start[1], tall) - origin.y) / direction.y
  if (!(t > 0)) return undefined
  const u = Math.min(Math.max((origin.x + t * direction.x + 1) / 2, 0), 1)
  const v = Math.min(Math.max((1 - origin.z - t * direction.z) / 2, 0), 1)
  return stage.field.at(u, v) <= 1 ? { u, v } : undefined
}
