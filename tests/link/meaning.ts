import { ownProgramOf, type ProgramEntry } from '../../src/catalogue/own-program.ts'
import { completeValues } from '../../src/declare/default-value.ts'
import type { Entry } from '../../src/declare/entry.ts'
import { isProgram } from '../../src/formula/is-program.ts'
import { parseExpression, parseProgram } from '../../src/formula/parse.ts'
import { printExpression, printProgram } from '../../src/formula/print.ts'
import type { Experiment, Run, Setting } from '../../src/simulation/experiment.ts'

/**
 * All that an experiment means, with every default written out: two experiments mean the same exactly if they are computed and shown
 * the same.
 */
export function meaning({ landscape, domain, starts, runs, steps, seed }: Experiment) {
  const { thing } = landscape
  return {
    landscape:
      thing.id === 'own'
        ? {
            loss: canonical(thing.loss),
            parameters: [...thing.parameters],
            data: thing.data ?? null,
            ...(Object.keys(thing.hyperparameters).length > 0 ? { values: setting(landscape, steps).values } : {}),
          }
        : setting(landscape, steps),
    domain: (domain ?? thing.domain).map((side) => [...side]),
    starts: (starts.length > 0 ? starts : [thing.starts[0]]).map((start) => [...start]),
    runs: runs.map((run) => meaningOfRun(run, steps)),
    steps,
    seed,
  }
}

function meaningOfRun({ optimizer, schedule, modifiers, seed, hidden }: Run, steps: number) {
  return {
    optimizer: setting(optimizer, steps),
    schedule: schedule.map(({ from, factors }, k) => ({
      from,
      factors: factors.map((factor) => setting(factor, (schedule[k + 1]?.from ?? steps + 1) - from)),
    })),
    modifiers: modifiers.map((modifier) => setting(modifier, steps)),
    seed: seed ?? null,
    hidden: hidden ?? false,
  }
}

function setting({ thing, values }: Setting<Entry>, steps: number) {
  const said = { id: thing.id, values: completeValues(thing.hyperparameters, values, steps) }
  const own = ownProgramOf(thing as ProgramEntry)
  if (!own) return said
  // Slider and default of an own hyperparameter come from the number in the link, so it is part of what is meant.
  return {
    ...said,
    program: printProgram(parseProgram(own.text)),
    kind: own.kind,
    state: { ...own.state },
    constants: own.constants,
  }
}

function canonical(loss: string): string {
  return isProgram(loss) ? printProgram(parseProgram(loss)) : printExpression(parseExpression(loss))
}
