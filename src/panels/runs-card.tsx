import { catalogue } from '../catalogue/catalogue.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { withAddedRun } from './experiment-edits.ts'
import { Icon } from './icons.tsx'
import { Picker } from './picker.tsx'
import { pickedProgram, useOwnPrograms } from './own-program-picks.ts'
import { pickerOptions } from './picker-options.ts'
import { RunRow } from './run-row.tsx'
import { StartAndSteps } from './start-and-steps.tsx'
import { useLanguage, useWords } from './use-words.ts'
import './runs.css'

/** The optimizers that run, the controls of the selected one, and where and how long they run. */
export function RunsCard() {
  const words = useWords().runs
  const language = useLanguage()
  const count = useStore((state) => state.experiment.runs.length)

  const families = pickerOptions(catalogue.optimizers, language, ({ family }) => words.families[family])
  const options = useOwnPrograms(families, ['optimizer'])

  const add = (id: string) => {
    const optimizer = pickedProgram(id, catalogue.optimizers)
    if (optimizer === undefined) return
    store.getState().edit((experiment) => withAddedRun(experiment, optimizer))
    store.getState().setSession({ selectedRun: store.getState().experiment.runs.length - 1, focus: { kind: 'run' } })
  }

  return (
    <section className="panel panel-runs" aria-labelledby="runs-heading">
      <h2 id="runs-heading">{words.heading}</h2>
      <div className="card runs-card">
        {count === 0 && <p className="hint">{words.empty}</p>}
        <ul className="runs">
          {Array.from({ length: count }, (_, index) => (
            <RunRow key={index} index={index} />
          ))}
        </ul>
        <Picker className="text-button" label={words.add} options={options} onPick={add}>
          <Icon name="add" />
          {words.add}
        </Picker>
      </div>
      <StartAndSteps />
    </section>
  )
}
