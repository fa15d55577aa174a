import { useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { Vector3, type Camera } from 'three'
import { viridis } from '../look/colour-map.ts'
import type { ColourScheme } from '../look/colour-scheme.ts'
import type { HeightField } from './height-field.ts'
import type { Stage } from './stage.ts'
import { SurfaceGeometry } from './surface-geometry.ts'
import { surfaceMaterial, tuneToScheme } from './surface-material.ts'
import { useDisposed } from './use-disposed.ts'

interface Props {
  stage: Stage
  field: HeightField
  scheme: ColourScheme
  /** Whether edges are multisampled. */
  smooth: boolean
}

/** The surface itself. */
export function SurfaceMesh({ stage, field, scheme, smooth }: Props) {
  const invalidate = useThree((state) => state.invalidate)
  const { resolution } = field
  const geometry = useDisposed(useMemo(() => new SurfaceGeometry(resolution), [resolution]))
  const material = useDisposed(useMemo(() => surfaceMaterial(viridis, smooth, stage.segments.density), [smooth, stage]))
  useEffect(() => () => material.uniforms.colours.value.dispose(), [material])
  useLayoutEffect(() => {
    geometry.show(field)
    invalidate()
  }, [geometry, field, invalidate])
  useLayoutEffect(() => {
    tuneToScheme(material, scheme)
    invalidate()
  }, [material, scheme, invalidate])
  const aimLamp = (_gl: unknown, _scene: unknown, camera: Camera) => {
    const right = new Vector3().setFromMatrixColumn(camera.matrixWorld, 0)
    const forward = new Vector3(right.z, 0, -right.x)
    material.uniforms.lightSide.value
      .set(0, 1, 0)
      .addScaledVector(right, -0.55)
      .addScaledVector(forward, -0.45)
      .normalize()
  }
  return <mesh geometry={geometry} material={material} frustumCulled={false} onBeforeRender={aimLamp} />
}
