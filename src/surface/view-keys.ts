/** What keys do to the view. */
export interface KeyedView {
  turn(around: number, down: number, zoom: number): void
  reset(how: 'glide' | 'jump'): void
}

const turns = new Map([
  ['ArrowLeft', [-0.1, 0]],
  ['ArrowRight', [0.1, 0]],
  ['ArrowUp', [0, -0.07]],
  ['ArrowDown', [0, 0.07]],
])
const zooms = new Map([
  ['+', 1 / 1.12],
  ['=', 1 / 1.12],
  ['-', 1.12],
  ['_', 1.12],
])

/**
 * Arrows turn the view, but only when the canvas was reached by keyboard: a click does not take them from the page around it (a deck's
 * slides, the playhead). + and − zoom, 0 resets. What is used goes no further. Returns what ends it.
 */
export function viewKeys(canvas: HTMLCanvasElement, view: KeyedView): () => void {
  let pressed = false
  let reachedByKeys = false
  const down = () => {
    pressed = true
  }
  const up = () => {
    pressed = false
  }
  const focused = () => {
    reachedByKeys = !pressed
  }
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const turn = reachedByKeys ? turns.get(event.key) : undefined
    const zoom = zooms.get(event.key)
    if (event.key === '0') view.reset('glide')
    else if (turn) view.turn(turn[0], turn[1], 1)
    else if (zoom) view.turn(0, 0, zoom)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  canvas.addEventListener('pointerdown', down, true)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', up)
  canvas.addEventListener('focus', focused)
  canvas.addEventListener('keydown', key)
  return () => {
    canvas.removeEventListener('pointerdown', down, true)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', up)
    canvas.removeEventListener('focus', focused)
    canvas.removeEventListener('keydown', key)
  }
}
