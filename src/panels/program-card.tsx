import { useMemo, useState, type PointerEvent } from 'react'
import { formatNumber, formatNumbers } from '../look/format-number.ts'
import type { Run } from '../simulation/experiment.ts'
import { useStore } from '../state/use-store.ts'
import type { StepReading } from '../simulation/step-reading.ts'
import { Fitted } from './fitted.tsx'
import { choiceWords } from './known-choices.ts'
import { Mathematics } from './mathematics.tsx'
import { ParameterName } from './parameter-name.tsx'
import { stepLines } from './step-lines.ts'
import { useLanguage, useWords } from './use-words.ts'

/** The optimizer's formula, line by line, with the numbers of one step beneath; pointing at a symbol shows its value. */
export function ProgramCard({ run, reading }: { run: Run; reading: StepReading | undefined }) {
  const words = useWords()
  const language = useLanguage()
  const parameters = useStore((state) => state.experiment.landscape.thing.parameters)
  const [wanted, setComponent] = useState(0)
  const [pointed, setPointed] = useState<string>()
  const component = Math.min(wanted, parameters.length - 1)
  const lines = useMemo(() => stepLines(run, reading, component, words.mathematics), [run, reading, component, words])

  const point = (event: PointerEvent) =>
    setPointed((event.target as Element).closest('[data-name]')?.getAttribute('data-name') ?? undefined)
  const declared = pointed === undefined ? undefined : run.optimizer.thing.hyperparameters[pointed]
  const name = run.optimizer.thing.name[language]
  const value = pointed === undefined ? undefined : reading?.values[pointed]
  const forms = choiceWords(run.optimizer.thing.hyperparameters, run.optimizer.values, language)
  const rate = reading?.values.learningRate?.[0]

  return (
    <>
      <div className="heading-line">
        <h2>{reading === undefined ? words.inspector.atStart(name) : words.inspector.program(name, reading.step)}</h2>
        {reading !== undefined && parameters.length > 1 && (
          <fieldset className="segments component" aria-label={words.surface.parameters}>
            {parameters.map((parameter, index) => (
              <button
                key={parameter}
                type="button"
                className="segment-button"
                aria-label={parameter}
                aria-pressed={index === component}
                onClick={() => setComponent(index)}
              >
                <ParameterName name={parameter} />
              </button>
            ))}
          </fieldset>
        )}
      </div>
      <div className="card program-card" onPointerOver={point} onPointerLeave={() => setPointed(undefined)}>
        {forms.length > 0 && <p className="hint">{words.about.shownFor(forms.join(words.about.between))}</p>}
        <ol className="program">
          {lines.map(({ formula, numbers, result }, index) => (
            <li key={index}>
              <Fitted className="program-formula">
                <Mathematics tree={formula} highlighted={pointed} />
              </Fitted>
              {numbers !== undefined && result !== undefined && (
                <div className="program-numbers">
                  <Fitted className="program-sum">
                    <Mathematics tree={numbers} highlighted={pointed} />
                  </Fitted>
                  <span>
                    = <strong>{formatNumber(result)}</strong>
                  </span>
                </div>
              )}
            </li>
          ))}
        </ol>
        {reading === undefined && <p className="hint">{words.inspector.waitingStep}</p>}
        {run.schedule.length > 0 && rate !== undefined && (
          <p className="hint">
            {words.inspector.learningRate} <i>η</i> = {formatNumber(rate)}
          </p>
        )}
        <p className="pointed-value" aria-hidden="true">
          {pointed !== undefined && (
            <>
              <ParameterName name={pointed} symbol={declared?.symbol} />
              {declared !== undefined && <span className="quiet"> {declared.label[language]}</span>}
              {value !== undefined && ` = ${formatNumbers(value, 4)}`}
            </>
          )}
        </p>
      </div>
    </>
  )
}
