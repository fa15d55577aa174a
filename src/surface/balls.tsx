import { useEffect, useMemo } from 'react'
import type { ColourScheme } from '../look/colour-scheme.ts'
import { runColour } from '../look/run-colours.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import { playhead } from '../state/playhead.ts'
import { BallGeometry, ballMaterial } from './ball-material.ts'
import type { HeightField } from './height-field.ts'
import { tall } from './scene-box.ts'
import type { Stage } from './stage.ts'
import { ballPlace } from './trajectory-line.ts'
import { useDisposed } from './use-disposed.ts'

/** The run's place in the list with what it did. */
export interface ShownRun {
  index: number
  trajectory: Trajectory
}

/** Where every run stands at the playhead: a ball with its shadow on the surface below. */
export function Balls({
  stage,
  field,
  runs,
  scheme,
}: {
  stage: Stage
  field: HeightField
  runs: readonly ShownRun[]
  scheme: ColourScheme
}) {
  const room = 2 ** Math.ceil(Math.log2(Math.max(runs.length, 8)))
  const geometry = useDisposed(useMemo(() => new BallGeometry(room), [room]))
  const outline = scheme === 'dark' ? '#0a1020' : '#1b2233'
  const materials = useDisposed(
    useMemo(() => {
      const make = (what: 'ball' | 'hidden' | 'shadow') => ballMaterial(stage.segments, what, outline)
      const [ball, hidden, shadow] = [make('ball'), make('hidden'), make('shadow')]
      return { ball, hidden, shadow, dispose: () => [ball, hidden, shadow].forEach((m) => m.dispose()) }
    }, [stage, outline]),
  )
  useEffect(() => {
    const put = (step: number) => {
      const places: [number, number, number][] = []
      for (const { index, trajectory } of runs) {
        const place = ballPlace(trajectory, field, step)
        if (!place) continue
        const [u, v] = [(place[0] + 1) / 2, (1 - place[2]) / 2]
        const below = field.at(u, v)
        const ground = below <= 1 ? [place[0], tall * below, place[2]] : [0, -100, 0]
        geometry.place(places.length, place, ground, field.normalAt(u, v, tall), runColour(index))
        places.push(place)
      }
      geometry.showFirst(places.length)
      stage.show({ balls: places })
    }
    put(playhead.at())
    return playhead.subscribe(put)
  }, [stage, geometry, field, runs])
  return (
    <group>
      <mesh geometry={geometry} material={materials.shadow} renderOrder={5} frustumCulled={false} />
      <mesh geometry={geometry} material={materials.hidden} renderOrder={500} frustumCulled={false} />
      <mesh geometry={geometry} material={materials.ball} renderOrder={501} frustumCulled={false} />
    </group>
  )
}
