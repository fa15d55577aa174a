import type { CriticalPointKind, Domain } from '../declare/landscape.ts'
import type { CriticalPoint } from './critical-point.ts'

/** A small place that holds no ordinary critical point and that the surface around it tells the nature of. */
export interface CriticalCluster extends CriticalPoint {
  /** The cluster lies inside. */
  box: Domain
  /**
   * How often the gradient turns around on the way once around it: 1 for what is like a minimum or maximum, −1 for what is like a saddle,
   * −2 for a monkey saddle, 0 for what a small change of the surface makes vanish.
   */
  index: number
  /** False at an isolated kink: the gradient is not zero there but does not exist. */
  differentiable: boolean
}

/**
 * A curve on which the gradient vanishes: a trough, a ridge. It is recognised, not proven: at its points the gradient is zero to
 * rounding. Proven is that in the boxes it passes through there is no critical point beside it.
 */
export interface CriticalCurve {
  /** In order along the curve. */
  points: number[][]
  closed: boolean
  /** What it is across: the other eigenvalue is zero. `degenerate` where that changes along the curve. */
  kind: CriticalPointKind
  /** The eigenvalue across, at each point. */
  across: number[]
  /** The loss on the curve; it is the same everywhere. */
  loss: number
}

/** All critical points of a domain, and how far the list is proven. */
export interface CriticalPointCertificate {
  /** Every part of the domain was excluded, holds one proven point, or lies in a named cluster, curve or region. */
  complete: boolean
  /** Proven isolated points with proven signs of their eigenvalues, by ascending loss. */
  points: CriticalPoint[]
  clusters: CriticalCluster[]
  /** Critical points that Newton's method finds in undecided boxes. Neither is proven that they are what they seem nor that they are all. */
  unproven: CriticalPoint[]
  curves: CriticalCurve[]
  /** Boxes on which the gradient is exactly zero. */
  regions: Domain[]
  /** Boxes of which nothing is known, among them where the gradient is flat below the precision of numbers. */
  undecided: Domain[]
  /** Boxes in which the formula is undefined, or has a kink or a jump at which its gradient may vanish or does not exist. */
  undefined: Domain[]
  /** Boxes examined. */
  boxes: number
  /** Why the search ended before its time. `dimension`: more than two parameters, where nothing is proven. */
  reason?: 'budget' | 'cancelled' | 'dimension'
  /** One sentence. */
  summary: string
}

type Counted = Omit<CriticalPointCertificate, 'summary'>

/** What the certificate says, in a sentence. */
export function certificateSentence(certificate: Counted): string {
  const {
    complete,
    points,
    clusters,
    unproven,
    curves,
    regions,
    undecided,
    undefined: undefinedBoxes,
    boxes,
    reason,
  } = certificate
  if (reason === 'dimension')
    return `${counted(unproven.length, 'critical point')} found by Newton’s method from many starts; with more than two parameters nothing is proven about others.`
  const named = [
    counted(points.length, 'isolated critical point'),
    ...optional(clusters.filter((cluster) => cluster.differentiable).length, 'degenerate point'),
    ...optional(clusters.filter((cluster) => !cluster.differentiable).length, 'isolated kink'),
    ...optional(unproven.length, 'unproven point'),
    ...optional(curves.length, 'curve of critical points', 'curves of critical points'),
    ...optional(regions.length, 'box with a gradient of exactly zero', 'boxes with a gradient of exactly zero'),
  ].join(', ')
  const examined = `${boxes} boxes examined`
  if (complete) return `${named}: proven to be all in the domain (${examined}).`
  const left = [
    ...optional(undecided.length, 'undecided box', 'undecided boxes'),
    ...optional(
      undefinedBoxes.length,
      'box where the formula is undefined or not differentiable',
      'boxes where the formula is undefined or not differentiable',
    ),
  ].join(' and ')
  const stopped =
    reason === 'budget' ? 'the budget of boxes was used up' : reason === 'cancelled' ? 'the search was stopped' : ''
  return `${named}: proven to be all outside ${left}${stopped && `, because ${stopped}`} (${examined}).`
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

const optional = (count: number, one: string, many?: string): string[] => (count > 0 ? [counted(count, one, many)] : [])

/** The isolated critical points by ascending loss: proven, degenerate with a name, and unproven ones. */
export function isolatedPoints({ points, clusters, unproven }: CriticalPointCertificate): CriticalPoint[] {
  const degenerate = clusters.flatMap(({ theta, loss, kind, eigenpairs, differentiable }) =>
    differentiable ? [{ theta, loss, kind, eigenpairs }] : [],
  )
  return [...points, ...degenerate, ...unproven].sort((a, b) => a.loss - b.loss || a.theta[0] - b.theta[0])
}
