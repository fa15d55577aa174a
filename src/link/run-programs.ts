import { catalogue } from '../catalogue/catalogue.ts'
import { ownProgramOf, type OwnProgram, type ProgramEntry } from '../catalogue/own-program.ts'
import type { Optimizer } from '../declare/optimizer.ts'
import type { Run } from '../simulation/experiment.ts'

/** The run in which a program is tried: alone, or with plain gradient descent. */
export function trialRun(thing: ProgramEntry): Run {
  const setting = { thing, values: {} }
  const plain = catalogue.optimizers.find(({ id }) => id === 'sgd') as Optimizer
  const run: Run = { optimizer: { thing: plain, values: {} }, schedule: [], modifiers: [] }
  if ('when' in thing) return { ...run, modifiers: [{ ...setting, thing }] }
  if ('family' in thing) return { ...run, optimizer: { ...setting, thing } }
  return { ...run, schedule: [{ from: 1, factors: [{ ...setting, thing }] }] }
}

/** The own programs that runs use, in the order of first use, each once. */
export function ownProgramsOf(runs: readonly Run[]): OwnProgram[] {
  const found = new Map<string, OwnProgram>()
  for (const thing of runs.flatMap(thingsOf)) {
    const own = ownProgramOf(thing)
    if (own && !found.has(own.name)) found.set(own.name, own)
  }
  return [...found.values()]
}

/** Everything of a run that holds a program. */
export function thingsOf({ optimizer, schedule, modifiers }: Run): ProgramEntry[] {
  return [
    optimizer.thing,
    ...schedule.flatMap(({ factors }) => factors.map(({ thing }) => thing)),
    ...modifiers.map(({ thing }) => thing),
  ]
}
