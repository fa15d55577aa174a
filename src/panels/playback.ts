import { playhead } from '../state/playhead.ts'
import { store } from '../state/store.ts'

/** A whole run takes this long at speed 1, however many steps it has. */
const secondsForARun = 8

/** A frame that came late (another tab, a long computation) counts for no more than this, so that nothing is skipped unseen. */
const longestFrame = 0.25

/** Starts from the beginning when it stands at the end. */
export function togglePlaying(): void {
  const { session, experiment } = store.getState()
  if (!session.playing && playhead.at() >= experiment.steps) playhead.moveTo(0)
  store.getState().setSession({ playing: !session.playing })
}

/** Shows a step, inside the experiment, and stops playing. */
export function showStep(step: number): void {
  const { session, experiment } = store.getState()
  if (session.playing) store.getState().setSession({ playing: false })
  playhead.moveTo(Math.min(experiment.steps, Math.max(0, step)))
}

/** One step on or back; from between two steps to the next whole one. */
export function stepBy(direction: 1 | -1): void {
  const at = playhead.at()
  showStep(direction > 0 ? Math.floor(at) + 1 : Math.ceil(at) - 1)
}

/** Moves the playhead by frames until the last step; returns what ends that. Frames are asked for only while it plays. */
export function runPlayhead(atEnd: () => void): () => void {
  let frame = 0
  let before: number | undefined
  const tick = (now: number) => {
    const { experiment, session } = store.getState()
    const elapsed = before === undefined ? 0 : Math.min((now - before) / 1000, longestFrame)
    before = now
    const target = playhead.at() + (elapsed * session.speed * experiment.steps) / secondsForARun
    playhead.moveTo(Math.min(target, experiment.steps))
    if (target < experiment.steps) {
      frame = requestAnimationFrame(tick)
      return
    }
    store.getState().setSession({ playing: false })
    atEnd()
  }
  frame = requestAnimationFrame(tick)
  return () => cancelAnimationFrame(frame)
}
