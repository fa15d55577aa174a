import type { Run } from './experiment.ts'

/** Names, as `Trajectory.states` has them, of the states of a run that are points of the surface: `average`, `lookahead.slow`. */
export function pointStates({ optimizer, modifiers }: Run): string[] {
  const names = [
    ...(optimizer.thing.points ?? []),
    ...modifiers.flatMap(({ thing }) => (thing.points ?? []).map((name) => `${thing.id}.${name}`)),
  ]
  return [...new Set(names)]
}
