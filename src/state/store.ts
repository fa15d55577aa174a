import { createStore } from 'zustand/vanilla'
import type { Experiment } from '../simulation/experiment.ts'
import { defaultExperiment } from './default-experiment.ts'
import type { Results } from './results.ts'
import type { Notice, Session } from './session.ts'

/** `live` edits (a drag under way) join into one undo entry that the next `final` edit closes. */
export type EditMode = 'live' | 'final'

export interface Store {
  experiment: Experiment
  past: readonly Experiment[]
  future: readonly Experiment[]
  /** The experiment before the drag under way. */
  beforeDrag: Experiment | undefined
  results: Results
  session: Session
  /** Counts the experiments opened: each is one history entry of the browser. */
  opened: number
  /** Changes the experiment. */
  edit(change: (experiment: Experiment) => Experiment, mode?: EditMode): void
  /** Another experiment altogether: one history entry of the browser. */
  open: (experiment: Experiment) => void
  /** Shows what an address says: no edit, nothing to undo, nothing written. */
  show: (experiment: Experiment) => void
  undo: () => void
  redo: () => void
  setResults: (results: Partial<Results>) => void
  setSession: (session: Partial<Session>) => void
  notify: (tone: Notice['tone'], text: string) => void
  dismiss: (id: number) => void
}

/** Undo goes this far back. */
const depth = 200

export const store = createStore<Store>()((set, get) => ({
  experiment: defaultExperiment,
  past: [],
  future: [],
  beforeDrag: undefined,
  results: {
    grid: undefined,
    contours: [],
    trajectories: [],
    criticalPoints: [],
    point: undefined,
    step: undefined,
    milliseconds: 0,
  },
  opened: 0,
  session: {
    playing: false,
    speed: 1,
    selectedRun: 0,
    focus: { kind: 'run' },
    editedProgram: undefined,
    hover: undefined,
    theme: 'auto',
    language: 'en',
    notices: [],
  },

  edit(change, mode = 'final') {
    const { experiment, past, beforeDrag } = get()
    const next = change(experiment)
    const before = beforeDrag ?? experiment
    if (mode === 'live') set({ experiment: next, beforeDrag: before })
    else if (next === before) set({ experiment: next, beforeDrag: undefined })
    else set({ experiment: next, beforeDrag: undefined, past: [...past, before].slice(-depth), future: [] })
  },
  open(experiment) {
    const { experiment: before, beforeDrag, past, opened } = get()
    set({
      experiment,
      beforeDrag: undefined,
      past: [...past, beforeDrag ?? before].slice(-depth),
      future: [],
      opened: opened + 1,
    })
    get().setSession({ selectedRun: 0, focus: { kind: 'run' } })
  },
  show(experiment) {
    set({ experiment, beforeDrag: undefined, past: [], future: [] })
    get().setSession({ selectedRun: 0, focus: { kind: 'run' } })
  },
  undo() {
    const { experiment, past, future } = get()
    const before = past.at(-1)
    if (before)
      set({ experiment: before, past: past.slice(0, -1), future: [experiment, ...future], beforeDrag: undefined })
  },
  redo() {
    const { experiment, past, future } = get()
    const [after, ...rest] = future
    if (after) set({ experiment: after, past: [...past, experiment], future: rest, beforeDrag: undefined })
  },
  setResults(results) {
    set({ results: { ...get().results, ...results } })
  },
  setSession(session) {
    set({ session: { ...get().session, ...session } })
  },
  notify(tone, text) {
    const { notices } = get().session
    if (notices.some((notice) => notice.text === text)) return
    get().setSession({ notices: [...notices, { id: (notices.at(-1)?.id ?? 0) + 1, tone, text }].slice(-4) })
  },
  dismiss(id) {
    get().setSession({ notices: get().session.notices.filter((notice) => notice.id !== id) })
  },
}))
