import type { Hyperparameters, Values } from '../declare/hyperparameter.ts'
import { programNumber } from '../declare/default-value.ts'
import type { Build } from '../formula/build.ts'
import { parseProgram } from '../formula/parse.ts'
import type { Program } from '../formula/syntax.ts'
import { scalar, type Value } from '../formula/value.ts'

/** One program of a run: the optimizer, a schedule or a modifier, with a name that is its own in the run. */
export interface Part {
  /** `optimizer`, `schedule.0.1`, `modifier.2`: leads the names of its inputs. */
  id: string
  /** Leads the names of its states for people: empty for the optimizer, `lookahead.` for a modifier. */
  prefix: string
  hyperparameters: Hyperparameters
  values: Values
  state: Readonly<Record<string, number | string>>
  program: Program
}

/** @throws FormulaError */
export function part(
  id: string,
  prefix: string,
  thing: { hyperparameters: Hyperparameters; state: Part['state']; program: string },
  values: Values,
): Part {
  return {
    id,
    prefix,
    hyperparameters: thing.hyperparameters,
    values,
    state: thing.state,
    program: parseProgram(thing.program),
  }
}

/** Name of the input, or list, that holds a part's hyperparameter. */
export const partInput = (id: string, name: string): string => `${id}.${name}`

/** The hyperparameters as a program reads them: choices are constants, so that only the chosen form is compiled; lists are apart. */
export function hyperparameterValues(build: Build, { id, hyperparameters, values }: Part): Map<string, Value> {
  const result = new Map<string, Value>()
  for (const [name, declared] of Object.entries(hyperparameters)) {
    if (declared.kind === 'choice')
      result.set(name, scalar(build.number(programNumber(declared, values[name] ?? declared.default))))
    else if (declared.kind === 'number') result.set(name, scalar(build.input(partInput(id, name))))
  }
  return result
}

/** The hyperparameters that are lists, with their full names. */
export function listNames({ id, hyperparameters }: Part): Map<string, string> {
  const lists = Object.entries(hyperparameters).filter(([, declared]) => declared.kind === 'list')
  return new Map(lists.map(([name]) => [name, partInput(id, name)]))
}
