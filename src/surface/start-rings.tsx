import { useEffect, useMemo } from 'react'
import type { HeightField } from './height-field.ts'
import { onSurface, ring } from './critical-marks.ts'
import { MarkLayers } from './mark-layers.tsx'
import { MarkList } from './mark-list.ts'
import { scenePoint, shareOf, type ScenePoint } from './scene-box.ts'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  field: HeightField
  starts: readonly (readonly number[])[]
}

/** A white ring with a dot around every start: the handle one drags. */
export function StartRings({ stage, field, starts }: Props) {
  const marks = useMemo(() => {
    const list = new MarkList()
    starts.forEach((start, k) => {
      const [u, v] = [shareOf(field.domain, 0, start[0]), shareOf(field.domain, 1, start[1])]
      ring(list, field, u, v, k === 0 ? 0.05 : 0.04, 2.2, '#ffffff')
      const middle = startPlace(field, start)
      if (middle) list.segment(middle, middle, [4, 4], '#ffffff')
    })
    return list
  }, [field, starts])
  useEffect(() => {
    stage.show({ starts: starts.map((start) => startPlace(field, start)) })
  }, [stage, field, starts])
  return <MarkLayers stage={stage} marks={marks} order={390} outlined />
}

/** Where the handle of a start is: on the surface, or at the cap above ground that is cut away; undefined outside the domain. */
function startPlace(field: HeightField, start: readonly number[]): ScenePoint | undefined {
  const [u, v] = [shareOf(field.domain, 0, start[0]), shareOf(field.domain, 1, start[1])]
  if (!(Math.min(u, v) >= 0 && Math.max(u, v) <= 1)) return undefined
  return (onSurface(field, u, v) as ScenePoint | undefined) ?? scenePoint(u, v, 1)
}
