import { useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import type { ShaderMaterial } from 'three'
import { runColour, runDash } from '../look/run-colours.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import { playhead } from '../state/playhead.ts'
import type { HeightField } from './height-field.ts'
import { SegmentGeometry, segmentStride } from './segment-geometry.ts'
import { everyRow, segmentMaterial } from './segment-material.ts'
import type { Stage } from './stage.ts'
import { trajectoryLine } from './trajectory-line.ts'
import { useDisposed } from './use-disposed.ts'

interface Props {
  stage: Stage
  field: HeightField
  trajectory: Trajectory
  /** Place in the list of runs: gives colour and dashes. */
  index: number
  selected: boolean
  /** Whether what lies beyond the playhead is shown, faintly. */
  future: boolean
}

/** One path, four times: faintly ahead of the playhead, faintly through what hides it, its outline, and itself. */
export function RunLine({ stage, field, trajectory, index, selected, future }: Props) {
  const invalidate = useThree((state) => state.invalidate)
  const geometry = useDisposed(useMemo(() => new SegmentGeometry(segmentStride), []))
  const layers = useDisposed(
    useMemo(() => {
      const colour = runColour(index)
      const dash = runDash(index)
      const width = selected ? 3.6 : 3
      const make = (look: Parameters<typeof segmentMaterial>[1]) => segmentMaterial(stage.segments, look)
      const ahead = make({ colour, dash, width: 1.6, opacity: 0.34, round: false, towards: 0.014 })
      const hidden = make({ colour, dash, width: 2, opacity: 0.36, round: false, behind: true, towards: 0.016 })
      const outline = make({ colour: '#0a1020', width, grow: 1.3, opacity: 0.8, towards: 0.016 })
      const core = make({ colour, dash, width, towards: 0.018 })
      const all = [ahead, hidden, outline, core]
      return { ahead, past: [hidden, outline, core], dispose: () => all.forEach((material) => material.dispose()) }
    }, [stage, index, selected]),
  )
  useLayoutEffect(() => {
    geometry.show(trajectoryLine(trajectory, field))
    invalidate()
  }, [geometry, trajectory, field, invalidate])
  useEffect(() => {
    const cut = (step: number) => {
      layers.ahead.uniforms.rows.value.set(step, everyRow)
      for (const material of layers.past) material.uniforms.rows.value.set(-1, step)
      invalidate()
    }
    cut(playhead.at())
    return playhead.subscribe(cut)
  }, [layers, invalidate])

  const order = 10 + 4 * index + (selected ? 200 : 0)
  const layer = (material: ShaderMaterial, above: number, visible = true) => (
    <mesh geometry={geometry} material={material} renderOrder={above} frustumCulled={false} visible={visible} />
  )
  return (
    <group>
      {layer(layers.ahead, 8, future)}
      {layer(layers.past[0], order)}
      {layer(layers.past[1], order + 1)}
      {layer(layers.past[2], order + 2)}
    </group>
  )
}
