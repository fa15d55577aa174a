import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'
import { goldenLandscapes, goldenRun, readGolden } from '../golden-adapter.ts'
import type { GoldenCase } from '../golden-adapter.ts'
import { worstDeviation } from '../golden-deviation.ts'

/** The same reference, put together from other parts than the one optimizer that does it all. */
const otherWays: Record<string, (hyper: GoldenCase['hyper']) => Pick<GoldenCase, 'optimizer' | 'hyper' | 'schedule'>> =
  {
    // Adam with the modifier that shrinks θ beforehand.
    AdamW: (hyper) => ({ optimizer: 'Adam', hyper: { ...hyper, decoupled_weight_decay: true } }),
    // Momentum in the lecture’s form with that modifier.
    sgdw: (hyper) => ({
      optimizer: 'lecture_momentum',
      hyper: { lr: hyper.lr, lambda: hyper.momentum, weight_decay: hyper.weight_decay, decoupled_weight_decay: true },
    }),
    // Adagrad without ε, where the root mean square is divided by a rate that falls as 1/√t.
    lecture_adagrad: (hyper) => ({
      optimizer: 'lecture_adagrad',
      hyper: { ...hyper, decay: false },
      ...(hyper.decay === true ? { schedule: { name: 'LambdaLR', args: { lambda: 'inverse_sqrt', warmup: 1 } } } : {}),
    }),
  }

describe('one method, two compositions', () => {
  const landscapes = goldenLandscapes()
  const cases = ['optimizers.json', 'paper.json']
    .flatMap((file) => readGolden<{ cases: GoldenCase[] }>(file).cases)
    .filter(({ optimizer }) => optimizer in otherWays)

  test('there are some', () => expect(cases.length).toBeGreaterThan(0))

  test.each(cases)('$id', (golden) => {
    const found = goldenRun(otherWays[golden.optimizer](golden.hyper), catalogue)
    if (!('run' in found)) throw new Error(`Not on the shelf: ${found.missing.join(', ')}`)
    const { run } = found
    // The lecture’s momentum halves its rate in the reference; SGDW does not.
    const plain = golden.optimizer === 'sgdw' ? { ...run, schedule: [] } : run
    expect(plain.modifiers.length + plain.schedule.length + (golden.hyper.decay === false ? 1 : 0)).toBe(1)
    const landscape = { thing: landscapes.get(golden.landscape) as Landscape, values: {} }
    const { theta } = simulateRun({ landscape, starts: [golden.theta0], runs: [plain], steps: 200, seed: 1 }, plain)
    expect(worstDeviation(golden, theta, 2, golden.compare_steps)).toBeLessThanOrEqual(golden.tolerance)
    expect(worstDeviation(golden, theta, 2, Math.min(20, golden.compare_steps))).toBeLessThanOrEqual(
      golden.early_tolerance,
    )
  })
})
