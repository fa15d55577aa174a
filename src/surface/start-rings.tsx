import { useEffect, useMemo } from 'react'
import type { HeightField } from './height-field.ts'
import { onSurface, ring } from './critical-marks.ts'
import { MarkLayers } from './mark-layers.tsx'
import { MarkList } from './mark-list.ts'
import { shareOf, type ScenePoint } from './scene-box.ts'
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
      const middle = onSurface(field, u, v)
      if (middle) list.segment(middle, middle, [4, 4], '#ffffff')
    })
    return list
  }, [field, starts])
  useEffect(() => {
    stage.starts = starts.map((start) => {
      const place = onSurface(field, shareOf(field.domain, 0, start[0]), shareOf(field.domain, 1, start[1]))
      return place as ScenePoint | undefined
    })
  }, [stage, field, starts])
  return <MarkLayers stage={stage} marks={marks} order={390} outlined />
}
