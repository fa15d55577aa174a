import type { CriticalPoint } from '../analysis/critical-point.ts'
import type { Domain } from '../declare/landscape.ts'
import type { Language } from '../i18n/language.ts'
import { kindColours } from '../look/kind-colours.ts'
import { kindName } from '../look/kind-names.ts'
import { useStore } from '../state/use-store.ts'
import { formatNumber } from '../look/format-number.ts'
import { toPixel } from './map-frame.ts'
import { toggleFocus } from './map-pointer.ts'
import { domainOf } from './map-state.ts'
import { parameterLabel } from '../formula/parameter-label.ts'
import { words } from './words.ts'

/**
 * One button a critical point, so that keyboard and screen reader reach them (the pointer reaches them through the map, where
 * a start may lie on top), and a tag at the one pointed at, else at the one in focus.
 */
export function CriticalPointTags({ pointed }: { pointed: number | undefined }) {
  const points = useStore((state) => state.results.criticalPoints)
  const domain = useStore(domainOf)
  const focus = useStore((state) => state.session.focus)
  const language = useStore((state) => state.session.language)
  const names = useStore((state) => state.experiment.landscape.thing.parameters)
  const focused = focus.kind === 'critical' ? focus.index : undefined
  const tagged = pointed ?? focused
  return (
    <>
      <ul className="map-points" aria-label={words.points[language]}>
        {points.map((point, index) => (
          <li key={point.theta.join()}>
            <button
              type="button"
              className="map-point"
              style={placeOf(point, domain)}
              aria-pressed={index === focused}
              aria-label={spoken(point, names, language)}
              onClick={() => toggleFocus(index)}
            />
          </li>
        ))}
      </ul>
      {tagged !== undefined && points[tagged] && <Tag point={points[tagged]} domain={domain} language={language} />}
    </>
  )
}

function Tag({ point, domain, language }: { point: CriticalPoint; domain: Domain; language: Language }) {
  const [right, down] = shares(point, domain)
  const side = `${down < 0.25 ? 'below' : 'above'} ${right > 0.66 ? 'leftward' : right < 0.34 ? 'rightward' : 'middle'}`
  return (
    <div
      className={`map-tag ${side}`}
      style={{ ...placeOf(point, domain), borderColor: kindColours[point.kind] }}
      aria-hidden="true"
    >
      <strong>{kindName(point.kind, language)}</strong>
      <span>
        {point.eigenpairs
          .map(({ value }, k) => `${parameterLabel(`lambda${k + 1}`)} ${formatNumber(value)}`)
          .join(' · ')}
      </span>
    </div>
  )
}

const shares = ({ theta }: CriticalPoint, domain: Domain) =>
  toPixel({ domain, width: 1, height: 1 }, theta[0], theta[1])

function placeOf(point: CriticalPoint, domain: Domain) {
  const [x, y] = shares(point, domain)
  return { left: `${100 * x}%`, top: `${100 * y}%` }
}

function spoken({ kind, theta, eigenpairs }: CriticalPoint, names: readonly string[], language: Language): string {
  const places = names.slice(0, 2).map((name, k) => `${parameterLabel(name)} ${formatNumber(theta[k])}`)
  const values = eigenpairs.map(({ value }, k) => `${parameterLabel(`lambda${k + 1}`)} ${formatNumber(value)}`)
  return [kindName(kind, language), ...places, ...values].join(', ')
}
