import type { Box } from './tag-layout.ts'
import { PerspectiveCamera, Ray, Vector2, Vector3 } from 'three'
import type { FrameLabel } from './base-frame.ts'
import type { Angles } from './clear-angles.ts'
import { fieldOfView, restingAzimuth } from './fit-view.ts'
import type { HeightField } from './height-field.ts'
import { rayHit, type RayHit } from './ray-hit.ts'
import type { ScenePoint } from './scene-box.ts'
import { segmentView } from './segment-material.ts'

/** A card of the overlay. */
export interface Tag {
  /** Of the critical point in the results. */
  index: number
  at: ScenePoint
  title: string
  line: string
  colour: string
  chosen: boolean
  /** Smaller is placed first. */
  rank: number
}

/** What moves the camera. */
export interface ViewMotion {
  resize(width: number, height: number): void
  reset(how: 'glide' | 'jump'): void
  allowTurning(allowed: boolean): void
  advance(): Vector3
}

/** The renderer, once it is there. */
export interface Connection {
  view: ViewMotion
  canvas: HTMLCanvasElement
  invalidate(): void
  render(): void
}

/** What the parts of one surface view share and change in place: camera, size, the drawn field, the overlay's texts. */
export class Stage {
  readonly camera = new PerspectiveCamera(fieldOfView, 1, 0.05, 40)
  readonly segments = segmentView()
  width = 0
  height = 0
  field: HeightField | undefined
  frameLabels: readonly FrameLabel[] = []
  tags: readonly Tag[] = []
  /** Where the cards of critical points stand in the last picture: a click on one chooses its point. */
  cards: { box: Box; index: number }[] = []
  /** Places of the starts, in the scene, in the experiment's order. */
  starts: readonly (ScenePoint | undefined)[] = []
  balls: readonly ScenePoint[] = []
  /** The pointer, in CSS pixels from the top left corner. */
  pointer: readonly [number, number] | undefined
  /** Where the camera stands when nobody has moved it. */
  angles: Angles = { azimuth: restingAzimuth, raised: 0 }
  private connection: Connection | undefined
  private overlay: () => void = () => {}

  connect(connection: Connection): void {
    this.connection = connection
  }

  disconnect(): void {
    this.connection = undefined
  }

  /** Takes on some of what is shown, and asks for a frame. */
  show(parts: Partial<Pick<Stage, 'field' | 'frameLabels' | 'tags' | 'starts' | 'balls'>>): void {
    Object.assign(this, parts)
    this.invalidate()
  }

  /** What draws the overlay; returns what ends that. */
  drawOverlayWith(draw: () => void): () => void {
    this.overlay = draw
    this.invalidate()
    return () => {
      this.overlay = () => {}
    }
  }

  /** Asks for a frame; does nothing until the renderer is there. */
  invalidate(): void {
    this.connection?.invalidate()
  }

  /** Draws the overlay alone. */
  redrawOverlay(): void {
    this.overlay()
  }

  /** Moves the camera on and draws a frame. */
  drawFrame(): void {
    const { connection } = this
    if (!connection) return
    this.measure(connection.view.advance())
    this.drawNow()
    const { dataset } = connection.canvas
    dataset.frames = String(Number(dataset.frames) + 1)
  }

  /** Draws scene and overlay at once as they are. */
  drawNow(): void {
    this.connection?.render()
    this.overlay()
  }

  /** The view's size has changed: the camera fits it. */
  fit(width: number, height: number): void {
    this.connection?.view.resize(width, height)
  }

  /** Looks at a new landscape from its own angles. */
  look(angles: Angles, how: 'glide' | 'jump'): void {
    this.angles = angles
    this.resetView(how)
  }

  /** Back to the resting view, gliding unless told to jump. */
  resetView(how: 'glide' | 'jump' = 'glide'): void {
    this.connection?.view.reset(how)
  }

  /** Whether the pointer turns the view; off while it moves a start. */
  allowTurning(allowed: boolean): void {
    this.connection?.view.allowTurning(allowed)
  }

  resize(width: number, height: number, density: number): void {
    this.width = width
    this.height = height
    this.segments.viewport.value = new Vector2(width, height)
    this.segments.density.value = density
  }

  /** Brings matrices and pixel measures up to date with the camera. */
  private measure(target: Vector3): void {
    this.camera.updateMatrixWorld()
    const distance = this.camera.position.distanceTo(target)
    this.segments.perUnit.value =
      this.height / 2 / (Math.tan((this.camera.fov * Math.PI) / 360) * Math.max(distance, 0.1))
  }

  /** CSS pixels of a point of the scene, or undefined behind the eye. */
  project([x, y, z]: ScenePoint): [number, number] | undefined {
    const p = new Vector3(x, y, z).project(this.camera)
    return p.z < 1 ? [((p.x + 1) / 2) * this.width, ((1 - p.y) / 2) * this.height] : undefined
  }

  /** The ray of the scene through a pixel. */
  ray(x: number, y: number): Ray {
    const far = new Vector3((2 * x) / this.width - 1, 1 - (2 * y) / this.height, 0.5).unproject(this.camera)
    return new Ray(this.camera.position.clone(), far.sub(this.camera.position).normalize())
  }

  /** What of the surface is drawn at a pixel. */
  hit(x: number, y: number): RayHit | undefined {
    if (!this.field) return undefined
    const { origin, direction } = this.ray(x, y)
    return rayHit(this.field, origin.toArray(), direction.toArray())
  }

  /** Whether the surface hides a point that stands on it. */
  hides(point: ScenePoint): boolean {
    if (!this.field) return false
    const eye = this.camera.position
    const way = new Vector3(point[0], point[1] + 0.015, point[2]).sub(eye)
    const hit = rayHit(this.field, eye.toArray(), way.toArray())
    return hit !== undefined && hit.distance < 0.985
  }
}
