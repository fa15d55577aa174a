import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ownLandscape } from '../src/catalogue/own-landscape.ts'
import type { Hyperparameters, HyperparameterValue } from '../src/declare/hyperparameter.ts'
import type { Domain, Landscape } from '../src/declare/landscape.ts'
import type { Modifier } from '../src/declare/modifier.ts'
import type { Optimizer } from '../src/declare/optimizer.ts'
import type { Schedule } from '../src/declare/schedule.ts'
import type { Run, SchedulePart, Setting } from '../src/simulation/experiment.ts'
import { scheduleSetting, wantedBy } from './golden-names.ts'
import type { GoldenSchedule, Named } from './golden-names.ts'

/** One reference trajectory, by PyTorch 2.13 in float64 or transcribed from a paper; `theta[k − 1]` is θ after step k. */
export interface GoldenCase {
  id: string
  optimizer: string
  landscape: string
  hyper: Record<string, unknown>
  theta0: number[]
  theta: number[][]
  loss: Record<string, number>
  state: Record<string, Record<string, number | number[]>>
  compare_steps: number
  tolerance: number
  early_tolerance: number
  state_tolerance: number
  schedule?: GoldenSchedule
  lr?: number[]
  /** SWATS: the step after whose update it became SGD, and with which rate; null: never. */
  switch_step?: number | null
  switch_lr?: number | null
}

/** What of ours can be used: the shelves, or more. */
export interface Shelf {
  optimizers: readonly Optimizer[]
  schedules: readonly Schedule[]
  modifiers: readonly Modifier[]
}

const ownFolder = fileURLToPath(new URL('golden', import.meta.url))

/** One file of the reference data: from the folder that GOLDEN_DIR names, where it is there. */
export function readGolden<Content>(file: string): Content {
  const chosen = join(process.env.GOLDEN_DIR ?? ownFolder, file)
  return JSON.parse(readFileSync(existsSync(chosen) ? chosen : join(ownFolder, file), 'utf8')) as Content
}

interface GoldenLandscape {
  id: string
  formula: string
  domain: Domain
}

/** The reference landscapes in our language, by id. */
export function goldenLandscapes(): Map<string, Landscape> {
  const { landscapes } = readGolden<{ landscapes: GoldenLandscape[] }>('landscapes.json')
  return new Map(
    landscapes.map(({ id, formula, domain }) => [id, { ...ownLandscape(['x', 'y'], ownFormula(formula)), domain }]),
  )
}

/** `…, p = softmax(a, b, c)` becomes shares; `−log(p1)` becomes the logsumexp that does not cancel. */
function ownFormula(formula: string): string {
  const [, loss, listed] = /^(.*), p = softmax\((.*)\)$/.exec(formula) ?? [undefined, formula]
  if (listed === undefined) return loss
  const logits = listed.split(', ')
  const others = (k: number) => logits.filter((_, j) => j !== k)
  const shares = logits.map((own, k) => `p${k + 1} = share(${[own, ...others(k)].join(', ')})`)
  const direct = loss.replace(/-log\(p(\d)\)/g, (_, digit: string) => {
    const k = Number(digit) - 1
    return `logsumexp(0, ${others(k)
      .map((other) => `${other} - ${logits[k]}`)
      .join(', ')})`
  })
  return [...shares, `loss = ${direct}`].join('\n')
}

/** A reference case as one of our runs, or the names of what is not on the shelf yet. */
export type Mapped = { run: Run; states: Readonly<Record<string, string>> } | { missing: string[] }

/** Finds the things on the shelf that do what PyTorch's class (or the paper's algorithm) does. */
export function goldenRun(golden: Pick<GoldenCase, 'optimizer' | 'hyper' | 'schedule'>, shelf: Shelf): Mapped {
  const wanted = wantedBy(golden.optimizer, golden.hyper)
  if (wanted === undefined) return { missing: [golden.optimizer] }
  const missing: string[] = []
  const planned = wanted.schedule ?? golden.schedule
  const schedule = planned === undefined ? [] : scheduleParts(planned, shelf, missing)
  const rate = planned === undefined ? undefined : planned.args.max_lr
  const [id, values] = wanted.optimizer
  const own = rate === undefined ? values : { ...values, learningRate: rate as number }
  const optimizer = setting(shelf.optimizers, 'optimizer', [id, own], missing)
  const modifiers = wanted.modifiers.flatMap((named) => setting(shelf.modifiers, 'modifier', named, missing) ?? [])
  if (optimizer === undefined || missing.length > 0) return { missing }
  return { run: { optimizer, schedule, modifiers }, states: wanted.states }
}

/** PyTorch's scheduler as a sequence of products of ours; what is not on the shelf is added to `missing`. */
export function scheduleParts(golden: GoldenSchedule, shelf: Shelf, missing: string[]): SchedulePart[] {
  const inner = () =>
    (golden.args.schedulers as [string, Record<string, unknown>][]).map(([name, args]) => ({ name, args }))
  const factor = (one: GoldenSchedule) => setting(shelf.schedules, 'schedule', scheduleSetting(one), missing) ?? []
  if (golden.name === 'SequentialLR') {
    const begins = [0, ...(golden.args.milestones as number[])]
    return inner().map((one, k) => ({ from: begins[k] + 1, factors: [factor(one)].flat() }))
  }
  const factors = golden.name === 'ChainedScheduler' ? inner().flatMap(factor) : [factor(golden)].flat()
  return [{ from: 1, factors }]
}

function setting<Thing extends { id: string; hyperparameters: Hyperparameters }>(
  things: readonly Thing[],
  kind: string,
  [id, values]: Named,
  missing: string[],
): Setting<Thing> | undefined {
  const thing = things.find((one) => one.id === id)
  if (thing === undefined) {
    missing.push(`${kind} ${id}`)
    return undefined
  }
  const known: [string, HyperparameterValue][] = []
  for (const [name, value] of Object.entries(values))
    if (Object.hasOwn(thing.hyperparameters, name)) known.push([name, value])
    else missing.push(`${id}.${name}`)
  return { thing, values: Object.fromEntries(known) }
}
