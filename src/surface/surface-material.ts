import { isolineCount } from '../look/height.ts'
import { DataTexture, DoubleSide, LinearFilter, RGBAFormat, ShaderMaterial, Vector3 } from 'three'
import type { ColourMap } from '../look/colour-map.ts'
import type { ColourScheme } from '../look/colour-scheme.ts'
import { tall } from './scene-box.ts'
import type { SegmentView } from './segment-material.ts'

const vertexShader = /* glsl */ `
  attribute vec3 slope;
  uniform float tall;
  varying vec3 place;
  varying float height;
  varying vec3 normalHere;
  varying float drawn;
  void main() {
    height = position.y;
    drawn = slope.z;
    place = vec3(position.x, tall * position.y, position.z);
    normalHere = vec3(-0.5 * tall * slope.x, 1.0, 0.5 * tall * slope.y);
    gl_Position = projectionMatrix * modelViewMatrix * vec4(place, 1.0);
  }
`

const fragmentShader = /* glsl */ `
  uniform sampler2D colours;
  uniform float isolines;
  uniform vec3 lightSide;
  uniform float rimStrength;
  uniform float density;
  varying vec3 place;
  varying float height;
  varying vec3 normalHere;
  varying float drawn;

  // Coverage of a line at distance d (in pixels) from its middle.
  float line(float d, float halfWidth) {
    return 1.0 - smoothstep(halfWidth - 0.5, halfWidth + 0.5, d);
  }

  void main() {
    float perPixel = max(fwidth(height), 1e-7);
    float fromCap = (1.0 - height) / perPixel;
    float inside = 1.0 - max(abs(place.x), abs(place.z));
    float fromEdge = inside / max(fwidth(inside), 1e-7);
    if (drawn < 0.999 || fromCap < -0.5) discard;

    // The map's colour, to the bit on level ground.
    vec3 base = texture2D(colours, vec2((clamp(height, 0.0, 1.0) * 255.0 + 0.5) / 256.0, 0.5)).rgb;

    vec3 toEye = normalize(cameraPosition - place);
    vec3 n = normalize(normalHere);
    bool under = !gl_FrontFacing;

    // Sky above, ground below, and a lamp over the viewer's left shoulder. Level ground gets exactly 1.
    float sky = 0.62 + 0.38 * n.y;
    float lamp = max(dot(n, lightSide), 0.0) / lightSide.y;
    float light = pow(0.5 * sky + 0.5 * lamp, 0.85);
    float gloss = pow(max(dot(n, normalize(lightSide + toEye)), 0.0), 36.0) * 0.1 * (1.0 - n.y * n.y * n.y * n.y);
    vec3 colour = base * clamp(light, 0.0, 1.22) + gloss;

    float level = height * isolines;
    float spread = max(fwidth(level), 1e-7);
    float iso = line(abs(fract(level - 0.5) - 0.5) / spread, 0.72 * density);
    iso *= step(0.5, level) * step(level, isolines - 0.5) * (1.0 - smoothstep(0.2, 0.45, spread * density));
    colour = mix(colour, colour * 0.42, iso * 0.8);
    if (under) colour = colour * 0.42 + vec3(0.0, 0.014, 0.024);

    float rim = max(line(fromCap, density), line(fromEdge, 0.9 * density));
    colour = mix(colour, vec3(0.87, 0.96, 0.95), rim * rimStrength * (under ? 0.55 : 1.0));

    float cover = clamp(fromCap + 0.5, 0.0, 1.0);
    gl_FragColor = vec4(colour * cover, cover);
  }
`

/** The surface's own material: colour by height, cut at the cap, isolines, rim and light, all per fragment. */
export function surfaceMaterial(map: ColourMap, smooth: boolean, density: SegmentView['density']): ShaderMaterial {
  return new ShaderMaterial({
    vertexShader,
    fragmentShader,
    side: DoubleSide,
    // With multisampling the cut at the cap is as smooth as any other edge.
    alphaToCoverage: smooth,
    uniforms: {
      colours: { value: colourTexture(map) },
      isolines: { value: isolineCount },
      tall: { value: tall },
      density,
      lightSide: { value: new Vector3(0, 1, 0) },
      rimStrength: { value: 0.9 },
    },
  })
}

/** How the material differs between light and dark pages. */
export function tuneToScheme(material: ShaderMaterial, scheme: ColourScheme): void {
  material.uniforms.rimStrength.value = scheme === 'dark' ? 0.85 : 0.95
}

function colourTexture(map: ColourMap): DataTexture {
  const data = new Uint8Array(1024).fill(255)
  for (let k = 0; k < 256; k++) data.set(map.subarray(3 * k, 3 * k + 3), 4 * k)
  const texture = new DataTexture(data, 256, 1, RGBAFormat)
  texture.minFilter = LinearFilter
  texture.magFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}
