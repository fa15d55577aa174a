import { store } from '../state/store.ts'
import { ringRadius } from './draw-critical-points.ts'
import { intoDomain, toParameters, toPixel, type MapFrame } from './map-frame.ts'
import { endDrag, moveStart } from './map-state.ts'
import { startsOf } from '../state/starts-of.ts'

/** What a press at a pixel takes hold of. */
export type Target = { kind: 'start'; index: number } | { kind: 'critical'; index: number } | { kind: 'ground' }

/** A press that moved less than this is a click, in pixels. */
const clickReach = 4

/**
 * What lies at a pixel: starts before critical points, for a start may stand on one and must stay draggable; the nearest
 * of each kind. Fingers reach farther than mice.
 */
export function targetAt(frame: MapFrame, px: number, py: number, coarse: boolean): Target {
  const { experiment, results } = store.getState()
  const nearest = (places: readonly (readonly number[])[], reach: number): number | undefined => {
    const distances = places.map(([x, y]) => {
      const [atX, atY] = toPixel(frame, x, y)
      return Math.hypot(px - atX, py - atY)
    })
    const least = Math.min(...distances)
    return least <= reach ? distances.indexOf(least) : undefined
  }
  const start = nearest(startsOf(experiment), coarse ? 24 : 11)
  if (start !== undefined) return { kind: 'start', index: start }
  const points = results.criticalPoints.map(({ theta }) => theta)
  const critical = nearest(points, coarse ? 20 : ringRadius + 5)
  if (critical !== undefined) return { kind: 'critical', index: critical }
  return { kind: 'ground' }
}

/** Turns the inspector to a critical point; once more, back to the run. */
export function toggleFocus(index: number): void {
  const { session } = store.getState()
  const focused = session.focus.kind === 'critical' && session.focus.index === index
  store.getState().setSession({ focus: focused ? { kind: 'run' } : { kind: 'critical', index } })
}

/**
 * Click or drag moves the start, a click on a ring focuses that point, moving about sets `session.hover`. A finger drags only
 * the start itself (elsewhere it scrolls the page), but taps anywhere. Returns what ends all that.
 */
export function followPointer(
  stage: HTMLElement,
  frameNow: () => MapFrame,
  point: (target: Target) => void,
): () => void {
  let press: { id: number; target: Target; x: number; y: number; moved: boolean; drags: boolean } | undefined
  const controller = new AbortController()
  const { signal } = controller

  const pixel = (event: { clientX: number; clientY: number }): [number, number] => {
    // Under CSS scaling (slides) client pixels are not the box's own.
    const box = stage.getBoundingClientRect()
    const { width, height } = frameNow()
    return [((event.clientX - box.left) / box.width) * width, ((event.clientY - box.top) / box.height) * height]
  }
  const parameters = (event: PointerEvent) => {
    const frame = frameNow()
    return intoDomain(frame.domain, toParameters(frame, ...pixel(event)))
  }
  const targetOf = (event: PointerEvent) => targetAt(frameNow(), ...pixel(event), event.pointerType === 'touch')
  const grab = (target: Target) => (target.kind === 'start' ? target.index : 0)

  const down = (event: PointerEvent): void => {
    if (event.button !== 0 || !event.isPrimary || frameNow().width === 0) return
    const target = targetOf(event)
    press = {
      id: event.pointerId,
      target,
      x: event.clientX,
      y: event.clientY,
      moved: false,
      drags: event.pointerType !== 'touch' || target.kind === 'start',
    }
    if (press.drags) stage.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    if (frameNow().width === 0) return
    if (press && event.pointerId === press.id) {
      press.moved ||= Math.hypot(event.clientX - press.x, event.clientY - press.y) >= clickReach
      if (press.moved && press.drags) moveStart(grab(press.target), parameters(event), 'live')
    }
    if (event.pointerType === 'touch' && !press?.drags) return
    store.getState().setSession({ hover: parameters(event) })
    const target = press?.moved ? press.target : targetOf(event)
    stage.style.cursor = press?.moved
      ? 'grabbing'
      : { start: 'grab', critical: 'pointer', ground: 'crosshair' }[target.kind]
    point(target)
  }
  const up = (event: PointerEvent): void => {
    if (!press || event.pointerId !== press.id) return
    if (press.moved && press.drags) {
      moveStart(grab(press.target), parameters(event), 'final')
    } else if (!press.moved && press.target.kind === 'critical') {
      toggleFocus(press.target.index)
    } else if (!press.moved && press.target.kind === 'ground') {
      moveStart(0, parameters(event), 'final')
    }
    press = undefined
    if (event.pointerType === 'touch') leave()
  }
  const cancel = (): void => {
    press = undefined
    endDrag()
    leave()
  }
  const leave = (): void => {
    if (press) return
    store.getState().setSession({ hover: undefined })
    point({ kind: 'ground' })
  }
  const touch = (event: TouchEvent): void => {
    const first = event.changedTouches[0]
    // A finger on the start drags it; anywhere else the page scrolls as usual.
    if (event.cancelable && targetAt(frameNow(), ...pixel(first), true).kind === 'start') event.preventDefault()
  }

  stage.addEventListener('pointerdown', down, { signal })
  stage.addEventListener('pointermove', move, { signal })
  stage.addEventListener('pointerup', up, { signal })
  stage.addEventListener('pointercancel', cancel, { signal })
  stage.addEventListener('pointerleave', leave, { signal })
  stage.addEventListener('touchstart', touch, { signal, passive: false })
  return () => controller.abort()
}

/**
 * Arrows move the start by a hundredth of the domain (with shift by a tenth), as one undo entry until the key is let go;
 * Escape turns the inspector back to the run.
 */
export function followKeys(stage: HTMLElement, frameNow: () => MapFrame): () => void {
  const controller = new AbortController()
  const { signal } = controller
  const directions: Record<string, readonly [number, number]> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowDown: [0, -1],
    ArrowUp: [0, 1],
  }
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape') store.getState().setSession({ focus: { kind: 'run' } })
    const direction = directions[event.key]
    if (!direction) return
    event.preventDefault()
    // The page's own arrow keys move the playhead or the slide.
    event.stopPropagation()
    const { domain } = frameNow()
    const [x, y] = startsOf(store.getState().experiment)[0] ?? [0, 0]
    const share = event.shiftKey ? 0.1 : 0.01
    const [alongX, alongY] = direction.map((sign, k) => sign * share * (domain[k][1] - domain[k][0]))
    moveStart(0, [x + alongX, y + alongY], 'live')
  }
  stage.addEventListener('keydown', press, { signal })
  stage.addEventListener('keyup', (event) => directions[event.key] && endDrag(), { signal })
  stage.addEventListener('blur', endDrag, { signal })
  return () => controller.abort()
}
