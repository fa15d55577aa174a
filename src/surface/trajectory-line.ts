import { heightOf } from '../look/height.ts'
import type { Trajectory } from '../simulation/trajectory.ts'
import type { HeightField } from './height-field.ts'
import { keptRows } from './kept-rows.ts'
import { shareOf, tall } from './scene-box.ts'
import { segmentStride } from './segment-geometry.ts'

/** A path is drawn this far beyond the domain's edge, in units of the scene, so that one sees it leave. */
export const overhang = 0.12
/** Above the surface by this much, in units of the scene. */
export const lift = 0.008
/** Most vertices of one path. */
export const vertexLimit = 2000

/** A row of points on the surface: a run, or a state of one, whose loss is not recorded and which lies on the drawn surface. */
export type PointRows = Pick<Trajectory, 'size' | 'steps' | 'theta'> & { loss?: Trajectory['loss'] }

/**
 * Height of a row above the scene's ground: that of its own loss (of the drawn surface where it has none), but never below the drawn surface (which a coarse lattice lifts over
 * narrow valleys) and never above the cap.
 */
export function standingHeight(field: HeightField, u: number, v: number, loss: number | undefined): number {
  const drawn = field.at(u, v)
  const own = loss === undefined ? drawn : heightOf(field.scale, loss)
  const height = Number.isFinite(own) ? (drawn > own ? drawn : own) : 1
  return tall * Math.min(height, 1) + lift
}

/**
 * The segments of a path, `segmentStride` numbers each, clipped to the box with its overhang: a stretch with both ends outside leaves a gap, a row that
 * is not finite ends the path.
 */
export function trajectoryLine(trajectory: PointRows, field: HeightField): Float32Array {
  const { size, steps, theta } = trajectory
  const x = new Float64Array(steps + 1)
  const z = new Float64Array(steps + 1)
  for (let row = 0; row <= steps; row++) {
    x[row] = 2 * shareOf(field.domain, 0, theta[row * size]) - 1
    z[row] = 1 - 2 * shareOf(field.domain, 1, theta[row * size + 1])
  }
  const rows = keptRows(x, z, vertexLimit, 0.0012)
  const data = new Float32Array(segmentStride * Math.max(rows.length - 1, 0))
  const bound = 1 + overhang
  const outside = (p: number, q: number) => Math.max(Math.abs(p), Math.abs(q)) > bound
  let used = 0
  let reach = 0
  for (let k = 1; k < rows.length; k++) {
    const [a, b] = [rows[k - 1], rows[k]]
    if (!Number.isFinite(x[b]) || !Number.isFinite(z[b])) break
    // A stride over the whole box (a run that diverges) would only scribble on it.
    if (outside(x[a], z[a]) && outside(x[b], z[b])) continue
    const part = clippedToSquare(x[a], z[a], x[b], z[b], bound)
    if (part === undefined) continue
    const [from, to] = part
    const heightAt = (row: number) => standingHeight(field, (x[row] + 1) / 2, (1 - z[row]) / 2, trajectory.loss?.[row])
    const [ya, yb] = [heightAt(a), heightAt(b)]
    const end = (t: number): number[] => [x[a] + t * (x[b] - x[a]), ya + t * (yb - ya), z[a] + t * (z[b] - z[a])]
    const [start, stop] = [end(from), end(to)]
    const length = Math.hypot(stop[0] - start[0], stop[1] - start[1], stop[2] - start[2])
    data.set([...start, a + from * (b - a), ...stop, a + to * (b - a), reach, reach + length], used)
    reach += length
    used += segmentStride
  }
  return data.subarray(0, used)
}

/** The part [t₀, t₁] of a segment within the square |x|, |z| ≤ bound, or undefined if none is. Source: Liang and Barsky, 1984. */
export function clippedToSquare(
  xa: number,
  za: number,
  xb: number,
  zb: number,
  bound: number,
): [number, number] | undefined {
  let from = 0
  let to = 1
  for (const [p, d] of [
    [xa, xb - xa],
    [za, zb - za],
  ]) {
    if (d === 0) {
      if (Math.abs(p) > bound) return undefined
      continue
    }
    const [s, t] = [(-bound - p) / d, (bound - p) / d]
    from = Math.max(from, Math.min(s, t))
    to = Math.min(to, Math.max(s, t))
  }
  return from <= to ? [from, to] : undefined
}

/**
 * Where the ball of a run stands at a step that may lie between two rows, in the scene; undefined once it has left the box or is not
 * finite. Past the end of a run it stays at the last row.
 */
export function ballPlace(
  trajectory: Trajectory,
  field: HeightField,
  step: number,
): [number, number, number] | undefined {
  const at = Math.min(Math.max(step, 0), trajectory.steps)
  const row = Math.floor(at)
  const next = Math.min(row + 1, trajectory.steps)
  const place = (r: number): [number, number, number] => {
    const u = shareOf(field.domain, 0, trajectory.theta[r * trajectory.size])
    const v = shareOf(field.domain, 1, trajectory.theta[r * trajectory.size + 1])
    return [2 * u - 1, standingHeight(field, u, v, trajectory.loss[r]), 1 - 2 * v]
  }
  const [a, b] = [place(row), place(next)]
  const here = a.map((c, k) => (at === row ? c : c + (at - row) * (b[k] - c))) as [number, number, number]
  const outside = !here.every(Number.isFinite) || Math.max(Math.abs(here[0]), Math.abs(here[2])) > 1 + overhang
  return outside ? undefined : here
}
