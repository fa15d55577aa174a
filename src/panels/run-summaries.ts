import type { Words } from '../i18n/en.ts'
import type { Language } from '../i18n/language.ts'
import { formatNumber } from '../look/format-number.ts'
import type { Experiment } from '../simulation/experiment.ts'
import type { Results } from '../state/results.ts'

/** How every drawn run ended, one sentence each, for those who do not see it. */
export function runSummaries(
  { runs }: Experiment,
  { trajectories }: Pick<Results, 'trajectories'>,
  language: Language,
  words: Words['transport'],
): string {
  const sentences = runs.flatMap(({ optimizer, hidden }, index) => {
    const trajectory = trajectories[index]
    const name = optimizer.thing.name[language]
    if (hidden || trajectory === undefined) return []
    if ('error' in trajectory) return [words.failedWith(name, trajectory.error)]
    const { stop, steps, loss } = trajectory
    return [
      stop.reason === 'diverged'
        ? words.divergedAt(name, stop.step)
        : words.reached(name, formatNumber(loss[steps]), steps),
    ]
  })
  return sentences.join(' ')
}
