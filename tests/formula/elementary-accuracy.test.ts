import { describe, expect, test } from 'vitest'
import { numberLane } from '../../src/formula/number-lane.ts'
import { binaryOperations, elementaryErrors, logsumexp, share, unaryOperations } from '../../src/formula/operations.ts'
import type { BigFloat } from './big-float.ts'
import { exactly, exponentOf, minus, ulpsBetween } from './big-float.ts'
import * as oracle from './oracle.ts'
import { SampleNumbers } from './sample-numbers.ts'

type Draw = (sample: SampleNumbers) => number
type Function1 = Exclude<keyof typeof elementaryErrors, 'pow' | 'logsumexp' | 'share'>

// Counts k for which the double nearest to k·π/2 is nearest of all below 10^7, and the largest.
const hardCounts = [
  1, 2, 3, 29, 58, 116, 464, 1856, 3712, 14479, 29327, 204551, 409102, 1081409, 2162818, 4325636, 6366197,
]

const angles: Draw[] = [
  (s) => s.between(-10, 10),
  (s) => s.between(-1e7, 1e7),
  (s) => s.ofSize(-40, 23),
  (s) => s.ofSize(-1000, -10),
  (s) => s.near(oracle.nearestToHalfPi(s.integer(1, 6366197)), 3),
  (s) => s.near(oracle.nearestToHalfPi(s.integer(1, 40)), 1000),
  (s) => s.near(oracle.nearestToHalfPi(hardCounts[s.integer(0, hardCounts.length - 1)]), 2),
  // sines just below a power of two, of angles just above it, and the flat top: where a last bit weighs most
  (s) => oracle.nearestToHalfPi(2 * s.integer(0, 3183098)) + 2 ** s.integer(-8, -1) * s.between(1, 1.01),
  (s) => oracle.nearestToHalfPi(2 * s.integer(0, 3183098) + 1) + s.between(-0.6, 0.6),
  (s) => s.between(1.2, 1.9),
]
const logarithms: Draw[] = [
  (s) => s.positive(-1022, 1024),
  (s) => s.integer(1, 1000000) * 5e-324,
  (s) => s.between(0.5, 2),
  (s) => s.near(1, 100000),
  (s) => 1 + s.ofSize(-53, -3),
  (s) => s.near(s.integer(0, 1) ? Math.SQRT2 : Math.SQRT1_2, 10000),
  (s) => s.near([0.5, 2, 4][s.integer(0, 2)], 10000),
]
const tinyOrModerate: Draw[] = [
  (s) => s.ofSize(-1000, -20),
  (s) => s.ofSize(-60, 2),
  (s) => s.between(-1, 1),
  (s) => s.between(-3, 3),
]

const functions: Record<Function1, { truth: (a: BigFloat) => BigFloat; arguments: Draw[] }> = {
  exp: {
    truth: oracle.expOf,
    arguments: [
      (s) => s.between(-708.39, 709.78),
      (s) => s.between(-2, 2),
      (s) => s.ofSize(-60, 0),
      (s) => (s.integer(-2040, 2040) + 1e-9 * s.between(-1, 1)) * (Math.LN2 / 2),
      (s) => s.near(709.782712893384, 100) - 1.2e-11,
      (s) => s.near(-708.3964185322641, 100) + 1.2e-11,
    ],
  },
  expm1: {
    truth: oracle.expm1Of,
    arguments: [
      ...tinyOrModerate,
      (s) => s.between(-60, 709.78),
      (s) => (s.integer(-10, 10) + 1e-6 * s.between(-1, 1)) * (Math.LN2 / 2),
      (s) => s.near(709.782712893384, 100) - 1.2e-11,
    ],
  },
  log: { truth: oracle.logOf, arguments: logarithms },
  log1p: {
    truth: oracle.log1pOf,
    arguments: [
      ...tinyOrModerate.map(
        (draw): Draw =>
          (s) =>
            Math.max(draw(s), -0.999999),
      ),
      (s) => s.positive(-3, 1023),
      (s) => -1 + s.positive(-53, -1),
      (s) => s.near([Math.SQRT2 - 1, Math.SQRT1_2 - 1, 2 * Math.SQRT2 - 1][s.integer(0, 2)], 10000),
    ],
  },
  sin: { truth: (a) => oracle.sineAndCosine(a).sine, arguments: angles },
  cos: { truth: (a) => oracle.sineAndCosine(a).cosine, arguments: angles },
  tan: { truth: oracle.tanOf, arguments: [...angles, (s) => s.between(0.7, 0.9) + s.integer(0, 9)] },
  tanh: { truth: oracle.tanhOf, arguments: [...tinyOrModerate, (s) => s.between(-30, 30)] },
  sigmoid: {
    truth: oracle.sigmoidOf,
    arguments: [...tinyOrModerate, (s) => s.between(-708.39, 40), (s) => s.between(-40, 40)],
  },
  softplus: {
    truth: oracle.softplusOf,
    arguments: [...tinyOrModerate, (s) => s.between(-708.39, 1000), (s) => s.between(-40, 40)],
  },
}

/** Draws per kind of argument. */
const draws = 1000

describe('error in units in the last place, against a series in 200 bits', () => {
  for (const [name, { truth, arguments: kinds }] of Object.entries(functions) as [
    Function1,
    (typeof functions)['exp'],
  ][]) {
    test(name, () => {
      let worst = { ulps: 0, x: 0 }
      kinds.forEach((draw, kind) => {
        const sample = new SampleNumbers(kind + 1)
        for (let i = 0; i < draws; i++) {
          const x = draw(sample)
          const ulps = ulpsBetween(unaryOperations[name](numberLane, x), truth(exactly(x)))
          if (!(ulps <= worst.ulps)) worst = { ulps, x }
        }
      })
      expect(worst.ulps, `at ${worst.x}`).toBeLessThanOrEqual(elementaryErrors[name])
    })
  }

  test('pow', () => {
    const kinds: ((s: SampleNumbers) => [number, number])[] = [
      (s) => [s.positive(-20, 20), s.between(-30, 30)],
      (s) => [s.positive(-1022, 1024), s.between(-0.69, 0.69)],
      (s) => [s.positive(-1022, 1024), s.ofSize(-60, -1)],
      (s) => [1 + s.ofSize(-53, -8), s.ofSize(0, 17)],
      (s) => [s.near(1, 1000), s.ofSize(40, 52)],
      (s) => [s.positive(-3, 3), s.between(-230, 230)],
      (s) => [s.integer(1, 300) * 5e-324, s.between(-0.95, 0.95)],
      (s) => [s.between(0, 20), s.integer(-8, 8)],
      (s) => [
        s.near([Math.sqrt(1.5), Math.sqrt(3), Math.sqrt(3) / 2, 1.5][s.integer(0, 3)], 10000),
        s.between(-800, 800),
      ],
      // results near overflow and underflow
      (s) => nearPower(s.positive(-30, 30), s.integer(0, 1) ? s.between(1020, 1023.99) : -s.between(1018, 1021.99)),
      (s) =>
        nearPower(1 + s.positive(-50, -2), s.integer(0, 1) ? s.between(1023, 1023.999) : -s.between(1021, 1021.999)),
    ]
    let worst = { ulps: 0, at: [0, 0] }
    kinds.forEach((draw, kind) => {
      const sample = new SampleNumbers(kind + 1)
      for (let i = 0; i < draws; i++) {
        const [x, y] = draw(sample)
        const truth = oracle.powOf(exactly(x), exactly(y))
        if (exponentOf(truth) >= 1024 || exponentOf(truth) < -1022) continue
        const ulps = ulpsBetween(binaryOperations.pow(numberLane, x, y), truth)
        if (!(ulps <= worst.ulps)) worst = { ulps, at: [x, y] }
      }
    })
    expect(worst.ulps, `at ${worst.at.join(', ')}`).toBeLessThanOrEqual(elementaryErrors.pow)
  })

  /** x and the y for which x^y is about 2^exponent. */
  const nearPower = (x: number, exponent: number): [number, number] => [x, exponent / Math.log2(x)]

  const softmaxArguments: ((s: SampleNumbers) => number)[] = [
    (s) => s.between(-1000, 1000),
    (s) => s.between(-340, 340),
    (s) => s.between(-3, 3),
    (s) => s.ofSize(-30, 6),
    (s) => s.integer(-20, 20),
    (s) => 500 + s.between(-20, 20),
    (s) => -1 + s.between(-0.5, 0.5),
  ]
  const drawArguments = (sample: SampleNumbers, draw: Draw) =>
    Array.from({ length: sample.integer(2, 4) }, () => draw(sample))

  test('share', () => {
    let worst = { ulps: 0, at: [0] }
    softmaxArguments.forEach((draw, kind) => {
      const sample = new SampleNumbers(kind + 1)
      for (let i = 0; i < draws; i++) {
        const args = drawArguments(sample, draw)
        const truth = oracle.shareOf(args.map(exactly))
        const result = share(numberLane, args)
        const flushed = exponentOf(truth) < -1022
        const ulps = flushed ? (result === 0 ? 0 : Infinity) : ulpsBetween(result, truth)
        if (!(ulps <= worst.ulps)) worst = { ulps, at: args }
      }
    })
    expect(worst.ulps, `at ${worst.at.join(', ')}`).toBeLessThanOrEqual(elementaryErrors.share)
  })

  test('logsumexp, in units of the larger of result and greatest argument', () => {
    let worst = { ulps: 0, at: [0] }
    softmaxArguments.forEach((draw, kind) => {
      const sample = new SampleNumbers(kind + 1)
      for (let i = 0; i < draws; i++) {
        const args = drawArguments(sample, draw)
        const sorted = [...args].sort((a, b) => b - a).map(exactly)
        const ulps = ulpsBetween(logsumexp(numberLane, args), oracle.logsumexpOf(sorted), sorted[0])
        if (!(ulps <= worst.ulps)) worst = { ulps, at: args }
      }
    })
    expect(worst.ulps, `at ${worst.at.join(', ')}`).toBeLessThanOrEqual(elementaryErrors.logsumexp)
  })
})

describe('the oracle', () => {
  const known: [string, BigFloat, bigint][] = [
    ['e', oracle.expOf(exactly(1)), 271828182845904523536028747135266249775724709369995n],
    ['ln 10', oracle.logOf(exactly(10)), 230258509299404568401799145468436420760110148862877n],
    ['sin 1', oracle.sineAndCosine(exactly(1)).sine, 84147098480789650665250232163029899962256306079837n],
    ['cos 1', oracle.sineAndCosine(exactly(1)).cosine, 54030230586813971740093660744297660373231042061792n],
  ]
  test.each(known)('knows %s to 49 digits', (_, value, digits) => {
    const scaled = (value.mantissa * 10n ** 50n) >> BigInt(-value.exponent)
    const error = scaled - digits
    expect(error >= -10n && error <= 10n).toBe(true)
  })

  test('inverts itself', () => {
    const x = exactly(0.123456789)
    const back = minus(oracle.logOf(oracle.expOf(x)), x)
    expect(back.mantissa === 0n || exponentOf(back) < -150).toBe(true)
    const again = minus(oracle.log1pOf(oracle.expm1Of(x)), x)
    expect(again.mantissa === 0n || exponentOf(again) < -150).toBe(true)
  })
})
