import { describe, expect, test } from 'vitest'
import { analyzeCriticalPoints } from '../../src/analysis/analyze-critical-points.ts'
import { CriticalPointSearch } from '../../src/analysis/critical-point-search.ts'
import { findCriticalPoints } from '../../src/analysis/find-critical-points.ts'
import type { Domain } from '../../src/declare/landscape.ts'
import { rastrigin as thing } from '../../src/landscapes/rastrigin.ts'

const domain: Domain = thing.domain
const rastrigin = { thing, values: {} }
const holds = (box: Domain, point: readonly number[]) =>
  box.every(([low, high], i) => low <= point[i] && point[i] <= high)

describe('the search in steps', () => {
  test('shows points as they are found, and ends with the same list as at once', () => {
    const search = new CriticalPointSearch(rastrigin, domain)
    const seen: number[] = []
    while (!search.step(200)) seen.push(search.points().length)
    expect(seen.length).toBeGreaterThan(5)
    expect(seen[4]).toBeGreaterThan(0)
    expect(seen).toEqual([...seen].sort((a, b) => a - b))
    expect(search.certificate()).toEqual(analyzeCriticalPoints(rastrigin, domain))
  })

  test('stops when it is told to, and says so', () => {
    let asked = 0
    const found = analyzeCriticalPoints(rastrigin, domain, { shouldStop: () => ++asked > 1 })
    expect(found).toMatchObject({ complete: false, reason: 'cancelled' })
    expect(found.points.length).toBeGreaterThan(0)
    expect(found.points.length).toBeLessThan(441)
    expect(found.undecided.length).toBeGreaterThan(0)
    expect(found.summary).toContain('the search was stopped')
  })

  test('ends at its budget, and the rest is undecided', () => {
    const found = analyzeCriticalPoints(rastrigin, domain, { mostBoxes: 1500 })
    expect(found).toMatchObject({ complete: false, reason: 'budget', boxes: 1500 })
    expect(found.summary).toContain('the budget of boxes was used up')
    const all = findCriticalPoints(rastrigin, domain)
    const near = (theta: readonly number[]) =>
      found.points.some((point) => Math.hypot(...point.theta.map((x, i) => x - theta[i])) < 1e-9)
    for (const { theta } of all) expect(near(theta) || found.undecided.some((box) => holds(box, theta))).toBe(true)
  })
})
