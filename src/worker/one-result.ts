import { catalogue } from '../catalogue/catalogue.ts'
import { suggestedRate } from '../catalogue/suggested-rate.ts'
import type { Experiment, Run } from '../simulation/experiment.ts'
import { simulateRun } from '../simulation/simulate.ts'

/** A hundred experiments that between them use every optimizer, schedule, modifier and landscape. */
export function hundredExperiments(): Experiment[] {
  const { landscapes, optimizers, schedules, modifiers } = catalogue
  return Array.from({ length: 100 }, (_, k) => {
    const landscape = landscapes[(k * 7) % landscapes.length]
    const optimizer = optimizers[k % optimizers.length]
    const rate = suggestedRate(landscape, optimizer)
    const run: Run = {
      optimizer: { thing: optimizer, values: rate === undefined ? {} : { learningRate: rate } },
      schedule:
        k % 2 === 0 ? [] : [{ from: 1, factors: [{ thing: schedules[(k * 3) % schedules.length], values: {} }] }],
      modifiers: k % 3 === 0 ? [{ thing: modifiers[(k / 3) % modifiers.length], values: {} }] : [],
    }
    return { landscape: { thing: landscape, values: {} }, starts: [], runs: [run], steps: 300, seed: k + 1 }
  })
}

/** A hash over every bit of θ, loss and gradient of the hundred experiments: 16 hexadecimal digits, the same in every engine. */
export function oneResult(): string {
  const hash = new Uint32Array([0x811c9dc5, 0xc9dc5811])
  for (const experiment of hundredExperiments()) {
    const { theta, loss, gradient, learningRate } = simulateRun(experiment, experiment.runs[0])
    for (const column of [theta, loss, gradient, learningRate]) mix(hash, column)
  }
  return [...hash].map((word) => word.toString(16).padStart(8, '0')).join('')
}

/** Two FNV-1a hashes side by side, over the 32-bit halves of each number; every NaN counts as one and the same. */
function mix(hash: Uint32Array, column: Float64Array): void {
  const halves = new DataView(column.buffer, column.byteOffset, column.byteLength)
  column.forEach((value, k) => {
    const [low, high] = Number.isNaN(value)
      ? [0, 0x7ff80000]
      : [halves.getUint32(8 * k, true), halves.getUint32(8 * k + 4, true)]
    hash[0] = Math.imul(hash[0] ^ high, 0x01000193)
    hash[1] = Math.imul(hash[1] ^ low ^ (hash[0] >>> 15), 0x01000193)
  })
}
