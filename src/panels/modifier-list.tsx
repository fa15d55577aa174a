import { useId, useRef, useState } from 'react'
import { catalogue } from '../catalogue/catalogue.ts'
import type { Modifier } from '../declare/modifier.ts'
import { experimentLimits } from '../link/limits.ts'
import type { Setting } from '../simulation/experiment.ts'
import { useStore } from '../state/use-store.ts'
import { AboutProgram } from './about-entry.tsx'
import { withAddedModifier, withModifierAt, withModifierValue, withoutModifier } from './experiment-edits.ts'
import { EditProgramButton } from './edit-program-button.tsx'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icons.tsx'
import { Picker } from './picker.tsx'
import { pickedProgram, useOwnPrograms } from './own-program-picks.ts'
import { pickerOptions } from './picker-options.ts'
import { ProgramEditor } from './program-editor.tsx'
import type { ChangeRun } from './run-controls.tsx'
import { SettingControls } from './setting-controls.tsx'
import { useLanguage, useWords } from './use-words.ts'

/** The modifiers of a run in the order in which they act, and the picker that adds one. */
export function ModifierList({ modifiers, change }: { modifiers: readonly Setting<Modifier>[]; change: ChangeRun }) {
  const words = useWords().runs
  const language = useLanguage()
  const list = useRef<HTMLOListElement>(null)
  const shelf = pickerOptions(catalogue.modifiers, language, ({ when }) => words.when[when])
  const options = useOwnPrograms(shelf, ['before', 'after'])

  const add = (id: string) => {
    const modifier = pickedProgram(id, catalogue.modifiers)
    if (modifier !== undefined) change((old) => withAddedModifier(old, modifier))
  }
  const move = (from: number, to: number) => {
    change((old) => withModifierAt(old, from, to))
    // The focus goes with the block; at an end its button is off, and the other one takes the focus.
    requestAnimationFrame(() => {
      const buttons = list.current?.children[to]?.querySelectorAll<HTMLButtonElement>('.move')
      const [earlier, later] = buttons ?? []
      const wanted = to < from ? [earlier, later] : [later, earlier]
      wanted.find((button) => button !== undefined && !button.disabled)?.focus()
    })
  }

  return (
    <fieldset className="run-section" aria-label={words.modifiers}>
      {modifiers.length > 0 && <h3 aria-hidden="true">{words.modifiers}</h3>}
      <ol ref={list} className="modifiers">
        {modifiers.map((setting, index) => (
          <ModifierBlock
            key={index}
            index={index}
            count={modifiers.length}
            setting={setting}
            onMove={move}
            change={change}
          />
        ))}
      </ol>
      {modifiers.length < experimentLimits.modifiers && (
        <Picker className="text-button" label={words.addModifier} options={options} onPick={add}>
          <Icon name="add" />
          {words.addModifier}
        </Picker>
      )}
    </fieldset>
  )
}

interface BlockProps {
  index: number
  count: number
  setting: Setting<Modifier>
  onMove: (from: number, to: number) => void
  change: ChangeRun
}

function ModifierBlock({ index, count, setting, onMove, change }: BlockProps) {
  const words = useWords()
  const language = useLanguage()
  const steps = useStore((state) => state.experiment.steps)
  const aboutId = useId()
  const [about, setAbout] = useState(false)
  const name = setting.thing.name[language]
  return (
    <li className="modifier">
      <div className="modifier-line">
        <span className="modifier-name">{name}</span>
        <span className="modifier-actions">
          {count > 1 && (
            <>
              <IconButton
                className="move"
                icon="up"
                label={words.runs.actEarlier(name)}
                disabled={index === 0}
                onClick={() => onMove(index, index - 1)}
              />
              <IconButton
                className="move"
                icon="down"
                label={words.runs.actLater(name)}
                disabled={index === count - 1}
                onClick={() => onMove(index, index + 1)}
              />
            </>
          )}
          <EditProgramButton
            thing={setting.thing}
            values={setting.values}
            steps={steps}
            onStart={(started) => change((old) => ({ ...old, modifiers: old.modifiers.with(index, started) }))}
          />
          <IconButton
            icon="about"
            label={words.about.of(name)}
            aria-expanded={about}
            aria-controls={about ? aboutId : undefined}
            onClick={() => setAbout(!about)}
          />
          <IconButton
            icon="remove"
            label={words.runs.remove(name)}
            onClick={() => change((old) => withoutModifier(old, index))}
          />
        </span>
      </div>
      {about && <AboutProgram id={aboutId} thing={setting.thing} values={setting.values} />}
      <ProgramEditor thing={setting.thing} />
      <SettingControls
        key={setting.thing.id}
        setting={setting}
        steps={steps}
        onChange={(hyperparameter, value, mode) =>
          change((old, length) => withModifierValue(old, index, hyperparameter, value, length), mode)
        }
      />
    </li>
  )
}
