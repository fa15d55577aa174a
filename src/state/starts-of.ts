import type { Experiment } from '../simulation/experiment.ts'

/** Where the runs of an experiment start: its own starts, else the landscape's first. */
export function startsOf({
  starts,
  landscape,
}: Pick<Experiment, 'starts' | 'landscape'>): readonly (readonly number[])[] {
  return starts.length > 0 ? starts : landscape.thing.starts.slice(0, 1)
}
