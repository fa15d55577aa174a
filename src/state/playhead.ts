type Listener = (step: number) => void

/**
 * Where the runs are shown: a step from 0, with a fraction while playing. It changes every frame, so it lives outside the store:
 * views subscribe and redraw themselves.
 */
export class Playhead {
  private step = 0
  private readonly listeners = new Set<Listener>()

  at(): number {
    return this.step
  }

  moveTo(step: number): void {
    if (step === this.step) return
    this.step = step
    for (const listener of this.listeners) listener(step)
  }

  /** Calls the listener at every move; returns what ends that. */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }
}

export const playhead = new Playhead()
