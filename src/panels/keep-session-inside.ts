import { playhead } from '../state/playhead.ts'
import { store } from '../state/store.ts'

/**
 * Keeps what is shown inside an experiment that changed (also by undo or a link): a playhead at the end stays at the end and none stands
 * beyond it, and the selected run exists. Returns what ends that.
 */
export function keepSessionInside(): () => void {
  return store.subscribe((state, { experiment: before }) => {
    const { steps, runs } = state.experiment
    const { selectedRun } = state.session
    if (steps !== before.steps && (playhead.at() > steps || playhead.at() === before.steps)) playhead.moveTo(steps)
    if (selectedRun >= runs.length && selectedRun > 0) state.setSession({ selectedRun: Math.max(0, runs.length - 1) })
  })
}
