import {
  BufferAttribute,
  DynamicDrawUsage,
  GreaterDepth,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  LessEqualDepth,
  ShaderMaterial,
} from 'three'
import { channels } from './channels.ts'
import type { SegmentView } from './segment-material.ts'

/** Radius in units of the scene; on small pictures never less than `leastRadius` CSS pixels. */
export const ballRadius = 0.03
const leastRadius = 5.5

/** One quad a ball, facing the viewer. */
export class BallGeometry extends InstancedBufferGeometry {
  readonly most: number

  constructor(most: number) {
    super()
    this.most = most
    this.setAttribute('position', new BufferAttribute(new Float32Array([-1, -1, 0, 1, -1, 0, 1, 1, 0, -1, 1, 0]), 3))
    this.setIndex([0, 1, 2, 0, 2, 3])
    for (const name of ['centre', 'ground', 'upwards', 'tint'])
      this.setAttribute(name, new InstancedBufferAttribute(new Float32Array(3 * most), 3).setUsage(DynamicDrawUsage))
    this.instanceCount = 0
  }

  /** Puts ball `k` somewhere, with the point of the surface below it and the normal there. */
  place(
    k: number,
    centre: readonly number[],
    ground: readonly number[],
    upwards: readonly number[],
    colour: string,
  ): void {
    const set = (name: string, [x, y, z]: readonly number[]) => {
      const attribute = this.getAttribute(name)
      attribute.setXYZ(k, x, y, z)
      attribute.needsUpdate = true
    }
    set('centre', centre)
    set('ground', ground)
    set('upwards', upwards)
    set('tint', channels(colour))
  }

  /** Only the first so many balls are drawn. */
  showFirst(count: number): void {
    this.instanceCount = count
  }
}

const ballVertex = /* glsl */ `
  attribute vec3 centre;
  attribute vec3 tint;
  uniform float radius;
  uniform float leastRadius;
  uniform float perUnit;
  varying vec2 at;
  varying vec3 colour;
  varying float pixels;
  void main() {
    at = position.xy * 1.2;
    colour = tint;
    float size = max(radius, leastRadius / perUnit);
    pixels = size * perUnit;
    // Resting on its place, and nearer to the eye by its own radius so that the surface does not cut the disc.
    vec4 middle = modelViewMatrix * vec4(centre + vec3(0.0, 0.7 * size, 0.0), 1.0);
    middle.xyz *= 1.0 - 1.3 * size / max(length(middle.xyz), 0.2);
    gl_Position = projectionMatrix * (middle + vec4(at * size, 0.0, 0.0));
  }
`

const ballFragment = /* glsl */ `
  uniform float opacity;
  uniform float density;
  uniform vec3 outline;
  varying vec2 at;
  varying vec3 colour;
  varying float pixels;
  void main() {
    float r = length(at);
    float soft = 1.0 / (pixels * density);
    float cover = 1.0 - smoothstep(1.18 - 2.0 * soft, 1.18, r);
    float body = 1.0 - smoothstep(1.0 - soft, 1.0 + soft, r);
    vec3 n = vec3(at, sqrt(max(1.0 - r * r, 0.0)));
    float lamp = max(dot(n, normalize(vec3(-0.45, 0.75, 0.6))), 0.0);
    float spark = pow(max(dot(n, normalize(vec3(-0.38, 0.55, 0.75))), 0.0), 28.0);
    vec3 lit = colour * (0.5 + 0.62 * lamp) + 0.75 * spark;
    float alpha = mix(0.85, 1.0, body) * cover * opacity;
    if (alpha < 0.004) discard;
    gl_FragColor = vec4(mix(outline, lit, body), alpha);
  }
`

const shadowVertex = /* glsl */ `
  attribute vec3 ground;
  attribute vec3 upwards;
  uniform float radius;
  uniform float leastRadius;
  uniform float perUnit;
  varying vec2 at;
  void main() {
    at = position.xy;
    float size = 1.7 * max(radius, leastRadius / perUnit);
    vec3 right = normalize(cross(vec3(0.0, 0.0, -1.0), upwards));
    vec3 place = ground + size * (at.x * right + at.y * cross(upwards, right));
    vec4 seen = modelViewMatrix * vec4(place, 1.0);
    seen.xyz *= 1.0 - 0.012 / max(length(seen.xyz), 0.1);
    gl_Position = projectionMatrix * seen;
  }
`

const shadowFragment = /* glsl */ `
  uniform float opacity;
  varying vec2 at;
  void main() {
    float r = length(at);
    float alpha = opacity * (1.0 - smoothstep(0.15, 1.0, r));
    if (alpha < 0.004) discard;
    gl_FragColor = vec4(0.0, 0.01, 0.03, alpha);
  }
`

/** A ball, the same ball faintly where something hides it, or its shadow on the surface. */
export function ballMaterial(view: SegmentView, what: 'ball' | 'hidden' | 'shadow', outline: string): ShaderMaterial {
  const shadow = what === 'shadow'
  return new ShaderMaterial({
    vertexShader: shadow ? shadowVertex : ballVertex,
    fragmentShader: shadow ? shadowFragment : ballFragment,
    transparent: true,
    depthWrite: false,
    depthFunc: what === 'hidden' ? GreaterDepth : LessEqualDepth,
    uniforms: {
      radius: { value: ballRadius },
      leastRadius: { value: leastRadius },
      perUnit: view.perUnit,
      density: view.density,
      opacity: { value: { ball: 1, hidden: 0.28, shadow: 0.6 }[what] },
      outline: { value: channels(outline) },
    },
  })
}
