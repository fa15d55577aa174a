import { useEffect, useMemo } from 'react'
import type { CriticalPoint } from '../analysis/critical-point.ts'
import { kindColours } from '../look/kind-colours.ts'
import { kindName } from '../look/kind-names.ts'
import type { Language } from '../i18n/language.ts'
import { criticalMarks, eigenvalueLine, markPlace } from './critical-marks.ts'
import type { HeightField } from './height-field.ts'
import { MarkLayers } from './mark-layers.tsx'
import type { Stage } from './stage.ts'

interface Props {
  stage: Stage
  field: HeightField
  points: readonly CriticalPoint[]
  /** Index of the emphasised point. */
  focus: number | undefined
  language: Language
}

/** Minima tell most, then saddles. */
const rankOfKind = { minimum: 0, saddle: 1, maximum: 2, degenerate: 3 }

/** The critical points: rings and arrows on the surface, and their cards on the overlay. */
export function CriticalRings({ stage, field, points, focus, language }: Props) {
  const marks = useMemo(() => criticalMarks(points, field, focus), [points, field, focus])
  useEffect(() => {
    const tags = points.flatMap((point, index) => {
      const at = markPlace(point, field)
      if (!at) return []
      return {
        index,
        at,
        title: kindName(point.kind, language),
        line: eigenvalueLine(point),
        colour: kindColours[point.kind],
        chosen: index === focus,
        rank: rankOfKind[point.kind] + index / points.length,
      }
    })
    stage.show({ tags })
  }, [stage, points, field, focus, language])
  return <MarkLayers stage={stage} marks={marks} order={400} outlined />
}
