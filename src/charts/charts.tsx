import { Chart } from './chart.tsx'
import './charts.css'

/** Loss and gradient norm side by side, or one above the other where it is narrow. */
export function Charts() {
  return (
    <div className="charts">
      <div className="charts-row">
        <Chart quantity="loss" />
        <Chart quantity="gradientNorm" />
      </div>
    </div>
  )
}
