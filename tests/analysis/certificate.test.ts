import { describe, expect, test } from 'vitest'
import { analyzeCriticalPoints } from '../../src/analysis/analyze-critical-points.ts'
import type { CriticalPointCertificate } from '../../src/analysis/certificate.ts'
import { findCriticalPoints } from '../../src/analysis/find-critical-points.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import type { CriticalPointKind, Domain, Landscape } from '../../src/declare/landscape.ts'
import { landscapes } from '../../src/landscapes/index.ts'

const onShelf = (id: string) => landscapes.find((landscape) => landscape.id === id) as Landscape
const square = (half: number): Domain => [
  [-half, half],
  [-half, half],
]
const shelf = (id: string, domain: Domain = onShelf(id).domain) =>
  analyzeCriticalPoints({ thing: onShelf(id), values: {} }, domain)
const own = (loss: string, domain: Domain = square(2)) =>
  analyzeCriticalPoints({ thing: ownLandscape(['x', 'y'], loss), values: {} }, domain)
const count = ({ points }: CriticalPointCertificate, kind: CriticalPointKind) =>
  points.filter((point) => point.kind === kind).length
const holds = (box: Domain, point: readonly number[]) =>
  box.every(([low, high], i) => low <= point[i] && point[i] <= high)

describe('all critical points, proven to be all', () => {
  // Minima, saddles, maxima.
  const known: [string, Domain, number, number, number][] = [
    ['rastrigin', square(5.12), 121, 220, 100],
    ['himmelblau', square(5), 4, 4, 1],
    [
      'six-hump-camel',
      [
        [-3, 3],
        [-2, 2],
      ],
      6,
      7,
      2,
    ],
    ['styblinski-tang', square(5), 4, 4, 1],
    ['beale', square(4.5), 1, 2, 0],
    ['beale', square(10), 1, 2, 0],
    ['peaks', square(3), 3, 3, 3],
    ['goldstein-price', square(2), 4, 4, 1],
    ['levy-13', square(10), 1179, 1826, 648],
    ['sharp-and-flat-minima', onShelf('sharp-and-flat-minima').domain, 2, 1, 0],
    ['softmax-mse', square(10), 0, 0, 0],
    ['softmax-cross-entropy', square(10), 0, 0, 0],
    ['rosenbrock', onShelf('rosenbrock').domain, 1, 0, 0],
  ]
  for (const [id, domain, minima, saddles, maxima] of known)
    test(`${id} on ${JSON.stringify(domain)}`, { timeout: 60_000 }, () => {
      const found = shelf(id, domain)
      expect([count(found, 'minimum'), count(found, 'saddle'), count(found, 'maximum')]).toEqual([
        minima,
        saddles,
        maxima,
      ])
      expect(found).toMatchObject({
        complete: true,
        clusters: [],
        unproven: [],
        curves: [],
        regions: [],
        undecided: [],
        undefined: [],
      })
      expect(found.reason).toBeUndefined()
      for (const { theta } of found.points) expect(holds(domain, theta)).toBe(true)
    })

  test('softmax losses are excluded by a single box', () => {
    for (const id of ['softmax-mse', 'softmax-cross-entropy']) expect(shelf(id).boxes).toBe(1)
  })

  for (const landscape of landscapes)
    test(`the shelf’s ${landscape.id}, also with its sliders at their ends`, { timeout: 60_000 }, () => {
      const ends = Object.entries(landscape.hyperparameters).flatMap(([name, declared]) =>
        declared.kind === 'number' ? declared.range.map((value) => ({ [name]: value })) : [],
      )
      for (const values of [{}, ...ends])
        expect(analyzeCriticalPoints({ thing: landscape, values }, landscape.domain).complete).toBe(true)
    })

  test('an extremely narrow bowl is still one minimum', () => {
    const found = own('x^2 + 1e-14*y^2')
    expect(found.complete).toBe(true)
    expect(found.points.map(({ kind }) => kind)).toEqual(['minimum'])
  })

  test('points on the common corner of boxes and on the edge of the domain are found once', () => {
    const domain: Domain = [
      [0, 2],
      [-1, 1],
    ]
    const found = own('(x^2 - 1)^2 + y^2 + 0.1x^3*y', domain)
    expect(found.complete).toBe(true)
    expect(found.points.filter(({ theta }) => Math.abs(theta[0]) < 1e-9)).toHaveLength(1)
  })

  test('data columns: a line through points', () => {
    const thing = ownLandscape(['w', 'b'], 'mean((y - tanh(w*x + b))^2)', {
      x: [-2, -1, 0.5, 1.5],
      y: [-0.9, -0.5, 0.4, 0.8],
    })
    const found = analyzeCriticalPoints({ thing, values: {} }, square(2))
    expect(found.complete).toBe(true)
    expect(found.points.map(({ kind }) => kind)).toEqual(['minimum'])
  })
})

describe('degenerate points have a name', () => {
  const named: [string, number, number, number][] = [
    ['x^4 + y^4', 0, 0, 1],
    ['-(x - 1)^4 - (x - 1)^2*(y + 0.5)^2 - (y + 0.5)^4', 1, -0.5, 1],
    ['x^3 - 3x*y^2', 0, 0, -2],
    ['x^3 + y^2', 0, 0, 0],
    ['x^4 - y^4', 0, 0, -1],
    ['x^4 - 6x^2*y^2 + y^4', 0, 0, -3],
    // Expanded, its gradient drowns in rounding about the point; the way around it tells all the same.
    ['x^4 - 4x^3 + 6x^2 - 4x + 1 + y^2', 1, 0, 1],
  ]
  for (const [loss, x, y, index] of named)
    test(`${loss} has one of index ${index}`, () => {
      const found = own(loss)
      expect(found).toMatchObject({ complete: true, points: [], curves: [], undecided: [] })
      const [cluster, ...others] = found.clusters
      expect(others).toEqual([])
      expect(cluster).toMatchObject({ index, kind: 'degenerate', differentiable: true })
      expect(Math.hypot(cluster.theta[0] - x, cluster.theta[1] - y)).toBeLessThan(1e-4)
      expect(holds(cluster.box, cluster.theta)).toBe(true)
      expect(
        findCriticalPoints({ thing: ownLandscape(['x', 'y'], loss), values: {} }, square(2)).map(({ kind }) => kind),
      ).toEqual(['degenerate'])
    })

  test('the least bowl makes of one a proper minimum', () => {
    const found = own('x^4 + y^4 + 1e-6*(x^2 + y^2)')
    expect(found).toMatchObject({ complete: true, clusters: [] })
    expect(found.points.map(({ kind }) => kind)).toEqual(['minimum'])
  })
})

describe('curves of critical points', () => {
  test('toy network: the saddle and the two branches of w₁·w₂ = 1, troughs from edge to edge', () => {
    const found = shelf('toy-network')
    expect(found.complete).toBe(true)
    expect(found.points.map(({ kind }) => kind)).toEqual(['saddle'])
    expect(found.curves.map(({ kind, closed }) => [kind, closed])).toEqual([
      ['minimum', false],
      ['minimum', false],
    ])
    for (const { points, across, loss } of found.curves) {
      expect(loss).toBeLessThan(1e-28)
      points.forEach(([x, y], k) => {
        expect(x * y).toBeCloseTo(1, 12)
        expect(across[k]).toBeCloseTo(2 * (x * x + y * y), 9)
        if (k > 0) expect(Math.hypot(x - points[k - 1][0], y - points[k - 1][1])).toBeLessThan(0.05)
      })
      const ends = [points[0], points.at(-1) as number[]].map(([x, y]) => Math.max(Math.abs(x), Math.abs(y)))
      for (const end of ends) expect(end).toBeCloseTo(2, 6)
    }
    expect(new Set(found.curves.map(({ points }) => Math.sign(points[0][0])))).toEqual(new Set([-1, 1]))
  })

  test('a circle is closed, and its hilltop a point', () => {
    const found = own('(x^2 + y^2 - 1)^2')
    expect(found.complete).toBe(true)
    expect(found.points.map(({ kind }) => kind)).toEqual(['maximum'])
    expect(found.curves).toHaveLength(1)
    expect(found.curves[0]).toMatchObject({ kind: 'minimum', closed: true })
    for (const [x, y] of found.curves[0].points) expect(Math.hypot(x, y)).toBeCloseTo(1, 12)
    const [first, last] = [found.curves[0].points[0], found.curves[0].points.at(-1) as number[]]
    expect(Math.hypot(first[0] - last[0], first[1] - last[1])).toBeLessThan(0.05)
  })

  test('ridges are maxima across; two troughs may cross', () => {
    expect(own('-x^2').curves.map(({ kind }) => kind)).toEqual(['maximum'])
    const crossing = own('x^2*y^2')
    expect(crossing).toMatchObject({ complete: true, clusters: [], undecided: [] })
    expect(crossing.curves).toHaveLength(2)
    expect(own('(x^2 + y^2 - 1)^2*(x - y)^2')).toMatchObject({ complete: true, clusters: [], undecided: [] })
  })

  test('a narrow gorge with a gentle slope along it is no curve', () => {
    expect(own('x^2 + 1e-12*y')).toMatchObject({ complete: true, points: [], curves: [] })
    expect(own('(1 - x*y)^2 + 1e-9*x')).toMatchObject({ curves: [] })
  })
})

describe('where there is no gradient', () => {
  test('an isolated kink is named with its index, and is no critical point', () => {
    const kinks: [string, number][] = [
      ['sqrt(x^2 + y^2)', 1],
      ['abs(x) + y^2', 1],
      ['abs(x) - abs(y)', -1],
      ['max(2x, -x) + max(y, -3y)', 1],
    ]
    for (const [loss, index] of kinks) {
      const found = own(loss)
      expect(found.points).toEqual([])
      expect(found.clusters.map(({ index: around, differentiable }) => [around, differentiable])).toEqual([
        [index, false],
      ])
      expect(found.undefined.length).toBeGreaterThan(0)
      expect(found.complete).toBe(true)
      expect(findCriticalPoints({ thing: ownLandscape(['x', 'y'], loss), values: {} }, square(2))).toEqual([])
    }
  })

  test('Ackley: 440 points and the kink of the funnel', () => {
    const found = shelf('ackley')
    expect(found.complete).toBe(true)
    expect(found.points).toHaveLength(440)
    expect(found.clusters).toMatchObject([{ theta: [0, 0], index: 1, differentiable: false }])
  })

  test('jumps that leave no trace in the derivative are seen', () => {
    for (const loss of ['floor(3x) + y^2', 'sign(x - 0.3) + y^2', '(x > 0.3) + y^2']) {
      const found = own(loss)
      expect(found.complete).toBe(false)
      expect(found.undefined.length).toBeGreaterThan(0)
    }
  })

  test('half a plane without values is reported, and the other half complete', () => {
    const found = own('log(x)*y')
    expect(found.complete).toBe(true)
    expect(found.points.map(({ kind, theta }) => [kind, Math.round(theta[0]), Math.round(theta[1])])).toEqual([
      ['saddle', 1, 0],
    ])
    expect(found.undefined.some((box) => holds(box, [-1, 1]))).toBe(true)
  })

  test('a kinked trough is not said to be complete, but what is smooth is found', () => {
    const found = own('min(x^2 + y^2, (x - 1)^2 + y^2) + 0*y')
    expect(count(found, 'minimum')).toBe(2)
    const huber = own('where(abs(x) < 1, x^2/2, abs(x) - 0.5) + y^2')
    expect(huber.complete).toBe(true)
    expect(huber.points.map(({ kind }) => kind)).toEqual(['minimum'])
  })
})

describe('flat places', () => {
  test('a gradient of exactly zero is a region', () => {
    expect(own('0*x + 3')).toMatchObject({ complete: true, points: [], regions: [square(2)] })
    const half = own('relu(x)^2 + relu(y)^2')
    expect(half.regions.some((box) => holds(box, [-1, -1]))).toBe(true)
  })

  test('flat below the precision of numbers is undecided', () => {
    const found = own('exp(-1000*(x^2 + y^2))')
    expect(found.complete).toBe(false)
    expect(found.points.map(({ kind }) => kind)).toEqual(['maximum'])
    expect(found.undecided.some((box) => holds(box, [1.9, 1.9]))).toBe(true)
    expect(found.undecided.some((box) => holds(box, [0.01, 0.01]))).toBe(false)
  })

  test('what the proof gives up, Newton’s method still looks at', () => {
    const found = own('1e8*(y - x^2)^2 + (1 - x)^2')
    expect(found.complete).toBe(false)
    expect(found.points).toEqual([])
    expect(found.unproven).toHaveLength(1)
    expect(found.unproven[0].theta[0]).toBeCloseTo(1, 6)
    expect(found.undecided.some((box) => holds(box, [1, 1]))).toBe(true)
  })
})

test('with more than two parameters nothing is proven, and the certificate says so', () => {
  const thing = ownLandscape(['a', 'b', 'c'], 'a^2 + b^2 - c^2')
  const found = analyzeCriticalPoints({ thing, values: {} }, [...square(2), [-2, 2]])
  expect(found).toMatchObject({ complete: false, reason: 'dimension', points: [] })
  expect(found.unproven.map(({ kind }) => kind)).toEqual(['saddle'])
  expect(found.summary).toContain('nothing is proven')
})

test('the sentence', () => {
  expect(shelf('himmelblau').summary).toMatch(
    /^9 isolated critical points: proven to be all in the domain \(\d+ boxes examined\)\.$/,
  )
  expect(shelf('toy-network').summary).toContain(
    '1 isolated critical point, 2 curves of critical points: proven to be all',
  )
  expect(shelf('monkey-saddle').summary).toContain('1 degenerate point')
  expect(own('floor(3x) + y^2').summary).toContain('where the formula is undefined or not differentiable')
})
