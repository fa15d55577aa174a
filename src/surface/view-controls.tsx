import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { MOUSE, Spherical, TOUCH, Vector3 } from 'three'
import { OrbitControls } from 'three/addons/controls/OrbitControls.js'
import { directionOf, fittingView, restingElevation, type View } from './fit-view.ts'
import { tall } from './scene-box.ts'
import type { Stage } from './stage.ts'

const glideTime = 420
const lowCorner = new Vector3(-1, -0.4, -1)
const highCorner = new Vector3(1, tall, 1)

/** Turning, zooming and shifting the view, and the one place where a frame is drawn. */
export function ViewControls({ stage }: { stage: Stage }) {
  const { gl, scene, camera, invalidate, size } = useThree()
  const untouched = useRef(true)
  const glide = useRef<{ since: number; from: Spherical; target: Vector3 } | undefined>(undefined)

  const controls = useMemo(() => {
    const made = new OrbitControls(camera)
    made.enableDamping = !matchMedia('(prefers-reduced-motion: reduce)').matches
    made.dampingFactor = 0.14
    made.rotateSpeed = 0.75
    made.zoomSpeed = 0.9
    made.zoomToCursor = true
    made.screenSpacePanning = true
    made.minDistance = 0.7
    // Not much below the floor: from there one sees undersides only.
    made.maxPolarAngle = 1.68
    made.minPolarAngle = 0.001
    made.mouseButtons = { LEFT: MOUSE.ROTATE, MIDDLE: MOUSE.DOLLY, RIGHT: MOUSE.PAN }
    made.touches = { ONE: TOUCH.ROTATE, TWO: TOUCH.DOLLY_PAN }
    return made
  }, [camera])

  useEffect(() => {
    const started = () => {
      untouched.current = false
      glide.current = undefined
    }
    const changed = () => invalidate()
    controls.connect(gl.domElement)
    controls.addEventListener('start', started)
    controls.addEventListener('change', changed)
    stage.invalidate = changed
    stage.allowTurning = (allowed) => {
      controls.enabled = allowed
    }
    stage.resetView = (how = 'glide') => {
      untouched.current = true
      const from = new Spherical().setFromVector3(camera.position.clone().sub(controls.target))
      // The short way round.
      from.theta -= 2 * Math.PI * Math.round((from.theta - stage.angles.azimuth) / (2 * Math.PI))
      glide.current = { since: performance.now(), from, target: controls.target.clone() }
      if (how === 'jump' || !controls.enableDamping) glide.current.since = -Infinity
      invalidate()
    }
    const unlisten = turnByKeys(
      gl.domElement,
      controls,
      camera.position,
      () => {
        started()
        invalidate()
      },
      stage,
    )
    return () => {
      unlisten()
      controls.removeEventListener('start', started)
      controls.removeEventListener('change', changed)
      controls.disconnect()
      controls.dispose()
      stage.invalidate = () => {}
      stage.resetView = () => {}
      stage.allowTurning = () => {}
    }
  }, [controls, gl, camera, invalidate, stage])

  useEffect(() => {
    const view = restingView(stage, size)
    const before = controls.maxDistance / 2
    controls.maxDistance = 2 * view.distance
    if (!untouched.current) {
      // A view of one's own keeps its share of the picture.
      camera.position
        .sub(controls.target)
        .multiplyScalar(view.distance / before)
        .add(controls.target)
    } else if (!glide.current) {
      controls.target.set(0, view.targetHeight, 0)
      camera.position
        .set(...directionOf(view.azimuth, view.elevation))
        .multiplyScalar(view.distance)
        .add(controls.target)
    }
    invalidate()
  }, [controls, camera, size, invalidate, stage])

  useFrame(() => {
    if (glide.current) {
      const { since, from, target } = glide.current
      const t = Math.min((performance.now() - since) / glideTime, 1)
      const eased = 1 - (1 - t) ** 3
      const { azimuth, elevation, targetHeight, distance } = restingView(stage, size)
      const to = new Spherical(distance, Math.PI / 2 - elevation, azimuth)
      controls.target.copy(target).lerp(new Vector3(0, targetHeight, 0), eased)
      camera.position
        .setFromSphericalCoords(
          from.radius + eased * (to.radius - from.radius),
          from.phi + eased * (to.phi - from.phi),
          from.theta + eased * (to.theta - from.theta),
        )
        .add(controls.target)
      if (t === 1) glide.current = undefined
      else invalidate()
    }
    controls.target.clamp(lowCorner, highCorner)
    controls.update()
    stage.measure(controls.target)
    gl.render(scene, camera)
    stage.redrawOverlay()
    const { dataset } = gl.domElement
    dataset.frames = String(Number(dataset.frames) + 1)
  }, 1)
  return null
}

function restingView({ angles }: Stage, { width, height }: { width: number; height: number }): View {
  return fittingView(angles.azimuth, restingElevation + angles.raised, width / height)
}

/** Arrows turn (when the canvas was reached by keyboard, so that a click does not take them from the page), +, − and 0 zoom and reset. */
function turnByKeys(
  canvas: HTMLCanvasElement,
  controls: OrbitControls,
  position: Vector3,
  moved: () => void,
  stage: Stage,
): () => void {
  let pressed = false
  let reachedByKeys = false
  const down = () => (pressed = true)
  const up = () => (pressed = false)
  const focused = () => (reachedByKeys = !pressed)
  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const turn = reachedByKeys
      ? { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
      : undefined
    const zoom = { '+': 1 / 1.12, '=': 1 / 1.12, '-': 1.12, _: 1.12 }[event.key]
    if (event.key === '0') stage.resetView()
    else if (turn || zoom) {
      const at = new Spherical().setFromVector3(position.clone().sub(controls.target))
      if (turn) {
        at.theta += 0.1 * turn[0]
        at.phi = Math.min(Math.max(at.phi + 0.07 * turn[1], 0.01), controls.maxPolarAngle)
      } else at.radius = Math.min(Math.max(at.radius * (zoom ?? 1), controls.minDistance), controls.maxDistance)
      position.setFromSpherical(at).add(controls.target)
      moved()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  canvas.addEventListener('pointerdown', down, true)
  addEventListener('pointerup', up)
  addEventListener('pointercancel', up)
  canvas.addEventListener('focus', focused)
  canvas.addEventListener('keydown', key)
  return () => {
    canvas.removeEventListener('pointerdown', down, true)
    removeEventListener('pointerup', up)
    removeEventListener('pointercancel', up)
    canvas.removeEventListener('focus', focused)
    canvas.removeEventListener('keydown', key)
  }
}
