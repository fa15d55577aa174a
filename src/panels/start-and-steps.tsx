import type { NumberHyperparameter } from '../declare/hyperparameter.ts'
import { store, type EditMode } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { startOf, withStart } from './experiment-edits.ts'
import { NumberField } from './number-field.tsx'
import { ParameterName } from './parameter-name.tsx'
import { nudged, Slider } from './slider.tsx'
import { useWords } from './use-words.ts'

/** The number of steps: any whole number that a page can still draw. */
const stepsScale: Pick<NumberHyperparameter, 'range' | 'scale' | 'integer' | 'valid' | 'symbol'> = {
  range: [10, 5000],
  scale: 'log',
  integer: true,
  valid: { least: 1, most: 100_000 },
  symbol: 'T',
}
const usualSteps = 200

/** Where the runs start and how many steps they take. */
export function StartAndSteps() {
  const words = useWords().runs
  const control = useWords().control
  const steps = useStore((state) => state.experiment.steps)
  const { parameters, domain } = useStore((state) => state.experiment.landscape.thing)
  const start = useStore((state) => startOf(state.experiment))
  const setSteps = (value: number, mode: EditMode) =>
    store.getState().edit((experiment) => ({ ...experiment, steps: value }), mode)

  return (
    <div className="card start-card">
      <fieldset className="control control-line start-line" aria-label={words.start}>
        <span className="control-label">{words.start}</span>
        {parameters.map((name, index) => (
          <span key={name} className="coordinate">
            <span className="quiet">
              <ParameterName name={name} />
            </span>
            <NumberField
              value={start[index]}
              accepted={{ symbol: name, valid: {} }}
              label={words.startOf(name)}
              nudge={(value, direction) => nearby(value, direction, domain[index])}
              onChange={(value) => store.getState().edit((experiment) => withStart(experiment, index, value))}
            />
          </span>
        ))}
      </fieldset>
      <div className="control">
        <div className="control-line">
          <span className="control-label" aria-hidden="true">
            {words.steps} <span className="symbol">T</span>
          </span>
          <NumberField
            value={steps}
            accepted={stepsScale}
            label={control.exact(words.stepsLabel)}
            nudge={(value, direction) => nudged(stepsScale, value, direction)}
            onChange={(value) => setSteps(value, 'final')}
          />
        </div>
        <Slider value={steps} scaled={stepsScale} byDefault={usualSteps} label={words.stepsLabel} onChange={setSteps} />
      </div>
    </div>
  )
}

/** A hundredth of the region up or down, on round numbers. */
function nearby(value: number, direction: 1 | -1, [low, high]: readonly [number, number]): number {
  const place = 10 ** Math.round(Math.log10((high - low) / 100))
  return Number(((Math.round(value / place) + direction) * place).toPrecision(12))
}
