import { useFrame, useThree } from '@react-three/fiber'
import { useLayoutEffect, useMemo, useState } from 'react'
import { PlaneGeometry, ShaderMaterial } from 'three'
import { palettes, type ColourScheme } from '../look/colour-scheme.ts'
import { baseFrame, frameSides } from './base-frame.ts'
import { channels } from './channels.ts'
import type { HeightField } from './height-field.ts'
import { MarkLayers } from './mark-layers.tsx'
import { floorLevel } from './scene-box.ts'
import type { Stage } from './stage.ts'
import { useDisposed } from './use-disposed.ts'

interface Props {
  stage: Stage
  field: HeightField
  /** Of the two parameters and the loss. */
  names: readonly [string, string, string]
  scheme: ColourScheme
}

/** The frame under the surface with its axes, turned so that they stand in front, and the soft shadow that grounds the surface. */
export function BaseFloor({ stage, field, names, scheme }: Props) {
  const camera = useThree((state) => state.camera)
  const [sides, setSides] = useState(() => frameSides(camera.position.x, camera.position.z))
  useFrame(() => {
    const now = frameSides(camera.position.x, camera.position.z)
    const same = now.x === sides.x && now.z === sides.z && now.loss.every((side, k) => side === sides.loss[k])
    if (!same) setSides(now)
  })
  const { marks, labels } = useMemo(
    () => baseFrame(field, names, sides, palettes[scheme]),
    [field, names, sides, scheme],
  )
  useLayoutEffect(() => {
    stage.show({ frameLabels: labels })
  }, [stage, labels])
  const geometry = useDisposed(useMemo(() => new PlaneGeometry(3.4, 3.4), []))
  const material = useDisposed(useMemo(() => shadowMaterial(scheme), [scheme]))
  return (
    <group>
      <mesh
        geometry={geometry}
        material={material}
        rotation-x={-Math.PI / 2}
        position-y={floorLevel - 0.002}
        renderOrder={1}
        frustumCulled={false}
      />
      <MarkLayers stage={stage} marks={marks} order={2} />
    </group>
  )
}

/** A square shadow with soft edges. */
function shadowMaterial(scheme: ColourScheme): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthWrite: false,
    uniforms: {
      shade: { value: channels(scheme === 'dark' ? '#02040a' : '#4a4130') },
      strength: { value: scheme === 'dark' ? 0.55 : 0.2 },
    },
    vertexShader: /* glsl */ `
      varying vec2 at;
      void main() {
        at = position.xy;
        gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
      }
    `,
    fragmentShader: /* glsl */ `
      uniform vec3 shade;
      uniform float strength;
      varying vec2 at;
      void main() {
        vec2 soft = 1.0 - smoothstep(0.55, 1.5, abs(at));
        gl_FragColor = vec4(shade, strength * soft.x * soft.y);
      }
    `,
  })
}
