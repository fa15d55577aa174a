import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { withRegionEnd } from './experiment-edits.ts'
import { NumberField } from './number-field.tsx'
import { ParameterName } from './parameter-name.tsx'
import { useWords } from './use-words.ts'

/** The ends of the region that is shown, one line a parameter. */
export function RegionFields() {
  const words = useWords().surface
  const { thing } = useStore((state) => state.experiment.landscape)
  const domain = useStore((state) => state.experiment.domain) ?? thing.domain
  const set = (parameter: number, end: 0 | 1) => (value: number) =>
    store.getState().edit((experiment) => withRegionEnd(experiment, parameter, end, value))
  return (
    <fieldset className="control">
      <legend className="control-label">{words.region}</legend>
      {domain.map(([low, high], parameter) => {
        const name = thing.parameters[parameter]
        return (
          <div key={name} className="range-line">
            <NumberField
              value={low}
              accepted={{ symbol: name, valid: {} }}
              label={words.from(name)}
              refuse={(value) => (value < high ? undefined : words.emptyRegion)}
              onChange={set(parameter, 0)}
            />
            <span className="quiet">
              ≤ <ParameterName name={name} /> ≤
            </span>
            <NumberField
              value={high}
              accepted={{ symbol: name, valid: {} }}
              label={words.to(name)}
              refuse={(value) => (value > low ? undefined : words.emptyRegion)}
              onChange={set(parameter, 1)}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
