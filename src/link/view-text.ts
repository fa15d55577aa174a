import { quoted, unknownName } from '../declare/check-value.ts'
import type { Run } from '../simulation/experiment.ts'

/** What of an experiment is shown, as a link writes it: `hide:2;3` are the runs that are not drawn. Undefined where it is all. */
export function viewText(runs: readonly Run[]): string | undefined {
  const hidden = runs.flatMap((run, k) => (run.hidden ? [k + 1] : []))
  return hidden.length === 0 ? undefined : `hide:${hidden.join(';')}`
}

/** The numbers of the hidden runs of `count`, counted from 1 as the link lists them. What is not understood is named in `problems`. */
export function readView(text: string | undefined, count: number, problems: string[]): ReadonlySet<number> {
  const hidden = new Set<number>()
  for (const part of text?.split(',') ?? []) {
    const [key, value] = part.split(/:(.*)/su)
    if (key !== 'hide') problems.push(unknownName('A view has no', key, ['hide']))
    else
      for (const run of (value ?? '').split(';')) {
        const number = /^\d{1,6}$/.test(run) ? Number(run) : 0
        if (number >= 1 && number <= count) hidden.add(number)
        else
          problems.push(
            `A view hides runs by number, as in hide:2;3; this link has ${count}, and ${quoted(run)} is none.`,
          )
      }
  }
  return hidden
}
