import { MOUSE, Spherical, TOUCH, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import { directionOf, fittingView, restingElevation, type View } from './fit-view.ts'
import { tall } from './scene-box.ts'
import type { Stage, ViewMotion } from './stage.ts'
import { viewKeys } from './view-keys.ts'

/** Milliseconds in which the view glides back. */
const glideTime = 420
/** The point looked at stays within. */
const lowCorner = new Vector3(-1, -0.4, -1)
const highCorner = new Vector3(1, tall, 1)

/** Moves the stage's camera: turning, zooming and shifting by pointer and keys, gliding back, fitting the picture. */
export class ViewCamera implements ViewMotion {
  readonly controls: OrbitControls
  private readonly stage: Stage
  /** Nobody has moved the view: it follows the size of the picture. */
  private untouched = true
  private aspect = 1
  private glide: { since: number; from: Spherical; target: Vector3 } | undefined
  private readonly removeKeys: () => void

  constructor(stage: Stage, canvas: HTMLCanvasElement) {
    this.stage = stage
    const controls = new OrbitControls(stage.camera, canvas)
    controls.enableDamping = !matchMedia('(prefers-reduced-motion: reduce)').matches
    controls.dampingFactor = 0.14
    controls.rotateSpeed = 0.75
    controls.zoomSpeed = 0.9
    controls.zoomToCursor = true
    controls.minDistance = 0.7
    // Not much below the floor: from there one sees undersides only.
    controls.maxPolarAngle = 1.63
    controls.minPolarAngle = 0.001
    controls.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
    controls.touches = { ONE: TOUCH.ROTATE, TWO: TOUCH.DOLLY_PAN }
    controls.addEventListener('start', this.touch)
    controls.addEventListener('change', this.changed)
    this.controls = controls
    this.removeKeys = viewKeys(canvas, this)
  }

  /** The picture's size in CSS pixels has changed. */
  resize(width: number, height: number): void {
    const before = this.resting()
    this.aspect = width / height
    const view = this.resting()
    this.controls.maxDistance = 2 * view.distance
    const { camera } = this.stage
    const { target } = this.controls
    // A view of one's own keeps its share of the picture.
    if (!this.untouched)
      camera.position
        .sub(target)
        .multiplyScalar(view.distance / before.distance)
        .add(target)
    else if (!this.glide) this.stand(view)
    this.changed()
  }

  /** Back to the resting view of the stage. */
  reset(how: 'glide' | 'jump'): void {
    this.untouched = true
    this.glide = undefined
    if (how === 'jump' || !this.controls.enableDamping) this.stand(this.resting())
    else {
      const { target } = this.controls
      const from = new Spherical().setFromVector3(this.stage.camera.position.clone().sub(target))
      // The short way round.
      from.theta -= 2 * Math.PI * Math.round((from.theta - this.stage.angles.azimuth) / (2 * Math.PI))
      this.glide = { since: performance.now(), from, target: target.clone() }
    }
    this.changed()
  }

  allowTurning(allowed: boolean): void {
    this.controls.enabled = allowed
  }

  /** Turns by angles and zooms by a factor, within the limits. */
  turn(around: number, down: number, zoom: number): void {
    this.touch()
    const { controls, stage } = this
    const at = new Spherical().setFromVector3(stage.camera.position.clone().sub(controls.target))
    at.theta += around
    at.phi = Math.min(Math.max(at.phi + down, 0.01), controls.maxPolarAngle)
    at.radius = Math.min(Math.max(at.radius * zoom, controls.minDistance), controls.maxDistance)
    stage.camera.position.setFromSpherical(at).add(controls.target)
    this.changed()
  }

  /** Moves on by one frame; asks for another one while something is moving. Returns the point looked at. */
  advance(): Vector3 {
    const { camera } = this.stage
    const { target } = this.controls
    if (this.glide) {
      const { since, from, target: left } = this.glide
      const t = Math.min((performance.now() - since) / glideTime, 1)
      const eased = 1 - (1 - t) ** 3
      const { azimuth, elevation, targetHeight, distance } = this.resting()
      const between = (a: number, b: number) => a + eased * (b - a)
      target.copy(left).lerp(new Vector3(0, targetHeight, 0), eased)
      camera.position
        .setFromSphericalCoords(
          between(from.radius, distance),
          between(from.phi, Math.PI / 2 - elevation),
          between(from.theta, azimuth),
        )
        .add(target)
      if (t === 1) this.glide = undefined
      else this.changed()
    }
    target.clamp(lowCorner, highCorner)
    this.controls.update()
    return target
  }

  dispose(): void {
    this.removeKeys()
    this.controls.removeEventListener('start', this.touch)
    this.controls.removeEventListener('change', this.changed)
    this.controls.dispose()
  }

  private resting(): View {
    const { azimuth, raised } = this.stage.angles
    return fittingView(azimuth, restingElevation + raised, this.aspect)
  }

  private stand({ azimuth, elevation, targetHeight, distance }: View): void {
    const { target } = this.controls
    target.set(0, targetHeight, 0)
    this.stage.camera.position
      .set(...directionOf(azimuth, elevation))
      .multiplyScalar(distance)
      .add(target)
  }

  private readonly touch = (): void => {
    this.untouched = false
    this.glide = undefined
  }

  private readonly changed = (): void => {
    this.stage.invalidate()
  }
}
