import { useThree } from '@react-three/fiber'
import { useLayoutEffect, useMemo } from 'react'
import type { MarkList } from './mark-list.ts'
import { markStride, SegmentGeometry } from './segment-geometry.ts'
import { segmentMaterial } from './segment-material.ts'
import type { Stage } from './stage.ts'
import { useDisposed } from './use-disposed.ts'

interface Props {
  stage: Stage
  marks: MarkList
  /** Drawn after everything of lower order. */
  order: number
  /** With a dark outline, and faintly where something hides them. */
  outlined?: boolean
}

/** Draws a list of marks. */
export function MarkLayers({ stage, marks, order, outlined = false }: Props) {
  const invalidate = useThree((state) => state.invalidate)
  const geometry = useDisposed(useMemo(() => new SegmentGeometry(markStride), []))
  const materials = useDisposed(
    useMemo(() => {
      const towards = outlined ? 0.02 : 0
      const core = segmentMaterial(stage.segments, { marks: true, towards })
      const outline = segmentMaterial(stage.segments, {
        marks: true,
        grow: 1.2,
        only: '#0a1020',
        opacity: 0.75,
        towards,
      })
      const hidden = segmentMaterial(stage.segments, { marks: true, behind: true, opacity: 0.22, towards })
      return { core, outline, hidden, dispose: () => [core, outline, hidden].forEach((m) => m.dispose()) }
    }, [stage, outlined]),
  )
  useLayoutEffect(() => {
    geometry.show(marks.data())
    invalidate()
  }, [geometry, marks, invalidate])
  if (!outlined) return <mesh geometry={geometry} material={materials.core} renderOrder={order} frustumCulled={false} />
  return (
    <group>
      <mesh geometry={geometry} material={materials.hidden} renderOrder={order} frustumCulled={false} />
      <mesh geometry={geometry} material={materials.outline} renderOrder={order + 1} frustumCulled={false} />
      <mesh geometry={geometry} material={materials.core} renderOrder={order + 2} frustumCulled={false} />
    </group>
  )
}
