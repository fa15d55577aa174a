import { useFrame, useThree } from '@react-three/fiber'
import { useEffect } from 'react'
import type { Stage } from './stage.ts'
import { ViewCamera } from './view-camera.ts'

/** Connects the stage to the renderer: camera, and the one place where a frame is drawn. */
export function ViewControls({ stage }: { stage: Stage }) {
  const gl = useThree((state) => state.gl)
  const scene = useThree((state) => state.scene)
  const invalidate = useThree((state) => state.invalidate)
  const size = useThree((state) => state.size)
  useEffect(() => {
    const view = new ViewCamera(stage, gl.domElement)
    stage.connect({ view, invalidate, canvas: gl.domElement, render: () => gl.render(scene, stage.camera) })
    return () => {
      stage.disconnect()
      view.dispose()
    }
  }, [stage, gl, scene, invalidate])
  useEffect(() => stage.fit(size.width, size.height), [stage, gl, scene, size])
  // A priority of its own takes drawing over from fiber.
  useFrame(() => stage.drawFrame(), 1)
  return null
}
