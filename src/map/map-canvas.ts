import { palettes } from '../look/colour-scheme.ts'
import { runColour, runDash } from '../look/run-colours.ts'
import { playhead } from '../state/playhead.ts'
import { store, type Store } from '../state/store.ts'
import { CanvasLayers, type LayerSize } from '../look/canvas-layers.ts'
import { drawCriticalPoints } from './draw-critical-points.ts'
import { drawAxes, drawContours, drawField, drawHoles, fieldPicture, type FieldPicture } from './draw-landscape.ts'
import { drawCrossHair, drawStart, drawTrajectories, type DrawnRun } from './draw-trajectories.ts'
import type { MapFrame } from './map-frame.ts'
import { domainOf, heightScaleOf } from './map-state.ts'
import { startsOf } from '../state/starts-of.ts'
import { parameterLabel } from '../formula/parameter-label.ts'
import { onSchemeChange, schemeInUse } from '../state/scheme-in-use.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import { thinTrajectory } from './thin-trajectory.ts'

const still = 0
const moving = 1

/**
 * Paints the map: what stands still (colours, contours, axes, critical points) on the lower canvas, what moves with the
 * playhead or the pointer on the upper one. Follows store and playhead by itself until disposed.
 */
export class MapCanvas {
  private readonly layers: CanvasLayers
  private readonly endings: (() => void)[]
  private picture: FieldPicture | undefined
  /** The runs in pixels of this frame; thinned once, drawn at every move of the playhead. */
  private runs: DrawnRun[] | undefined
  private runsFrame = ''

  constructor(host: HTMLElement, lower: HTMLCanvasElement, upper: HTMLCanvasElement) {
    this.layers = new CanvasLayers(host, [lower, upper], this.paint)
    this.endings = [
      store.subscribe(this.follow),
      playhead.subscribe(() => this.layers.invalidate(moving)),
      onSchemeChange(() => this.layers.invalidate(still)),
    ]
  }

  dispose(): void {
    for (const end of this.endings) end()
    this.layers.dispose()
  }

  /** The domain over the box, in CSS pixels. */
  frame(): MapFrame {
    const { width, height } = this.layers.size
    return { domain: domainOf(store.getState()), width, height }
  }

  private readonly follow = (state: Store, before: Store): void => {
    const { results, session, experiment } = state
    const changed = (key: keyof Store['results']) => results[key] !== before.results[key]
    if (changed('trajectories') || experiment.runs !== before.experiment.runs) this.runs = undefined
    if (
      changed('grid') ||
      changed('contours') ||
      changed('criticalPoints') ||
      session.focus !== before.session.focus ||
      experiment.landscape !== before.experiment.landscape
    )
      this.layers.invalidate(still)
    if (
      !this.runs ||
      changed('grid') ||
      session.hover !== before.session.hover ||
      experiment.starts !== before.experiment.starts
    )
      this.layers.invalidate(moving)
  }

  private readonly paint = (layer: number, context: CanvasRenderingContext2D, size: LayerSize): void => {
    const state = store.getState()
    const frame = { domain: domainOf(state), width: size.width, height: size.height }
    if (layer === still) this.paintStill(context, state, frame)
    else this.paintMoving(context, state, frame)
  }

  private paintStill(context: CanvasRenderingContext2D, state: Store, frame: MapFrame): void {
    const { grid, contours, criticalPoints } = state.results
    const { focus } = state.session
    const palette = palettes[schemeInUse()]
    context.fillStyle = palette.panel
    context.fillRect(0, 0, frame.width, frame.height)
    const scale = heightScaleOf(state)
    if (grid && scale) {
      if (this.picture?.grid !== grid || this.picture.scale.kind !== scale.kind)
        this.picture = fieldPicture(grid, scale)
      drawField(context, this.picture, frame)
      drawContours(context, contours, grid.resolution, frame)
      drawHoles(context, this.picture, frame, { ground: palette.panel, line: palette.line })
    }
    drawAxes(context, frame, state.experiment.landscape.thing.parameters.map(parameterLabel))
    drawCriticalPoints(context, criticalPoints, frame, focus.kind === 'critical' ? focus.index : undefined)
  }

  private paintMoving(context: CanvasRenderingContext2D, state: Store, frame: MapFrame): void {
    const { session, experiment } = state
    // By value: every grid from the worker brings a domain of its own.
    if (!this.runs || this.runsFrame !== keyOf(frame)) {
      this.runs = drawnRuns(state, frame)
      this.runsFrame = keyOf(frame)
    }
    if (session.hover) drawCrossHair(context, frame, session.hover)
    drawTrajectories(context, this.runs, frame, playhead.at())
    startsOf(experiment).forEach((start, index) => drawStart(context, frame, start, index === 0))
  }
}

const keyOf = ({ domain, width, height }: MapFrame) => [domain, width, height].join()

function drawnRuns({ results, experiment }: Store, frame: MapFrame): DrawnRun[] {
  return results.trajectories.flatMap((trajectory, index) =>
    'error' in trajectory || !experiment.runs[index] || experiment.runs[index].hidden
      ? []
      : [
          {
            trajectory,
            thin: thinTrajectory(trajectory, frame),
            points: statesOf(trajectory).map((rows) => thinTrajectory({ ...trajectory, theta: rows }, frame)),
            colour: runColour(index),
            dash: runDash(index),
          },
        ],
  )
}

/** Rows of the states that came with a trajectory: all of them are points. */
function statesOf({ states = {}, size }: Trajectory): Float64Array[] {
  return Object.values(states).flatMap(({ width, rows }) => (width === size ? [rows] : []))
}
