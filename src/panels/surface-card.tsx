import { useId, useState } from 'react'
import { catalogue } from '../catalogue/catalogue.ts'
import { defaultValue } from '../declare/default-value.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { AboutEntry } from './about-entry.tsx'
import { withLandscape, withSettingValue } from './experiment-edits.ts'
import { FormulaEditor } from './formula-editor.tsx'
import { HyperparameterControl } from './hyperparameter-control.tsx'
import { valueOf } from './hyperparameter-values.ts'
import { IconButton } from './icon-button.tsx'
import { Icon } from './icons.tsx'
import { LandscapeFormula } from './landscape-formula.tsx'
import { Picker } from './picker.tsx'
import { pickerOptions } from './picker-options.ts'
import { RegionFields } from './region-fields.tsx'
import { useLanguage, useWords } from './use-words.ts'

/** Which surface: chosen from the shelf or typed, with its hyperparameters. */
export function SurfaceCard() {
  const words = useWords().surface
  const language = useLanguage()
  const { thing, values } = useStore((state) => state.experiment.landscape)
  const steps = useStore((state) => state.experiment.steps)
  const [editing, setEditing] = useState(thing.id === 'own')
  const aboutWords = useWords().about
  const aboutId = useId()
  const [about, setAbout] = useState(false)

  const choose = (id: string) => {
    const chosen = catalogue.landscapes.find((one) => one.id === id)
    const state = store.getState()
    const { selectedRun } = state.session
    if (chosen === undefined || chosen === thing) return
    setEditing(false)
    state.open(withLandscape(state.experiment, chosen))
    state.setSession({ selectedRun })
  }

  return (
    <section className="panel panel-surface" aria-labelledby="surface-heading">
      <h2 id="surface-heading">{words.heading}</h2>
      <div className="card">
        <div className="title-row">
          <Picker
            className="picker-title"
            label={`${words.choose}: ${thing.name[language]}`}
            options={pickerOptions(catalogue.landscapes, language)}
            current={thing.id}
            onPick={choose}
          >
            <span>{thing.name[language]}</span>
            <Icon name="down" />
          </Picker>
          <IconButton
            icon="about"
            label={aboutWords.of(thing.name[language])}
            aria-expanded={about}
            aria-controls={about ? aboutId : undefined}
            onClick={() => setAbout(!about)}
          />
          <IconButton
            icon={editing ? 'check' : 'edit'}
            label={editing ? words.done : words.edit}
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          />
        </div>
        <LandscapeFormula landscape={thing} />
        {about && <AboutEntry id={aboutId} thing={thing} />}
        {editing && <FormulaEditor />}
        {Object.entries(thing.hyperparameters).map(([name, hyperparameter]) => (
          <HyperparameterControl
            key={`${thing.id} ${name}`}
            hyperparameter={hyperparameter}
            value={valueOf(thing.hyperparameters, values, name, steps)}
            byDefault={defaultValue(hyperparameter, steps)}
            onChange={(value, mode) =>
              store.getState().edit(
                (experiment) => ({
                  ...experiment,
                  landscape: withSettingValue(experiment.landscape, name, value, experiment.steps),
                }),
                mode,
              )
            }
          />
        ))}
        {editing && <RegionFields />}
      </div>
    </section>
  )
}
