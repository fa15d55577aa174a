import { ownEntry, type OwnProgram, type ProgramEntry } from '../catalogue/own-program.ts'
import type { Values } from '../declare/hyperparameter.ts'
import type { Setting } from '../simulation/experiment.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { withSettingValue } from './experiment-edits.ts'
import { IconButton } from './icon-button.tsx'
import { newProgramName } from './own-program-edits.ts'
import { startFrom } from './start-from.ts'
import { useLanguage, useWords } from './use-words.ts'
import { valueOf } from './hyperparameter-values.ts'

interface Props<Thing extends ProgramEntry> {
  thing: Thing
  values: Values
  /** Steps of which defaults are made. */
  steps: number
  /** Puts an own program in place of a thing of the shelf. */
  onStart: (setting: Setting<Thing>) => void
}

/** Opens the editor of an own program; for a thing of the shelf, that of an own copy, which the run then takes. */
export function EditProgramButton<Thing extends ProgramEntry>({ thing, values, steps, onStart }: Props<Thing>) {
  const words = useWords().editor
  const name = thing.name[useLanguage()]
  const open = useStore((state) => thing.own === true && state.session.editedProgram === thing.id)
  const click = () => {
    const { experiment, setSession } = store.getState()
    if (thing.own) return setSession({ editedProgram: open ? undefined : thing.id })
    const own = startFrom(thing, values, steps, newProgramName(experiment))
    onStart(startedSetting(thing, values, steps, own))
    setSession({ editedProgram: own.name })
  }
  return (
    <IconButton
      icon="edit"
      label={thing.own ? words.edit(name) : words.startFrom(name)}
      aria-expanded={open}
      onClick={click}
    />
  )
}

/** The own copy at the learning rate that the thing was run with. */
function startedSetting<Thing extends ProgramEntry>(
  thing: Thing,
  values: Values,
  steps: number,
  own: OwnProgram,
): Setting<Thing> {
  const setting = { thing: ownEntry(own) as Thing, values: {} }
  if (!('learningRate' in thing.hyperparameters)) return setting
  return withSettingValue(setting, 'learningRate', valueOf(thing.hyperparameters, values, 'learningRate', steps), steps)
}
