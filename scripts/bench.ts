import { existsSync } from 'node:fs'
import { analyzeCriticalPoints } from '../src/analysis/analyze-critical-points.ts'
import { catalogue } from '../src/catalogue/catalogue.ts'
import type { Domain } from '../src/declare/landscape.ts'
import { firstFree } from '../src/formula/kernel.ts'
import type { Experiment, Run } from '../src/simulation/experiment.ts'
import { PreparedRun } from '../src/simulation/prepared-run.ts'
import { simulateRun } from '../src/simulation/simulate.ts'
import { wasmKernel } from '../src/formula/wasm/wasm-kernel.ts'
import { sizeReport } from './size.mjs'

// Ratios measured in one run: the loops below and the kernel do the same steps, one directly after the other, and the median of the
// per-round ratios is printed with its quartiles. Nanoseconds are shown for orientation only.

const steps = 20_000
const rounds = 9
const repetitions = 3

type Loop = () => number

/** Least of a few repetitions, in ns a step. */
function time(loop: Loop): number {
  let best = Infinity
  for (let k = 0; k < repetitions; k++) {
    const began = process.hrtime.bigint()
    checksum += loop()
    best = Math.min(best, Number(process.hrtime.bigint() - began) / steps)
  }
  return best
}

let checksum = 0

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.round(q * (values.length - 1))]

interface Contest {
  name: string
  objects: Loop
  fused: Loop
  kernel: Loop
}

const rosenbrock = (x: number, y: number) => [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)]

function momentumContest(): Contest {
  const [rate, beta] = [0.0005, 0.9]
  return {
    name: 'Rosenbrock, momentum',
    objects() {
      let state = { theta: [-1.2, 1], v: [0, 0] }
      for (let t = 1; t <= steps; t++) {
        const g = rosenbrock(state.theta[0], state.theta[1])
        const v = state.v.map((value, i) => beta * value + g[i])
        state = { theta: state.theta.map((value, i) => value - rate * v[i]), v }
      }
      return state.theta[0]
    },
    fused() {
      let [x, y, vx, vy] = [-1.2, 1, 0, 0]
      for (let t = 1; t <= steps; t++) {
        const d = y - x * x
        vx = beta * vx + (-2 * (1 - x) - 400 * x * d)
        vy = beta * vy + 200 * d
        x -= rate * vx
        y -= rate * vy
      }
      return x
    },
    kernel: kernelLoop('momentum', { learningRate: rate, momentum: beta }),
  }
}

function adamContest(): Contest {
  const [rate, beta1, beta2, epsilon] = [0.01, 0.9, 0.999, 1e-8]
  const corrections = Float64Array.from(
    { length: 2 * steps },
    (_, k) => 1 - (k % 2 === 0 ? beta1 : beta2) ** (Math.floor(k / 2) + 1),
  )
  return {
    name: 'Rosenbrock, Adam',
    objects() {
      let state = { theta: [-1.2, 1], m: [0, 0], v: [0, 0] }
      for (let t = 1; t <= steps; t++) {
        const g = rosenbrock(state.theta[0], state.theta[1])
        const m = state.m.map((value, i) => beta1 * value + (1 - beta1) * g[i])
        const v = state.v.map((value, i) => beta2 * value + (1 - beta2) * g[i] ** 2)
        const mHat = m.map((value) => value / corrections[2 * t - 2])
        const vHat = v.map((value) => value / corrections[2 * t - 1])
        state = {
          theta: state.theta.map((value, i) => value - (rate * mHat[i]) / (Math.sqrt(vHat[i]) + epsilon)),
          m,
          v,
        }
      }
      return state.theta[0]
    },
    fused() {
      let [x, y, mx, my, vx, vy] = [-1.2, 1, 0, 0, 0, 0]
      for (let k = 0; k < 2 * steps; k += 2) {
        const d = y - x * x
        const gx = -2 * (1 - x) - 400 * x * d
        const gy = 200 * d
        mx = beta1 * mx + (1 - beta1) * gx
        my = beta1 * my + (1 - beta1) * gy
        vx = beta2 * vx + (1 - beta2) * (gx * gx)
        vy = beta2 * vy + (1 - beta2) * (gy * gy)
        x -= (rate * (mx / corrections[k])) / (Math.sqrt(vx / corrections[k + 1]) + epsilon)
        y -= (rate * (my / corrections[k])) / (Math.sqrt(vy / corrections[k + 1]) + epsilon)
      }
      return x
    },
    kernel: kernelLoop('adam', { learningRate: rate, beta1, beta2, epsilon }),
  }
}

function runOf(id: string, values: Run['optimizer']['values']): Run {
  const thing = catalogue.optimizers.find((entry) => entry.id === id)
  if (!thing) throw new Error(`no optimizer ${id}`)
  return { optimizer: { thing, values }, schedule: [], modifiers: [] }
}

const landscapeOf = (id: string): Experiment['landscape'] => {
  const thing = catalogue.landscapes.find((entry) => entry.id === id)
  if (!thing) throw new Error(`no landscape ${id}`)
  return { thing, values: {} }
}

/** The loop alone, as the other loops are alone: the table is filled beforehand, nothing is recorded. */
function kernelLoop(id: string, values: Run['optimizer']['values']): Loop {
  const landscape = landscapeOf('rosenbrock')
  const run = runOf(id, values)
  const prepared = new PreparedRun(landscape, run, false, (plan) => wasmKernel({ ...plan, record: [] }))
  const { kernel, table, initial } = prepared.bare(landscape, run, [-1.2, 1], steps)
  const width = 8 * prepared.plan.table.length
  const base = firstFree
  const tableAt = base + 8 * initial.length
  kernel.reserve(tableAt + width * steps + 64)
  const memory = new Float64Array(kernel.buffer())
  memory.set(table, tableAt / 8)
  return () => {
    memory.set(initial, base / 8)
    for (let first = 0; first < steps; first += 32)
      kernel.run({
        starts: 1,
        first,
        last: Math.min(first + 32, steps),
        base,
        stride: 8,
        table: tableAt,
        record: 0,
        data: 0,
        samples: 0,
        order: 0,
        orderStride: 0,
        chance: 0,
      })
    return memory[base / 8]
  }
}

function kernels(): void {
  console.log(
    `ns per optimizer step, one trajectory, both parameters, gradient included (median of ${rounds} rounds)\n`,
  )
  console.log(
    '                          objects    fused JS   kernel   objects/kernel [quartiles]   fused/kernel [quartiles]',
  )
  for (const contest of [momentumContest(), adamContest()]) {
    for (let k = 0; k < 3; k++) for (const loop of [contest.objects, contest.fused, contest.kernel]) time(loop)
    const results = Array.from({ length: rounds }, () => [
      time(contest.objects),
      time(contest.fused),
      time(contest.kernel),
    ])
    const column = (k: number) =>
      quantile(
        results.map((row) => row[k]),
        0.5,
      ).toFixed(1)
    const ratio = (k: number) => {
      const ratios = results.map((row) => row[k] / row[2])
      return `${quantile(ratios, 0.5).toFixed(2)} [${quantile(ratios, 0.25).toFixed(2)}–${quantile(ratios, 0.75).toFixed(2)}]`
    }
    const ends = [contest.objects(), contest.fused(), contest.kernel()]
    const apart = Math.max(...ends.map((end) => Math.abs(end - ends[0])))
    console.log(
      `${contest.name.padEnd(24)}${column(0).padStart(9)}${column(1).padStart(12)}${column(2).padStart(9)}   ${ratio(0).padEnd(28)} ${ratio(1)}   (ends agree to ${apart.toExponential(1)})`,
    )
  }
}

function wholeRuns(): void {
  const runs = catalogue.optimizers.map((thing) => runOf(thing.id, { learningRate: 0.001 }))
  const experiment: Experiment = { landscape: landscapeOf('rosenbrock'), starts: [], runs, steps: 1000, seed: 1 }
  const all = () => runs.forEach((run) => simulateRun(experiment, run))
  for (let k = 0; k < 20; k++) all()
  const times = Array.from({ length: 15 }, () => {
    const began = performance.now()
    all()
    return performance.now() - began
  })
  console.log(`\n${runs.length} runs × 1000 steps, recorded whole: ${quantile(times, 0.5).toFixed(2)} ms`)
}

/** Proven complete lists: the first time is cold for the first of them, which is why this runs before all else. */
function criticalPoints(): void {
  const square = (half: number): Domain => [
    [-half, half],
    [-half, half],
  ]
  const contests: [id: string, domain: Domain][] = [
    ['rastrigin', square(5.12)],
    ['himmelblau', square(5)],
    ['beale', square(4.5)],
    ['goldstein-price', square(2)],
    ['levy-13', square(10)],
  ]
  console.log('all critical points, proven: landscape, points, boxes, first time, best of 10 (ms)\n')
  for (const [id, domain] of contests) {
    const landscape = landscapeOf(id)
    const times = Array.from({ length: 11 }, () => {
      const began = performance.now()
      const { points, boxes, complete } = analyzeCriticalPoints(landscape, domain)
      return { took: performance.now() - began, points: points.length, boxes, complete }
    })
    const [{ took, points, boxes, complete }] = times
    const best = Math.min(...times.slice(1).map((time) => time.took))
    console.log(
      `${id.padEnd(24)}${`${points}`.padStart(6)}${`${boxes}`.padStart(8)}${took.toFixed(1).padStart(9)}${best.toFixed(1).padStart(9)}${complete ? '' : '   not complete'}`,
    )
  }
  const began = performance.now()
  for (const landscape of catalogue.landscapes)
    analyzeCriticalPoints({ thing: landscape, values: {} }, landscape.domain)
  console.log(
    `all ${catalogue.landscapes.length} landscapes of the shelf: ${(performance.now() - began).toFixed(0)} ms\n`,
  )
}

criticalPoints()
kernels()
wholeRuns()
if (existsSync('dist/index.html')) console.log(`\n${sizeReport('dist')}`)
else console.log('\n(no dist: run npm run build first for the page’s size)')
if (checksum === Infinity) console.log(checksum)
