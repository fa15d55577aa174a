import type { Domain, Landscape } from '../declare/landscape.ts'
import { secondOrderStep } from '../formula/second-order.ts'
import type { Setting } from '../simulation/experiment.ts'
import { classify } from './classify.ts'
import type { CriticalPoint } from './critical-point.ts'
import { LossEvaluator } from './loss-evaluator.ts'
import { readPoints } from './read-point.ts'
import type { PointReading } from './point-reading.ts'
import { signChangeCells } from './sign-change-cells.ts'

/** Places Newton's method sets out from, spread evenly over the domain. */
const starts = 1500
const iterations = 80
/** A step never crosses more than this share of the domain: far steps skip over points that are near. */
const longestStep = 0.1
/** Points nearer than this share of the domain are one. */
const sameShare = 1e-6
/** Degenerate points nearer than this share of the domain lie on one curve. */
const aloneShare = 0.02
/** A step this small, beside the domain, has arrived. */
const arrivedShare = 1e-13

/**
 * Critical points inside the domain, by Newton's method on the gradient from many starts: isolated ones, each once, by ascending
 * loss. It proves nothing about what it may have missed. Points of a curve or region on which the gradient vanishes are left out.
 * @throws FormulaError
 */
export function multiStart(landscape: Setting<Landscape>, domain: Domain): CriticalPoint[] {
  const search = new Search(new LossEvaluator(landscape), domain)
  const found = search
    .readings(search.distinct(search.newton(search.spread(), true)))
    .filter((reading) => search.isCritical(reading))
    .map((reading) => ({ reading, kind: classify(reading.eigenpairs, search.curvature) }))
  const degenerate = found.flatMap(({ reading, kind }) => (kind === 'degenerate' ? [reading] : []))
  const isolated = new Set(
    degenerate.filter((reading) => search.isAlone(reading, degenerate) && search.isIsolated(reading)),
  )
  return found
    .filter(({ reading, kind }) => kind !== 'degenerate' || isolated.has(reading))
    .map(({ reading: { theta, loss, eigenpairs }, kind }) => ({ theta, loss, kind, eigenpairs }))
    .sort((a, b) => a.loss - b.loss || a.theta[0] - b.theta[0])
}

class Search {
  /** Typical size of the Hessian over the domain: what an eigenvalue is measured against. */
  curvature = 0
  private slope = 0
  private readonly evaluator: LossEvaluator
  private readonly domain: Domain
  private readonly widths: readonly number[]

  constructor(evaluator: LossEvaluator, domain: Domain) {
    this.evaluator = evaluator
    this.domain = domain
    this.widths = domain.map(([low, high]) => high - low)
  }

  /** Where to set out: Halton's points, evenly spread in any number of dimensions; in two also where the gradient's signs change. */
  spread(): number[][] {
    const bases = primes(this.domain.length)
    const spread = Array.from({ length: starts }, (_, k) =>
      this.domain.map(([low], i) => low + this.widths[i] * radicalInverse(k + 1, bases[i])),
    )
    return this.domain.length === 2 ? [...spread, ...signChangeCells(this.evaluator, this.domain)] : spread
  }

  /** Where Newton's method arrives from each start; starts that leave the domain or do not arrive are dropped. */
  newton(points: number[][], measure = false): number[][] {
    const { size } = this.evaluator
    const triangle = (size * (size + 1)) / 2
    const input = new Float64Array(triangle + size + 1)
    const step = new Float64Array(size)
    const arrived: number[][] = []
    let moving = points
    for (let iteration = 0; iteration < iterations && moving.length > 0; iteration++) {
      const readings = this.evaluator.all(Float64Array.from(moving.flat()))
      const width = 1 + size + size * size
      if (measure && iteration === 0) this.measure(readings, width)
      moving = moving.filter((theta, p) => {
        const row = readings.subarray(p * width, (p + 1) * width)
        if (!row.every(Number.isFinite)) return false
        let k = 0
        for (let i = 0; i < size; i++) for (let j = i; j < size; j++) input[k++] = row[1 + size + i * size + j]
        input.set(row.subarray(1, 1 + size), triangle)
        secondOrderStep('newton', size, input, step)
        const longest = Math.max(...this.widths.map((w, i) => Math.abs(step[i]) / w))
        const shrink = Math.min(1, longestStep / longest)
        for (let i = 0; i < size; i++) theta[i] -= longest > 0 ? shrink * step[i] : 0
        if (!this.inside(theta, 0.05)) return false
        if (longest > arrivedShare) return true
        arrived.push(theta)
        return false
      })
    }
    return [...arrived, ...moving].filter((theta) => this.inside(theta, 1e-9))
  }

  /** One of every cluster of arrivals. */
  distinct(points: number[][]): number[][] {
    const cells = new Map<string, number[]>()
    const key = (theta: readonly number[], shift: number) =>
      theta.map((x, i) => Math.floor(x / (this.widths[i] * sameShare * 4) + shift)).join()
    const kept: number[][] = []
    for (const theta of points) {
      // Two lattices, half a cell apart: near points share a cell of one or the other.
      const keys = [key(theta, 0), key(theta, 0.5)]
      const known = keys.map((k) => cells.get(k)).find((other) => other && this.near(other, theta))
      if (known) continue
      kept.push(theta)
      for (const k of keys) cells.set(k, theta)
    }
    return kept
  }

  readings(points: number[][]): PointReading[] {
    return readPoints(this.evaluator, points)
  }

  /** Whether the gradient is zero there, to rounding; plateaus that are merely flat are not. */
  isCritical({ gradient, eigenpairs }: PointReading): boolean {
    const reach = eigenpairs.reduce((most, pair) => Math.max(most, Math.abs(pair.value)), 0) * Math.max(...this.widths)
    return gradient.every((g) => Math.abs(g) <= 1e-9 * Math.max(reach, 1e-3 * this.slope))
  }

  /** Whether no other of the points is near: on a curve there always is one, and most need no closer look. */
  isAlone({ theta }: PointReading, others: readonly PointReading[]): boolean {
    return !others.some(
      (other) =>
        other.theta !== theta && theta.every((x, i) => Math.abs(x - other.theta[i]) <= aloneShare * this.widths[i]),
    )
  }

  /** Whether Newton's method, begun beside the point along the flat directions, comes back to it: on a curve of them it does not. */
  isIsolated({ theta, eigenpairs }: PointReading): boolean {
    const least = Math.min(...eigenpairs.map((pair) => Math.abs(pair.value)))
    const flat = eigenpairs.filter((pair) => Math.abs(pair.value) <= Math.max(1e-6 * this.curvature, 2 * least))
    const away = 1e-3 * Math.min(...this.widths)
    const beside = flat.flatMap(({ vector }) => [away, -away].map((h) => theta.map((x, i) => x + h * vector[i])))
    return this.newton(beside).every((other) => distance(other, theta) < away / 4)
  }

  private measure(readings: Float64Array, width: number): void {
    const { size } = this.evaluator
    const curvatures: number[] = []
    const slopes: number[] = []
    for (let at = 0; at < readings.length; at += width) {
      const row = readings.subarray(at, at + width)
      if (!row.every(Number.isFinite)) continue
      slopes.push(row.subarray(1, 1 + size).reduce((most, x) => Math.max(most, Math.abs(x)), 0))
      curvatures.push(row.subarray(1 + size).reduce((most, x) => Math.max(most, Math.abs(x)), 0))
    }
    this.curvature = median(curvatures)
    this.slope = median(slopes)
  }

  private inside(theta: readonly number[], margin: number): boolean {
    return theta.every(
      (x, i) => x >= this.domain[i][0] - margin * this.widths[i] && x <= this.domain[i][1] + margin * this.widths[i],
    )
  }

  private near(a: readonly number[], b: readonly number[]): boolean {
    return a.every((x, i) => Math.abs(x - b[i]) <= sameShare * this.widths[i])
  }
}

function distance(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, x, i) => sum + (x - b[i]) * (x - b[i]), 0))
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1] ?? 0
}

function primes(count: number): number[] {
  const found: number[] = []
  for (let n = 2; found.length < count; n++) if (found.every((p) => n % p !== 0)) found.push(n)
  return found
}

function radicalInverse(k: number, base: number): number {
  let [inverse, digit] = [0, 1 / base]
  for (let rest = k; rest > 0; rest = Math.floor(rest / base)) {
    inverse += digit * (rest % base)
    digit /= base
  }
  return inverse
}
