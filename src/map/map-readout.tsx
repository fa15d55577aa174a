import { useStore } from '../state/use-store.ts'
import { formatNumber } from '../look/format-number.ts'
import { lossAt } from './loss-at.ts'
import { parameterLabel } from '../formula/parameter-label.ts'

/** Parameters and loss under the cross-hair, in the corner the pointer is not in. */
export function MapReadout() {
  const hover = useStore((state) => state.session.hover)
  const grid = useStore((state) => state.results.grid)
  const names = useStore((state) => state.experiment.landscape.thing.parameters)
  if (!hover || !grid) return null
  const loss = lossAt(grid, hover[0], hover[1])
  if (loss === undefined) return null
  const [[left, right], [bottom, top]] = grid.domain
  const inTheWay = hover[0] > left + 0.45 * (right - left) && hover[1] > bottom + 0.7 * (top - bottom)
  return (
    <dl className={inTheWay ? 'map-readout map-readout-low' : 'map-readout'} aria-hidden="true">
      {[names[0], names[1]].map((name, k) => (
        <div key={name}>
          <dt>{parameterLabel(name)}</dt>
          <dd>{formatNumber(hover[k])}</dd>
        </div>
      ))}
      <div>
        <dt>L</dt>
        <dd>{formatNumber(loss)}</dd>
      </div>
    </dl>
  )
}
