import { extend } from '@react-three/fiber'
import { useEffect, useMemo, useRef } from 'react'
import { Group, Mesh } from 'three'
import type { ColourScheme } from '../look/colour-scheme.ts'
import type { SurfaceGrid } from '../analysis/surface-grid.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { clearAngles } from './clear-angles.ts'
import { shareOf } from './scene-box.ts'
import { Balls } from './balls.tsx'
import { BaseFloor } from './base-floor.tsx'
import { CriticalRings } from './critical-rings.tsx'
import { HeightField } from './height-field.ts'
import { parameterLabel } from '../formula/parameter-label.ts'
import { PointLine } from './point-line.tsx'
import { RunLine } from './run-line.tsx'
import type { Stage } from './stage.ts'
import { StartRings } from './start-rings.tsx'
import { startsOf } from '../state/starts-of.ts'
import { SurfaceMesh } from './surface-mesh.tsx'
import { surfaceWords } from './surface-words.ts'
import { ViewControls } from './view-controls.tsx'

// What the scene's elements below are; nothing else of three is bundled.
extend({ Group, Mesh })

interface Props {
  stage: Stage
  scheme: ColourScheme
  smooth: boolean
}

/** Everything in the scene, bound to the store. */
export function SurfaceScene({ stage, scheme, smooth }: Props) {
  const grid = useStore((state) => state.results.grid)
  const heightScale = useStore((state) => state.experiment.landscape.thing.heightScale)
  const field = useMemo(() => (grid ? new HeightField(grid, heightScale) : undefined), [grid, heightScale])
  const framed = useRef<{ id: string; grid: SurfaceGrid } | undefined>(undefined)
  useEffect(() => {
    stage.show({ field })
    if (!field || !grid) return
    const { experiment } = store.getState()
    const { id } = experiment.landscape.thing
    const before = framed.current
    framed.current = { id, grid }
    // Another landscape is seen anew, once its own surface is there.
    if (before?.id === id) return
    if (before?.grid === grid) {
      framed.current = before
      return
    }
    const [start] = startsOf(experiment)
    const from = [shareOf(grid.domain, 0, start[0]), shareOf(grid.domain, 1, start[1])] as const
    stage.look(clearAngles(field, from), before ? 'glide' : 'jump')
  }, [stage, field, grid])
  return (
    <>
      <ViewControls stage={stage} />
      {field && <Landscape stage={stage} scheme={scheme} smooth={smooth} field={field} />}
    </>
  )
}

function Landscape({ stage, scheme, smooth, field }: Props & { field: HeightField }) {
  const language = useStore((state) => state.session.language)
  const parameters = useStore((state) => state.experiment.landscape.thing.parameters)
  const points = useStore((state) => state.results.criticalPoints)
  const focus = useStore(({ session }) => (session.focus.kind === 'critical' ? session.focus.index : undefined))
  const landscape = useStore((state) => state.experiment.landscape)
  const ownStarts = useStore((state) => state.experiment.starts)
  const starts = useMemo(() => startsOf({ starts: ownStarts, landscape }), [ownStarts, landscape])
  const names = useMemo(
    () => [parameterLabel(parameters[0]), parameterLabel(parameters[1]), surfaceWords.loss[language]] as const,
    [parameters, language],
  )
  return (
    <>
      <SurfaceMesh stage={stage} field={field} scheme={scheme} smooth={smooth} />
      <BaseFloor stage={stage} field={field} names={names} scheme={scheme} />
      <Runs stage={stage} field={field} scheme={scheme} />
      <StartRings stage={stage} field={field} starts={starts} />
      <CriticalRings stage={stage} field={field} points={points} focus={focus} language={language} />
    </>
  )
}

function Runs({ stage, field, scheme }: { stage: Stage; field: HeightField; scheme: ColourScheme }) {
  const trajectories = useStore((state) => state.results.trajectories)
  const runs = useStore((state) => state.experiment.runs)
  const selected = useStore((state) => state.session.selectedRun)
  const playing = useStore((state) => state.session.playing)
  const shown = useMemo(
    () =>
      trajectories.flatMap((trajectory, index) =>
        'error' in trajectory || runs[index]?.hidden ? [] : [{ index, trajectory }],
      ),
    [trajectories, runs],
  )
  return (
    <>
      {shown.map(({ index, trajectory }) => (
        <RunLine
          key={index}
          stage={stage}
          field={field}
          trajectory={trajectory}
          index={index}
          selected={index === selected && shown.length > 1}
          future={!playing}
        />
      ))}
      {shown.flatMap(({ index, trajectory }) =>
        Object.entries(trajectory.states ?? {}).map(([name, state]) => (
          <PointLine
            key={`${index} ${name}`}
            stage={stage}
            field={field}
            trajectory={trajectory}
            state={state}
            index={index}
          />
        )),
      )}
      <Balls stage={stage} field={field} runs={shown} scheme={scheme} />
    </>
  )
}
