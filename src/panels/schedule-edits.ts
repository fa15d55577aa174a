import type { HyperparameterValue } from '../declare/hyperparameter.ts'
import type { Schedule } from '../declare/schedule.ts'
import { experimentLimits } from '../link/limits.ts'
import type { Run, SchedulePart, Setting } from '../simulation/experiment.ts'
import { withSettingValue } from './experiment-edits.ts'

/** A run's schedule as it is edited: the first part always begins at step 1, be it only the run's own rate. */
export function scheduleParts({ schedule }: Run): readonly SchedulePart[] {
  return schedule[0]?.from === 1 ? schedule : [{ from: 1, factors: [] }, ...schedule]
}

/** The steps during which a part rules; its defaults are made of them. At least 1. */
export function partLength(parts: readonly SchedulePart[], part: number, steps: number): number {
  return Math.max(1, (parts[part + 1]?.from ?? steps + 1) - parts[part].from)
}

/** Where a later part may begin: after the one before it and before the one behind it, within the run. */
export function firstStepBounds(
  parts: readonly SchedulePart[],
  part: number,
  steps: number,
): { least: number; most: number } {
  const least = parts[part - 1].from + 1
  // A part that a shorter run no longer reaches may stay where it is.
  return { least, most: Math.max(least, (parts[part + 1]?.from ?? steps + 1) - 1) }
}

/** Where a further part would begin, in the middle of what is left; undefined where there is no room for one. */
export function nextFirstStep(parts: readonly SchedulePart[], steps: number): number | undefined {
  const last = parts[parts.length - 1]
  if (last.from >= steps || parts.length >= experimentLimits.scheduleParts) return undefined
  return last.from + Math.ceil((steps - last.from) / 2)
}

/** Whether one more schedule can be multiplied to a part. */
export function hasRoomForFactor({ factors }: SchedulePart): boolean {
  return factors.length > 0 && factors.length < experimentLimits.scheduleFactors
}

/**
 * The run with another schedule at a place. Behind a part's last factor it is multiplied to it, as far as there is room; `undefined` takes the factor away and
 * leaves, where it was the only one, the run's own rate.
 */
export function withFactor(run: Run, part: number, factor: number, schedule: Schedule | undefined): Run {
  return withFactors(run, part, (factors) => {
    if (schedule === undefined) return factors.toSpliced(factor, 1)
    if (factor >= factors.length && factors.length >= experimentLimits.scheduleFactors) return factors
    return factors[factor]?.thing === schedule ? factors : factors.toSpliced(factor, 1, { thing: schedule, values: {} })
  })
}

/** The run with another schedule and its values at a place that has one. */
export function withFactorSetting(run: Run, part: number, factor: number, setting: Setting<Schedule>): Run {
  return withFactors(run, part, (factors) => factors.with(factor, setting))
}

/** The run with one value of one factor changed. */
export function withFactorValue(
  run: Run,
  part: number,
  factor: number,
  name: string,
  value: HyperparameterValue,
  steps: number,
): Run {
  const length = partLength(scheduleParts(run), part, steps)
  return withFactors(run, part, (factors) =>
    factors.map((old, place) => (place === factor ? withSettingValue(old, name, value, length) : old)),
  )
}

/** The run with a further part at its end, where there is room for one. */
export function withNextPart(run: Run, schedule: Schedule, steps: number): Run {
  const parts = scheduleParts(run)
  const from = nextFirstStep(parts, steps)
  if (from === undefined) return run
  return withParts(run, [...parts, { from, factors: [{ thing: schedule, values: {} }] }])
}

/** The run without one of its later parts; the part before it goes on. */
export function withoutPart(run: Run, part: number): Run {
  return part === 0 ? run : withParts(run, scheduleParts(run).toSpliced(part, 1))
}

/** The run with a later part beginning at another step, as near as the parts around it let it. */
export function withFirstStep(run: Run, part: number, from: number, steps: number): Run {
  if (part === 0 || !Number.isFinite(from)) return run
  const parts = scheduleParts(run)
  const { least, most } = firstStepBounds(parts, part, steps)
  const kept = Math.min(most, Math.max(least, Math.round(from)))
  return withParts(
    run,
    parts.map((old, place) => (place === part ? { ...old, from: kept } : old)),
  )
}

function withFactors(run: Run, part: number, change: (old: SchedulePart['factors']) => SchedulePart['factors']): Run {
  return withParts(
    run,
    scheduleParts(run).map((old, place) => (place === part ? { ...old, factors: change(old.factors) } : old)),
  )
}

/** What says nothing is not kept, so that links stay short: the run's own rate from step 1, and a schedule of such parts alone. */
function withParts(run: Run, parts: readonly SchedulePart[]): Run {
  if (parts.every(({ factors }) => factors.length === 0)) return { ...run, schedule: [] }
  return { ...run, schedule: parts[0].factors.length === 0 ? parts.slice(1) : parts }
}
