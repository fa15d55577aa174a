/** How loss becomes height and colour. */
export interface HeightScale {
  kind: 'linear' | 'log'
  /** Loss at height 0 and at height 1 (where the walls are cut). */
  least: number
  cap: number
}

/**
 * Height of a loss, 0 at the least and 1 at the cap; above the cap it goes on beyond 1. The logarithmic scale spreads the last
 * thousandth of the range over a good third of the height, so that a valley floor shows. NaN stays NaN.
 */
export function heightOf(scale: HeightScale, loss: number): number {
  const share = (loss - scale.least) / (scale.cap - scale.least || 1)
  return scale.kind === 'linear' ? share : Math.log1p(Math.max(share, 0) * logStretch) / Math.log1p(logStretch)
}

/** The loss at a height: the inverse of `heightOf`. */
export function lossOf(scale: HeightScale, height: number): number {
  const share = scale.kind === 'linear' ? height : Math.expm1(height * Math.log1p(logStretch)) / logStretch
  return scale.least + share * (scale.cap - scale.least || 1)
}

/** Strength of the logarithmic scale; the same number stands in the shader. */
export const logStretch = 1e4

/** Isolines of the surface and contours of the map stand at heights k / isolineCount. */
export const isolineCount = 14
