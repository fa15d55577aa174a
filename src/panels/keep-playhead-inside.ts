import { playhead } from '../state/playhead.ts'
import { store } from '../state/store.ts'

/** With other steps, a playhead at the end stays at the end, and none stands beyond it. Returns what ends that. */
export function keepPlayheadInside(): () => void {
  return store.subscribe(({ experiment: { steps } }, { experiment: before }) => {
    if (steps === before.steps) return
    if (playhead.at() > steps || playhead.at() === before.steps) playhead.moveTo(steps)
  })
}
