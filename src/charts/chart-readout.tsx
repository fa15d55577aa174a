import { formatNumber } from '../look/format-number.ts'
import { useStore } from '../state/use-store.ts'
import { runValues } from './drawn-series.ts'
import type { Quantity } from './quantities.ts'
import { fill } from '../i18n/fill.ts'
import { words } from './words.ts'

/** Every run's value at the step under the pointer, beside the line there. */
export function ChartReadout({ quantity, step, x, leftward }: ReadoutPlace & { quantity: Quantity; step: number }) {
  const language = useStore((state) => state.session.language)
  const experiment = useStore((state) => state.experiment)
  const results = useStore((state) => state.results)
  return (
    <div className={leftward ? 'chart-readout leftward' : 'chart-readout'} style={{ left: x }} aria-hidden="true">
      <p>{fill(words.step[language], { step: String(step) })}</p>
      <dl>
        {runValues({ results, experiment }, quantity, step, language).map(({ run, name, colour, value }) => (
          <div key={run}>
            <dt>
              <span className="chart-swatch" style={{ background: colour }} />
              {name}
            </dt>
            <dd>{value === undefined ? words.ended[language] : formatNumber(value)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}

/** Where the read-out stands: pixels from the chart's left, and on which side of that. */
export interface ReadoutPlace {
  x: number
  leftward: boolean
}
