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

/** Pixels a unit of the first parameter to the right, and of the second upwards. */
export function pixelsPerUnit({ domain, width, height }: MapFrame): [number, number] {
  const [[left, right], [bottom, top]] = domain
  return [width / (right - left), height / (top - bottom)]
}

/** The nearest point inside the domain. */
export function intoDomain(domain: Domain, [x, y]: readonly number[]): [number, number] {
  const [[left, right], [bottom, top]] = domain
  return [Math.min(right, Math.max(left, x)), Math.min(top, Math.max(bottom, y))]
}

/**
 * The point at the coarsest decimals finer than a thousandth of the domain: what a hand can aim at, so that links stay short.
 */
export function roundInDomain(domain: Domain, point: readonly number[]): [number, number] {
  const [x, y] = point.slice(0, 2).map((value, k) => {
    const decimals = Math.ceil(-Math.log10((domain[k][1] - domain[k][0]) / 1000))
    // Beyond 0 … 20 decimals toFixed has no answer; there a number is long anyway.
    return decimals >= 0 && decimals <= 20 ? Number(value.toFixed(decimals)) + 0 : value
  })
  return [x, y]
}
