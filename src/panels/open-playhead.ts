import { playhead } from '../state/playhead.ts'
import { store } from '../state/store.ts'
import type { Presentation } from './read-presentation.ts'

/**
 * Sets the playhead once the first runs are there: they play by themselves, unless the address says otherwise or the person asked for
 * less motion; then the whole paths stand there.
 */
export function openPlayhead({ play, at }: Pick<Presentation, 'play' | 'at'>, reducedMotion: boolean): void {
  const begin = () => {
    const { experiment } = store.getState()
    const playing = play ?? (at === undefined && !reducedMotion)
    playhead.moveTo(Math.min(at ?? (playing ? 0 : experiment.steps), experiment.steps))
    if (playing) store.getState().setSession({ playing })
  }
  if (store.getState().results.trajectories.length > 0) return begin()
  const stop = store.subscribe(({ results }) => {
    if (results.trajectories.length === 0) return
    stop()
    begin()
  })
}
