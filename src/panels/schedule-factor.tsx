import { useId, useState } from 'react'
import { catalogue } from '../catalogue/catalogue.ts'
import type { Schedule } from '../declare/schedule.ts'
import type { Setting } from '../simulation/experiment.ts'
import { AboutProgram } from './about-entry.tsx'
import { EditProgramButton } from './edit-program-button.tsx'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icons.tsx'
import { Picker } from './picker.tsx'
import { pickedProgram, useOwnPrograms } from './own-program-picks.ts'
import { pickerOptions } from './picker-options.ts'
import { ProgramEditor } from './program-editor.tsx'
import type { ChangeRun } from './run-controls.tsx'
import { withFactor, withFactorSetting, withFactorValue } from './schedule-edits.ts'
import { SettingControls } from './setting-controls.tsx'
import { useLanguage, useWords } from './use-words.ts'

/** Id of the option for no schedule; a shelf's ids have no such sign. */
const none = '-'

interface Props {
  part: number
  factor: number
  /** Undefined: the run's own rate. */
  setting: Setting<Schedule> | undefined
  /** Steps of the part. */
  steps: number
  change: ChangeRun
}

/** One schedule of a product: which it is, and its hyperparameters. */
export function ScheduleFactor({ part, factor, setting, steps, change }: Props) {
  const words = useWords()
  const language = useLanguage()
  const aboutId = useId()
  const [about, setAbout] = useState(false)
  const first = factor === 0
  const name = setting?.thing.name[language] ?? words.runs.noSchedule
  const options = useOwnPrograms(pickerOptions(catalogue.schedules, language), ['schedule'])
  const nothing = { id: none, name: words.runs.noSchedule, summary: words.runs.noScheduleSummary, terms: 'none' }
  const choose = (id: string) => {
    const chosen = pickedProgram(id, catalogue.schedules)
    change((old) => withFactor(old, part, factor, chosen))
  }

  return (
    <div className="schedule-factor">
      <div className="picker-line">
        {!first && <span aria-hidden="true">×</span>}
        <Picker
          label={`${words.runs.chooseSchedule}: ${name}`}
          options={first ? [nothing, ...options] : options}
          current={setting?.thing.id ?? none}
          onPick={choose}
        >
          <span>{name}</span>
          <Icon name="down" />
        </Picker>
        {setting !== undefined && (
          <EditProgramButton
            thing={setting.thing}
            values={setting.values}
            steps={steps}
            onStart={(started) => change((old) => withFactorSetting(old, part, factor, started))}
          />
        )}
        {setting !== undefined && (
          <IconButton
            icon="about"
            label={words.about.of(name)}
            aria-expanded={about}
            aria-controls={about ? aboutId : undefined}
            onClick={() => setAbout(!about)}
          />
        )}
        {!first && (
          <IconButton
            icon="remove"
            label={words.runs.remove(name)}
            onClick={() => change((old) => withFactor(old, part, factor, undefined))}
          />
        )}
      </div>
      {setting !== undefined && (
        <>
          {about && <AboutProgram id={aboutId} thing={setting.thing} values={setting.values} />}
          <ProgramEditor thing={setting.thing} />
          <SettingControls
            key={setting.thing.id}
            setting={setting}
            steps={steps}
            onChange={(hyperparameter, value, mode) =>
              change((old, length) => withFactorValue(old, part, factor, hyperparameter, value, length), mode)
            }
          />
        </>
      )}
    </div>
  )
}
