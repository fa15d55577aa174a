import { isolineCount } from '../look/height.ts'
import type { Experiment } from '../simulation/experiment.ts'
import { quickWorker, thoroughWorker } from '../worker/spawn.ts'
import type { JobKind } from '../worker/protocol.ts'
import type { Outcome, WorkerClient } from '../worker/worker-client.ts'
import { playhead } from './playhead.ts'
import { store, type Store } from './store.ts'

/** Lattice of the surface: coarse while a drag is under way, fine at rest. */
const resolutions = { live: 129, rest: 257 } as const
/** The search for critical points waits this long for a drag to end, in ms. */
const searchDelay = 150
/** The inspector follows the playhead at this distance, in ms. */
const inspectDelay = 70

let searchTimer: ReturnType<typeof setTimeout> | undefined
let inspectTimer: ReturnType<typeof setTimeout> | undefined
let lastInspected = 0

/** Keeps the results up to date with the experiment; returns what ends that. */
export function followExperiment(): () => void {
  const state = store.getState()
  surfaceChanged(state)
  simulate(state)
  const ends = [
    store.subscribe((now, before) => {
      const { experiment } = now
      const surface = sameSurface(experiment, before.experiment)
      if (!surface || (before.beforeDrag && !now.beforeDrag && !sameSurface(experiment, before.beforeDrag)))
        surfaceChanged(now)
      if (experiment !== before.experiment) simulate(now)
      if (now.session.selectedRun !== before.session.selectedRun || now.session.focus !== before.session.focus)
        inspectSoon()
    }),
    playhead.subscribe(inspectSoon),
  ]
  return () => ends.forEach((end) => end())
}

function sameSurface(a: Experiment, b: Experiment): boolean {
  return a.landscape === b.landscape && a.domain === b.domain
}

/** Takes an answer into the store; a failure is told, and the last good answer stays. */
async function take<K extends JobKind>(
  worker: WorkerClient,
  kind: K,
  question: Parameters<typeof worker.ask<K>>[1],
  keep: (answer: Extract<NonNullable<Outcome<K>>, { answer: unknown }>['answer']) => void,
): Promise<void> {
  const outcome = await worker.ask(kind, question)
  if (!outcome) return
  if ('error' in outcome) store.getState().notify('error', outcome.error)
  else keep(outcome.answer)
}

function simulate({ experiment }: Store): void {
  void take(quickWorker, 'simulate', { experiment }, ({ trajectories, milliseconds }) => {
    store.getState().setResults({ trajectories, milliseconds })
    inspectSoon()
  })
}

function surfaceChanged({ experiment, beforeDrag }: Store): void {
  const { landscape } = experiment
  const domain = experiment.domain ?? landscape.thing.domain
  const resolution = beforeDrag ? resolutions.live : resolutions.rest
  void take(thoroughWorker, 'surface', { landscape, domain, resolution, lines: isolineCount }, ({ grid, contours }) => {
    store.getState().setResults({ grid, contours })
  })
  clearTimeout(searchTimer)
  searchTimer = setTimeout(() => {
    void take(thoroughWorker, 'criticalPoints', { landscape, domain }, ({ points }) => {
      if (!sameSurface(store.getState().experiment, experiment)) return
      store.getState().setResults({ criticalPoints: points })
      inspectSoon()
    })
  }, searchDelay)
}

/** Reads the surface where the ball stands (or at the chosen critical point) and the optimizer's step there, now and then. */
function inspectSoon(): void {
  if (inspectTimer !== undefined) return
  inspectTimer = setTimeout(inspect, Math.max(0, lastInspected + inspectDelay - performance.now()))
}

function inspect(): void {
  inspectTimer = undefined
  lastInspected = performance.now()
  const { experiment, results, session } = store.getState()
  const trajectory = results.trajectories[session.selectedRun]
  const critical = session.focus.kind === 'critical' ? results.criticalPoints[session.focus.index] : undefined
  const walked = trajectory && !('error' in trajectory) ? trajectory : undefined
  const row = walked ? Math.min(Math.floor(playhead.at()), walked.steps) : 0
  const theta =
    critical?.theta ?? (walked ? [...walked.theta.subarray(row * walked.size, (row + 1) * walked.size)] : undefined)
  if (theta?.every(Number.isFinite))
    void take(quickWorker, 'point', { landscape: experiment.landscape, theta }, (point) =>
      store.getState().setResults({ point }),
    )
  if (!walked || !experiment.runs[session.selectedRun]) return store.getState().setResults({ step: undefined })
  void take(quickWorker, 'step', { experiment, run: session.selectedRun, step: Math.max(1, row) }, (step) => {
    store.getState().setResults({ step })
  })
}
