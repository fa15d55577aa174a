import { useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { runColour } from '../look/run-colours.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import { playhead } from '../state/playhead.ts'
import type { HeightField } from './height-field.ts'
import { SegmentGeometry, segmentStride } from './segment-geometry.ts'
import { segmentMaterial } from './segment-material.ts'
import type { Stage } from './stage.ts'
import { trajectoryLine } from './trajectory-line.ts'
import { useDisposed } from './use-disposed.ts'

interface Props {
  stage: Stage
  field: HeightField
  /** The run to which the state belongs. */
  trajectory: Trajectory
  state: NonNullable<Trajectory['states']>[string]
  /** Place of the run in the list: gives the colour. */
  index: number
}

/** Where a point that goes with a run has been (an average, slow weights): thin and dashed, up to the playhead. */
export function PointLine({ stage, field, trajectory, state, index }: Props) {
  const invalidate = useThree((three) => three.invalidate)
  const geometry = useDisposed(useMemo(() => new SegmentGeometry(segmentStride), []))
  const layers = useDisposed(
    useMemo(() => {
      const outline = segmentMaterial(stage.segments, { colour: '#0a1020', width: 2.6, opacity: 0.4, towards: 0.016 })
      const core = segmentMaterial(stage.segments, {
        colour: runColour(index),
        dash: [6, 4],
        width: 1.6,
        round: false,
        towards: 0.02,
      })
      const all = [outline, core]
      return { all, dispose: () => all.forEach((material) => material.dispose()) }
    }, [stage, index]),
  )
  useLayoutEffect(() => {
    const { size, steps } = trajectory
    geometry.show(state.width === size ? trajectoryLine({ size, steps, theta: state.rows }, field) : new Float32Array())
    invalidate()
  }, [geometry, trajectory, state, field, invalidate])
  useEffect(() => {
    const cut = (step: number) => {
      for (const material of layers.all) material.uniforms.rows.value.set(-1, step)
      invalidate()
    }
    cut(playhead.at())
    return playhead.subscribe(cut)
  }, [layers, invalidate])
  return (
    <group>
      {layers.all.map((material, layer) => (
        <mesh
          key={layer}
          geometry={geometry}
          material={material}
          renderOrder={150 + 2 * index + layer}
          frustumCulled={false}
        />
      ))}
    </group>
  )
}
