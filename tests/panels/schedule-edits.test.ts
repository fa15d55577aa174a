import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { experimentLimits } from '../../src/link/limits.ts'
import { readRun, runText } from '../../src/link/run-text.ts'
import { withRun } from '../../src/panels/experiment-edits.ts'
import {
  firstStepBounds,
  hasRoomForFactor,
  nextFirstStep,
  partLength,
  scheduleParts,
  withFactor,
  withFactorValue,
  withFirstStep,
  withNextPart,
  withoutPart,
} from '../../src/panels/schedule-edits.ts'
import { cosine } from '../../src/schedules/cosine.ts'
import { linear } from '../../src/schedules/linear.ts'
import { step } from '../../src/schedules/step.ts'
import type { Run } from '../../src/simulation/experiment.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'
import { defaultExperiment } from '../../src/state/default-experiment.ts'

const steps = 200
const [plain] = defaultExperiment.runs
/** The schedule as links write it: `cosine~100~linear*step`. */
const text = (run: Run) => runText(run, steps).split('@')[1] ?? ''

describe('editing a schedule', () => {
  it('sets the first, multiplies, lets another follow, and takes each away again', () => {
    const one = withFactor(plain, 0, 0, cosine)
    expect(text(one)).toBe('cosine')
    const product = withFactor(one, 0, 1, step)
    expect(text(product)).toBe('cosine*step')
    const sequence = withNextPart(product, linear, steps)
    expect(text(sequence)).toBe('cosine*step~100~linear')
    expect(scheduleParts(sequence)[1].from).toBe(101)
    expect(text(withFirstStep(sequence, 1, 61, steps))).toBe('cosine*step~60~linear')
    expect(text(withFactor(sequence, 0, 0, undefined))).toBe('step~100~linear')
    expect(text(withoutPart(sequence, 1))).toBe('cosine*step')
    expect(withFactor(one, 0, 0, undefined)).toEqual(plain)
  })

  it('keeps a part when the one before it is only the run’s own rate', () => {
    const sequence = withNextPart(withFactor(plain, 0, 0, cosine), linear, steps)
    const late = withFactor(sequence, 0, 0, undefined)
    expect(text(late)).toBe('~100~linear')
    expect(late.schedule.map(({ from }) => from)).toEqual([101])
    expect(scheduleParts(late).map(({ from }) => from)).toEqual([1, 101])
    expect(text(withFactor(late, 0, 0, step))).toBe('step~100~linear')
    expect(withoutPart(late, 1)).toEqual(plain)
  })

  it('takes the same schedule chosen again as no change, another with its own defaults', () => {
    const shorter = withFactorValue(withFactor(plain, 0, 0, cosine), 0, 0, 'length', 50, steps)
    expect(text(shorter)).toBe('cosine(length:50)')
    expect(withFactor(shorter, 0, 0, cosine)).toEqual(shorter)
    expect(text(withFactor(shorter, 0, 0, linear))).toBe('linear')
  })

  it('leaves out a value that equals the default of the part, not of the whole run', () => {
    const sequence = withNextPart(withFactor(plain, 0, 0, step), cosine, steps)
    expect(partLength(scheduleParts(sequence), 1, steps)).toBe(100)
    expect(text(withFactorValue(sequence, 1, 0, 'length', 100, steps))).toBe('step~100~cosine')
    expect(text(withFactorValue(sequence, 1, 0, 'length', 200, steps))).toBe('step~100~cosine(length:200)')
  })

  it('moves a first step no further than the parts around it let it', () => {
    const three = withNextPart(withNextPart(withFactor(plain, 0, 0, cosine), linear, steps), step, steps)
    expect(scheduleParts(three).map(({ from }) => from)).toEqual([1, 101, 151])
    const moved = (part: number, from: number) => scheduleParts(withFirstStep(three, part, from, steps))[part].from
    expect([moved(1, -5), moved(1, 1), moved(1, 150), moved(1, 999), moved(1, 60.4)]).toEqual([2, 2, 150, 150, 60])
    expect([moved(2, 0), moved(2, 1e9)]).toEqual([102, 200])
    expect(withFirstStep(three, 0, 9, steps)).toBe(three)
    expect(withFirstStep(three, 1, NaN, steps)).toBe(three)
  })

  it('finds no room in a run that is too short', () => {
    const one = withFactor(plain, 0, 0, cosine)
    expect(nextFirstStep(scheduleParts(one), 1)).toBeUndefined()
    expect(withNextPart(one, linear, 1)).toBe(one)
    expect(nextFirstStep(scheduleParts(one), 2)).toBe(2)
  })

  it('multiplies no more schedules than a link may hold', () => {
    const full = Array.from({ length: experimentLimits.scheduleFactors }).reduce<Run>(
      (run, _, k) => withFactor(run, 0, k, step),
      plain,
    )
    expect(full.schedule[0].factors.length).toBe(8)
    expect(hasRoomForFactor(full.schedule[0])).toBe(false)
    expect(withFactor(full, 0, 8, step)).toEqual(full)
  })

  it('does what the run then does: the rate changes at the first step of a part', () => {
    const sequence = withFirstStep(withNextPart(withFactor(plain, 0, 0, cosine), step, steps), 1, 31, steps)
    const experiment = withRun({ ...defaultExperiment, steps }, 0, () => sequence)
    const { learningRate } = simulateRun(experiment, sequence)
    expect(learningRate[0]).toBe(learningRate[30])
    expect(learningRate[29]).toBeLessThan(learningRate[0] / 50)
  })
})

type Edit = (run: Run) => Run
const somewhere = fc.nat(5)
const someSchedule = fc.constantFrom(...catalogue.schedules)
const edit = fc.oneof<fc.Arbitrary<Edit>[]>(
  fc.tuple(somewhere, fc.nat(3), fc.option(someSchedule, { nil: undefined })).map(
    ([part, factor, schedule]): Edit =>
      (run) =>
        withFactor(run, part % scheduleParts(run).length, factor, schedule),
  ),
  someSchedule.map(
    (schedule): Edit =>
      (run) =>
        withNextPart(run, schedule, steps),
  ),
  somewhere.map(
    (part): Edit =>
      (run) =>
        withoutPart(run, part % scheduleParts(run).length),
  ),
  fc.tuple(somewhere, fc.double({ min: -10, max: 300, noNaN: true })).map(
    ([part, from]): Edit =>
      (run) =>
        withFirstStep(run, part % scheduleParts(run).length, from, steps),
  ),
)

it('whatever is edited, first steps are whole, ascending and within the run, and the link reads back the same', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 40 }), (edits) => {
      const run = edits.reduce((old, change) => change(old), plain)
      const firsts = scheduleParts(run).map(({ from }) => from)
      expect(firsts[0]).toBe(1)
      expect(firsts.every((from) => Number.isInteger(from) && from <= steps)).toBe(true)
      expect(firsts.every((from, k) => k === 0 || from > firsts[k - 1])).toBe(true)
      firsts.slice(1).forEach((from, k) => {
        const { least, most } = firstStepBounds(scheduleParts(run), k + 1, steps)
        expect(least <= from && from <= most).toBe(true)
      })
      expect(run.schedule.length).toBeLessThanOrEqual(experimentLimits.scheduleParts)
      // Nothing is kept that says nothing.
      expect(run.schedule[0]?.from === 1 && run.schedule[0].factors.length === 0).toBe(false)
      expect(run.schedule.length > 0 && run.schedule.every(({ factors }) => factors.length === 0)).toBe(false)
      const problems: string[] = []
      const linked = runText(run, steps)
      const read = readRun(linked, catalogue, problems)
      expect(problems).toEqual([])
      expect(read?.schedule).toEqual(run.schedule)
    }),
  )
})
