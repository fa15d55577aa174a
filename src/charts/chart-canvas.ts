import { palettes } from '../look/colour-scheme.ts'
import { playhead } from '../state/playhead.ts'
import { store, type Store } from '../state/store.ts'
import { CanvasLayers, type LayerSize } from '../look/canvas-layers.ts'
import { stepAt, xOf, type ChartFrame } from './chart-frame.ts'
import { drawAxes, drawLines, drawNote, drawPlayhead, layOut } from './draw-chart.ts'
import { drawnSeries, type DrawnSeries } from './drawn-series.ts'
import type { ChartScale, Quantity } from './quantities.ts'
import { onSchemeChange, schemeInUse } from '../state/scheme-in-use.ts'
import { valueRange } from './value-range.ts'
import { words } from './words.ts'

const still = 0
const moving = 1

/**
 * Paints one chart: axes and lines on the lower canvas, playhead and pointer on the upper one. Follows store and playhead by
 * itself until disposed.
 */
export class ChartCanvas {
  private readonly quantity: Quantity
  private scale: ChartScale
  private hover: number | undefined
  private series: DrawnSeries[] = []
  private frame: ChartFrame | undefined
  private readonly layers: CanvasLayers
  private readonly endings: (() => void)[]

  constructor(
    host: HTMLElement,
    [lower, upper]: readonly [HTMLCanvasElement, HTMLCanvasElement],
    quantity: Quantity,
    scale: ChartScale,
  ) {
    this.quantity = quantity
    this.scale = scale
    this.layers = new CanvasLayers(host, [lower, upper], this.paint)
    this.endings = [
      store.subscribe(this.follow),
      playhead.subscribe(() => this.layers.invalidate(moving)),
      onSchemeChange(() => this.layers.invalidate()),
    ]
  }

  dispose(): void {
    for (const end of this.endings) end()
    this.layers.dispose()
  }

  show(scale: ChartScale): void {
    if (scale === this.scale) return
    this.scale = scale
    this.layers.invalidate()
  }

  /** Draws a line at a step under the pointer; undefined takes it away. */
  pointAt(step: number | undefined): void {
    if (step === this.hover) return
    this.hover = step
    this.layers.invalidate(moving)
  }

  /** The step at a share (0 left, 1 right) of the whole chart's width, and where its line is; undefined before the first painting. */
  under(share: number): { step: number; x: number; leftward: boolean } | undefined {
    if (!this.frame) return undefined
    const step = stepAt(this.frame, share * this.layers.size.width)
    const x = xOf(this.frame, step)
    return { step, x, leftward: x > 0.6 * this.layers.size.width }
  }

  private readonly follow = ({ results, experiment }: Store, before: Store): void => {
    if (
      results.trajectories !== before.results.trajectories ||
      experiment.runs !== before.experiment.runs ||
      experiment.steps !== before.experiment.steps
    )
      this.layers.invalidate()
  }

  private readonly paint = (layer: number, context: CanvasRenderingContext2D, size: LayerSize): void => {
    const palette = palettes[schemeInUse()]
    if (layer === still) {
      const state = store.getState()
      this.series = drawnSeries(state, this.quantity)
      const range = valueRange(
        this.series.map(({ values }) => values),
        this.scale,
      )
      const rest = { steps: state.experiment.steps, scale: this.scale, ...(range ?? { low: 0.1, high: 1 }) }
      const { frame, ticks } = layOut(context, size, rest)
      this.frame = frame
      drawAxes(context, frame, range ? ticks : [], palette)
      if (!range && this.scale === 'log' && this.series.length > 0)
        drawNote(context, frame, words.nothingPositive[state.session.language], palette)
      drawLines(context, frame, this.series, size.ratio)
    } else if (this.frame) {
      drawPlayhead(context, this.frame, this.series, { step: playhead.at(), hover: this.hover }, palette)
    }
  }
}
