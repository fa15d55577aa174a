import { catalogue } from '../catalogue/catalogue.ts'
import { defaultValue } from '../declare/default-value.ts'
import type { Entry } from '../declare/entry.ts'
import type { HyperparameterValue } from '../declare/hyperparameter.ts'
import type { Run, Setting } from '../simulation/experiment.ts'
import { store, type EditMode } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import {
  onlySchedule,
  withOptimizer,
  withRun,
  withSchedule,
  withScheduleValue,
  withSettingValue,
} from './experiment-edits.ts'
import { HyperparameterControl } from './hyperparameter-control.tsx'
import { valueOf } from './hyperparameter-values.ts'
import { Icon } from './icons.tsx'
import { Picker } from './picker.tsx'
import { pickerOptions } from './picker-options.ts'
import { useLanguage, useWords } from './use-words.ts'

/** Id of the option for no schedule; a shelf's ids have no such sign. */
const none = '-'

/** Optimizer, schedule and every hyperparameter of one run. */
export function RunControls({ index, run }: { index: number; run: Run }) {
  const words = useWords().runs
  const language = useLanguage()
  const { optimizer, schedule, modifiers } = run
  const only = onlySchedule(run)
  const severalSchedules = schedule.length > 0 && only === undefined

  const change = (alter: (old: Run) => Run, mode?: EditMode) =>
    store.getState().edit((experiment) => withRun(experiment, index, alter), mode)
  const chooseOptimizer = (id: string) => {
    const thing = catalogue.optimizers.find((one) => one.id === id)
    if (thing !== undefined && thing !== optimizer.thing)
      store.getState().edit((experiment) => withOptimizer(experiment, index, thing))
  }
  const chooseSchedule = (id: string) =>
    change((old) =>
      withSchedule(
        old,
        catalogue.schedules.find((one) => one.id === id),
      ),
    )

  const scheduleOptions = [
    { id: none, name: words.noSchedule, summary: words.noScheduleSummary, terms: 'none' },
    ...pickerOptions(catalogue.schedules, language),
  ]
  const scheduleName = only?.thing.name[language] ?? (severalSchedules ? '…' : words.noSchedule)

  return (
    <>
      <div className="picker-line">
        <Picker
          label={`${words.chooseOptimizer}: ${optimizer.thing.name[language]}`}
          options={pickerOptions(catalogue.optimizers, language, ({ family }) => words.families[family])}
          current={optimizer.thing.id}
          onPick={chooseOptimizer}
        >
          <span>{optimizer.thing.name[language]}</span>
          <Icon name="down" />
        </Picker>
        <Picker
          label={`${words.chooseSchedule}: ${scheduleName}`}
          options={scheduleOptions}
          current={only?.thing.id ?? (severalSchedules ? undefined : none)}
          onPick={chooseSchedule}
        >
          <span>{scheduleName}</span>
          <Icon name="down" />
        </Picker>
      </div>
      <SettingControls
        key={optimizer.thing.id}
        setting={optimizer}
        onChange={(name, value, mode) =>
          change(
            (old) => ({
              ...old,
              optimizer: withSettingValue(old.optimizer, name, value, store.getState().experiment.steps),
            }),
            mode,
          )
        }
      />
      {severalSchedules && <p className="hint">{words.severalSchedules}</p>}
      {only !== undefined && (
        <SettingControls
          key={only.thing.id}
          setting={only}
          onChange={(name, value, mode) =>
            change((old) => withScheduleValue(old, name, value, store.getState().experiment.steps), mode)
          }
        />
      )}
      {modifiers.length > 0 && (
        <p className="hint">
          {words.modifiers} {modifiers.map(({ thing }) => thing.name[language]).join(', ')}
        </p>
      )}
    </>
  )
}

function SettingControls({
  setting: { thing, values },
  onChange,
}: {
  setting: Setting<Entry>
  onChange(name: string, value: HyperparameterValue, mode: EditMode): void
}) {
  const steps = useStore((state) => state.experiment.steps)
  return (
    <>
      {Object.entries(thing.hyperparameters).map(([name, hyperparameter]) => (
        <HyperparameterControl
          key={name}
          hyperparameter={hyperparameter}
          value={valueOf(thing.hyperparameters, values, name, steps)}
          byDefault={defaultValue(hyperparameter, steps)}
          onChange={(value, mode) => onChange(name, value, mode)}
        />
      ))}
    </>
  )
}
