import { useId, useState } from 'react'
import { catalogue } from '../catalogue/catalogue.ts'
import type { Run } from '../simulation/experiment.ts'
import { store, type EditMode } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { AboutProgram } from './about-entry.tsx'
import { EditProgramButton } from './edit-program-button.tsx'
import { withOptimizer, withRun, withSettingValue } from './experiment-edits.ts'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icons.tsx'
import { ModifierList } from './modifier-list.tsx'
import { Picker } from './picker.tsx'
import { pickedProgram, useOwnPrograms } from './own-program-picks.ts'
import { pickerOptions } from './picker-options.ts'
import { ProgramEditor } from './program-editor.tsx'
import { ScheduleControls } from './schedule-controls.tsx'
import { SettingControls } from './setting-controls.tsx'
import { useLanguage, useWords } from './use-words.ts'
import './run-sections.css'

/** How a part of a run's controls changes the run. */
export type ChangeRun = (alter: (old: Run, steps: number) => Run, mode?: EditMode) => void

/** Optimizer, schedule and modifiers of one run, with every hyperparameter. */
export function RunControls({ index, run }: { index: number; run: Run }) {
  const words = useWords()
  const language = useLanguage()
  const steps = useStore((state) => state.experiment.steps)
  const aboutId = useId()
  const [about, setAbout] = useState(false)
  const { thing, values } = run.optimizer
  const name = thing.name[language]

  const families = pickerOptions(catalogue.optimizers, language, ({ family }) => words.runs.families[family])
  const options = useOwnPrograms(families, ['optimizer'])

  const change: ChangeRun = (alter, mode) =>
    store.getState().edit((experiment) => withRun(experiment, index, (old) => alter(old, experiment.steps)), mode)
  const choose = (id: string) => {
    const chosen = pickedProgram(id, catalogue.optimizers)
    if (chosen !== undefined && chosen !== thing)
      store.getState().edit((experiment) => withOptimizer(experiment, index, chosen))
  }

  return (
    <>
      <div className="picker-line">
        <Picker label={`${words.runs.chooseOptimizer}: ${name}`} options={options} current={thing.id} onPick={choose}>
          <span>{name}</span>
          <Icon name="down" />
        </Picker>
        <EditProgramButton
          thing={thing}
          values={values}
          steps={steps}
          onStart={(optimizer) => change((old) => ({ ...old, optimizer }))}
        />
        <IconButton
          icon="about"
          label={words.about.of(name)}
          aria-expanded={about}
          aria-controls={about ? aboutId : undefined}
          onClick={() => setAbout(!about)}
        />
      </div>
      {about && <AboutProgram id={aboutId} thing={thing} values={values} />}
      <ProgramEditor thing={thing} />
      <SettingControls
        key={thing.id}
        setting={run.optimizer}
        steps={steps}
        onChange={(hyperparameter, value, mode) =>
          change(
            (old, length) => ({ ...old, optimizer: withSettingValue(old.optimizer, hyperparameter, value, length) }),
            mode,
          )
        }
      />
      <ScheduleControls index={index} run={run} change={change} />
      <ModifierList modifiers={run.modifiers} change={change} />
    </>
  )
}
