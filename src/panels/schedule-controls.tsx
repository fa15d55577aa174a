import { catalogue } from '../catalogue/catalogue.ts'
import type { Run, SchedulePart } from '../simulation/experiment.ts'
import { useStore } from '../state/use-store.ts'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icons.tsx'
import { NumberField } from './number-field.tsx'
import { Picker } from './picker.tsx'
import { pickedProgram, useOwnPrograms } from './own-program-picks.ts'
import { pickerOptions } from './picker-options.ts'
import type { ChangeRun } from './run-controls.tsx'
import { ScheduleCurve } from './schedule-curve.tsx'
import {
  firstStepBounds,
  hasRoomForFactor,
  nextFirstStep,
  partLength,
  scheduleParts,
  withFactor,
  withFirstStep,
  withNextPart,
  withoutPart,
} from './schedule-edits.ts'
import { ScheduleFactor } from './schedule-factor.tsx'
import { useLanguage, useWords } from './use-words.ts'

interface Props {
  index: number
  run: Run
  change: ChangeRun
}

/** How the learning rate of a run goes: its curve, the schedules that follow one another and those that multiply each. */
export function ScheduleControls({ index, run, change }: Props) {
  const words = useWords().runs
  const language = useLanguage()
  const steps = useStore((state) => state.experiment.steps)
  const parts = scheduleParts(run)
  const scheduled = run.schedule.length > 0
  const next = nextFirstStep(parts, steps)
  const options = useOwnPrograms(pickerOptions(catalogue.schedules, language), ['schedule'])
  const find = (id: string) => pickedProgram(id, catalogue.schedules)

  return (
    <fieldset className="run-section" aria-label={words.schedule}>
      <h3 aria-hidden="true">{words.schedule}</h3>
      {scheduled && <ScheduleCurve index={index} run={run} />}
      {parts.map((part, k) => (
        <div key={k} className="schedule-part">
          {k > 0 && <FirstStep parts={parts} part={k} change={change} />}
          {(part.factors.length === 0 ? [undefined] : part.factors).map((factor, j) => (
            <ScheduleFactor
              key={j}
              part={k}
              factor={j}
              setting={factor}
              steps={partLength(parts, k, steps)}
              change={change}
            />
          ))}
          <div className="further">
            {hasRoomForFactor(part) && (
              <Picker
                className="text-button"
                label={words.multiplySchedule}
                options={options}
                onPick={(id) => {
                  const schedule = find(id)
                  change((old) => withFactor(old, k, part.factors.length, schedule))
                }}
              >
                <span aria-hidden="true">×</span>
                {words.timesAnother}
              </Picker>
            )}
            {scheduled && next !== undefined && k === parts.length - 1 && (
              <Picker
                className="text-button"
                label={words.followSchedule}
                options={options}
                onPick={(id) => {
                  const schedule = find(id)
                  if (schedule !== undefined) change((old, length) => withNextPart(old, schedule, length))
                }}
              >
                <Icon name="add" />
                {words.thenAnother}
              </Picker>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  )
}

/** The step at which a later part takes over, and the button that removes the part. */
function FirstStep({ parts, part, change }: { parts: readonly SchedulePart[]; part: number; change: ChangeRun }) {
  const words = useWords().runs
  const steps = useStore((state) => state.experiment.steps)
  const { from } = parts[part]
  const bounds = firstStepBounds(parts, part, steps)
  return (
    <div className="first-step">
      <span className="control-label" aria-hidden="true">
        {words.fromStep}
      </span>
      <NumberField
        value={from}
        accepted={{ valid: bounds, integer: true, symbol: words.fromStep }}
        label={words.firstStep(part + 1)}
        nudge={(value, direction) => Math.min(bounds.most, Math.max(bounds.least, value + direction))}
        onChange={(value) => change((old, length) => withFirstStep(old, part, value, length))}
      />
      <IconButton
        icon="remove"
        label={words.removePart(from)}
        onClick={() => change((old) => withoutPart(old, part))}
      />
    </div>
  )
}
