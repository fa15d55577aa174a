import type { Domain } from '../declare/landscape.ts'

/** The domain laid over a box of pixels: the first parameter to the right, the second upwards, each filling its side. */
export interface MapFrame {
  domain: Domain
  width: number
  height: number
}

/** Pixel position of a parameter point, from the top left; outside the box for points outside the domain. */
export function toPixel({ domain, width, height }: MapFrame, x: number, y: number): [number, number] {
  const [[left, right], [bottom, top]] = domain
  return [((x - left) / (right - left)) * width, ((top - y) / (top - bottom)) * height]
}

/** The parameter point at a pixel. */
export function toParameters({ domain, width, height }: MapFrame, px: number, py: number): [number, number] {
  const [[left, right], [bottom, top]] = domain
  return [left + (px / width) * (right - left), top - (py / height) * (top - bottom)]
}

/** The nearest point inside the domain. */
export function intoDomain(domain: Domain, [x, y]: readonly number[]): [number, number] {
  const [[left, right], [bottom, top]] = domain
  return [Math.min(right, Math.max(left, x)), Math.min(top, Math.max(bottom, y))]
}
