import type { CSSProperties } from 'react'
import type { PointReading } from '../analysis/point-reading.ts'
import { formatNumber, formatNumbers } from '../look/format-number.ts'
import { Icon } from './icons.tsx'
import { Mathematics } from './mathematics.tsx'
import { matrixTree } from './matrix-tree.ts'
import { curvatures, surfaceShape } from './surface-shape.ts'
import { useWords } from './use-words.ts'

/** Loss, gradient, Hessian and eigenvalues at one point, and what they mean. */
export function PointCard({ reading }: { reading: PointReading }) {
  const words = useWords().inspector
  const { theta, loss, gradient, hessian, eigenpairs } = reading
  const eigenvalues = eigenpairs.map(({ value }) => value)
  const largest = Math.max(...eigenvalues.map(Math.abs))
  const kinds = curvatures(eigenvalues)
  const says = { up: words.curvesUp, down: words.curvesDown, flat: words.isFlat }
  return (
    <div className="card point-card">
      <dl className="readings">
        <div>
          <dt>
            <i>L</i> <span className="quiet">{words.loss}</span>
          </dt>
          <dd>{formatNumber(loss, 4)}</dd>
        </div>
        <div>
          <dt>
            <i>θ</i> <span className="quiet">{words.position}</span>
          </dt>
          <dd>{formatNumbers(theta)}</dd>
        </div>
        <div>
          <dt>
            <i>g</i> <span className="quiet">{words.gradient}</span>
          </dt>
          <dd>{formatNumbers(gradient)}</dd>
        </div>
      </dl>
      {finite(hessian) && (
        <figure className="matrix" aria-label={words.hessian}>
          <Mathematics tree={matrixTree('H', hessian)} />
        </figure>
      )}
      <ul className="eigenvalues" aria-label={words.eigenvalues}>
        {eigenvalues.map((value, index) => (
          <li key={index} className={`eigenvalue curves-${kinds[index]}`}>
            <span className="eigenvalue-number">
              λ{'₁₂₃₄₅₆₇₈₉'[index]} {value > 0 ? '+' : ''}
              {formatNumber(value)}
            </span>
            <span className="bar" aria-hidden="true">
              <span style={{ '--share': largest > 0 ? Math.abs(value) / largest : 0 } as CSSProperties} />
            </span>
            <span className="eigenvalue-says">
              <Icon name={kinds[index] === 'up' ? 'curvesUp' : kinds[index] === 'down' ? 'curvesDown' : 'flat'} />
              {says[kinds[index]]}
            </span>
          </li>
        ))}
      </ul>
      {eigenvalues.length > 0 && <p className="hint">{words.shapes[surfaceShape(eigenvalues)]}</p>}
    </div>
  )
}

function finite(rows: readonly (readonly number[])[]): boolean {
  return rows.length > 0 && rows.every((row) => row.every(Number.isFinite))
}
