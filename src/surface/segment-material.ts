import { GreaterDepth, LessEqualDepth, ShaderMaterial, Vector2, Vector4 } from 'three'
import { channels } from './channels.ts'

/** What the segment shaders of one view share: size in CSS pixels, device pixels for one of them, CSS pixels for a unit of the scene. */
export interface SegmentView {
  viewport: { value: Vector2 }
  density: { value: number }
  perUnit: { value: number }
}

/** A fresh view; its values are updated in place before each frame. */
export function segmentView(): SegmentView {
  return { viewport: { value: new Vector2(1, 1) }, density: { value: 1 }, perUnit: { value: 100 } }
}

const vertexShader = /* glsl */ `
  attribute vec4 from;
  attribute vec4 to;
  attribute vec2 reach;
  #ifdef MARKS
    attribute vec3 shape;
    attribute vec4 tint;
  #else
    uniform vec3 shape;
    uniform vec4 tint;
  #endif
  uniform vec2 viewport;
  uniform float grow;
  uniform float towards;
  uniform vec2 rows;
  varying vec2 at;
  varying vec3 ends;
  varying float capped;
  varying vec4 colour;
  varying vec2 travelled;

  void main() {
    // Corners of the quad: along from 0 to 1, across from -1 to 1.
    int which = gl_VertexID % 4;
    vec2 corner = vec2(which == 1 || which == 2 ? 1.0 : 0.0, which < 2 ? -1.0 : 1.0);
    colour = tint;
    gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
    // Only the part between the two rows is drawn; the playhead may stand between two steps.
    if (from.w > rows.y || to.w < rows.x) return;
    float steps = max(to.w - from.w, 1e-6);
    float cutFrom = clamp((rows.x - from.w) / steps, 0.0, 1.0);
    float cutTo = to.w > from.w ? clamp((rows.y - from.w) / steps, 0.0, 1.0) : 1.0;
    vec4 a = modelViewMatrix * vec4(mix(from.xyz, to.xyz, cutFrom), 1.0);
    vec4 b = modelViewMatrix * vec4(mix(from.xyz, to.xyz, cutTo), 1.0);
    travelled = mix(vec2(reach.x), vec2(reach.y), vec2(cutFrom, cutTo));

    // Towards the eye along the line of sight: the picture stays, the surface no longer covers half of the line.
    a.xyz *= 1.0 - towards / max(length(a.xyz), 2.0 * towards);
    b.xyz *= 1.0 - towards / max(length(b.xyz), 2.0 * towards);
    float near = -0.06;
    if (a.z > near && b.z > near) return;
    if (a.z > near) a = mix(b, a, (near - b.z) / (a.z - b.z));
    if (b.z > near) b = mix(a, b, (near - a.z) / (b.z - a.z));

    vec4 ca = projectionMatrix * a;
    vec4 cb = projectionMatrix * b;
    vec2 pa = ca.xy / ca.w * viewport * 0.5;
    vec2 pb = cb.xy / cb.w * viewport * 0.5;
    float span = length(pb - pa);
    vec2 along = span > 1e-4 ? (pb - pa) / span : vec2(1.0, 0.0);
    vec2 across = vec2(-along.y, along.x);
    ends = vec3(0.5 * shape.xy + grow, span);
    capped = shape.z;
    float widest = max(ends.x, ends.y) + 1.0;
    float beyond = shape.z > 0.5 ? widest : 0.0;
    at = vec2(mix(-beyond, span + beyond, corner.x), corner.y * widest);
    vec2 pixel = pa + along * at.x + across * at.y;
    vec4 depthAt = corner.x < 0.5 ? ca : cb;
    // Divided here, so that all that varies is straight on the screen.
    gl_Position = vec4(pixel / viewport * 2.0, depthAt.z / depthAt.w, 1.0);
  }
`

const fragmentShader = /* glsl */ `
  uniform float density;
  uniform float perUnit;
  uniform float opacity;
  uniform vec4 dash;
  uniform bool plain;
  uniform vec3 plainColour;
  varying vec2 at;
  varying vec3 ends;
  varying float capped;
  varying vec4 colour;
  varying vec2 travelled;

  void main() {
    float share = clamp(at.x / max(ends.z, 1e-4), 0.0, 1.0);
    float halfWidth = mix(ends.x, ends.y, share);
    float past = max(max(-at.x, at.x - ends.z), 0.0);
    float d = capped > 0.5 ? length(vec2(past, at.y)) : abs(at.y);
    float cover = clamp((halfWidth - d) * density + 0.5, 0.0, 1.0);
    float period = dash.x + dash.y + dash.z + dash.w;
    if (period > 0.0) {
      float p = mod(mix(travelled.x, travelled.y, share) * perUnit, period);
      if (p > dash.x && (p < dash.x + dash.y || p > dash.x + dash.y + dash.z)) discard;
    }
    float alpha = cover * colour.a * opacity;
    if (alpha < 0.004) discard;
    gl_FragColor = vec4(plain ? plainColour : colour.rgb, alpha);
  }
`

/** Beyond any step; a number the shader can compute with. */
export const everyRow = 1e9

export interface SegmentLook {
  /** Segments carry their own width and colour. */
  marks?: boolean
  /** CSS pixels. */
  width?: number
  /** CSS, e.g. `#e69f00`. */
  colour?: string
  opacity?: number
  /** Added on either side, in CSS pixels: for outlines. */
  grow?: number
  /** All in this colour, whatever colours the segments carry. */
  only?: string
  /** Round ends; off where transparent segments would show their overlaps as beads. */
  round?: boolean
  /** Drawn only where something is in front of it. */
  behind?: boolean
  /** How far the line is pulled towards the eye, in units of the scene. */
  towards?: number
  /** On, off, on, off in CSS pixels. */
  dash?: readonly number[]
}

/** A material for a `SegmentGeometry`. */
export function segmentMaterial(view: SegmentView, look: SegmentLook): ShaderMaterial {
  const { width = 1, opacity = 1, grow = 0, round = true, behind = false, towards = 0.012 } = look
  const [on = 0, off = 0, on2 = 0, off2 = 0] = look.dash ?? []
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    transparent: true,
    depthWrite: false,
    depthFunc: behind ? GreaterDepth : LessEqualDepth,
    defines: look.marks ? { MARKS: '' } : {},
    uniforms: {
      viewport: view.viewport,
      density: view.density,
      perUnit: view.perUnit,
      ...(look.marks
        ? {}
        : {
            shape: { value: [width, width, round ? 1 : 0] },
            tint: { value: [...channels(look.colour ?? '#fff'), 1] },
          }),
      opacity: { value: opacity },
      grow: { value: grow },
      towards: { value: towards },
      rows: { value: new Vector2(-1, everyRow) },
      dash: { value: new Vector4(on, off, on2, off2) },
      plain: { value: look.only !== undefined },
      plainColour: { value: channels(look.only ?? '#000') },
    },
  })
}
