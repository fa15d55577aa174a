import { catalogue } from '../catalogue/catalogue.ts'
import { freeProgramName, type ProgramEntry } from '../catalogue/own-program.ts'
import type { Values } from '../declare/hyperparameter.ts'
import { ownProgramsOf } from '../link/run-programs.ts'
import type { Experiment, Run, Setting } from '../simulation/experiment.ts'

/**
 * The experiment with an own program changed in every run that uses it.
 * @param reset a hyperparameter whose default is then in force, whatever the runs said
 */
export function withProgram(experiment: Experiment, name: string, thing: ProgramEntry, reset?: string): Experiment {
  const changed = <Thing extends ProgramEntry>(setting: Setting<Thing>): Setting<Thing> =>
    setting.thing.own && setting.thing.id === name
      ? { thing: thing as Thing, values: keptValues(setting.values, thing, reset) }
      : setting
  const runs = experiment.runs.map((run): Run => ({
    ...run,
    optimizer: changed(run.optimizer),
    schedule: run.schedule.map((part) => ({ ...part, factors: part.factors.map(changed) })),
    modifiers: run.modifiers.map(changed),
  }))
  return { ...experiment, runs }
}

/** `mine`, `mine2`, …: a name that no program of the experiment has. */
export function newProgramName({ runs }: Experiment): string {
  return freeProgramName([...ownProgramsOf(runs).map(({ name }) => name), ...shelved()])
}

/** Ids of everything on the shelves that holds a program. */
function shelved(): string[] {
  return [...catalogue.optimizers, ...catalogue.schedules, ...catalogue.modifiers].map(({ id }) => id)
}

function keptValues(values: Values, { hyperparameters }: ProgramEntry, reset: string | undefined): Values {
  const kept = ([name]: [string, unknown]) => Object.hasOwn(hyperparameters, name) && name !== reset
  return Object.fromEntries(Object.entries(values).filter(kept))
}
