import type { Run } from './experiment.ts'

/** Names, as `Trajectory.states` has them, of the states of a run that are points of the surface: `average`, `lookahead.slow`. */
export function pointStates({ optimizer, modifiers }: Run): string[] {
  const names = [...(optimizer.thing.points ?? [])]
  for (const { thing } of modifiers)
    for (const name of thing.points ?? []) {
      const before = names.filter((other) => new RegExp(`^${thing.id}\\d*\\.${name}$`).test(other)).length
      names.push(`${thing.id}${before === 0 ? '' : before + 1}.${name}`)
    }
  return names
}
