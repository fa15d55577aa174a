import { describe, expect, test } from 'vitest'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import type { Landscape } from '../../src/declare/landscape.ts'
import type { Optimizer } from '../../src/declare/optimizer.ts'
import { interpretKernel } from '../../src/formula/interpret-kernel.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { rmsprop } from '../../src/optimizers/rmsprop.ts'
import { sgd } from '../../src/optimizers/sgd.ts'
import { cosine } from '../../src/schedules/cosine.ts'
import type { Run } from '../../src/simulation/experiment.ts'
import { PreparedRun } from '../../src/simulation/prepared-run.ts'

const bowl = ownLandscape(['x', 'y'], 'x^2 + 3*y^2')

function prepared(optimizer: Optimizer, more: Partial<Run> = {}, thing: Landscape = bowl): PreparedRun {
  const run: Run = { optimizer: { thing: optimizer, values: {} }, schedule: [], modifiers: [], ...more }
  return new PreparedRun({ thing, values: {} }, run, true, interpretKernel)
}

/** Names of the states that stay in the loop, and of those the table holds. */
function places({ program, plan }: PreparedRun): { loop: string[]; table: string[] } {
  const inLoop = new Set(plan.slots.map((slot) => slot.input))
  const split = { loop: [] as string[], table: [] as string[] }
  for (const { name, slots } of program.states)
    split[slots.every((k) => inLoop.has(program.slots[k].input)) ? 'loop' : 'table'].push(name)
  return split
}

/** The operations that the loop still does. */
function loopOps({ plan }: PreparedRun): string[] {
  const table = new Set(plan.table)
  const roots = [...plan.slots.map((slot) => slot.next), ...plan.record]
  return plan.graph.reachable(roots, table).flatMap((id) => (table.has(id) ? [] : [plan.graph.node(id).op]))
}

const own = (state: Optimizer['state'], program: string): Optimizer => ({ ...sgd, id: 'own', state, program })

describe('what leaves the loop', () => {
  test('Adam’s powers of β, and everything else that only hyperparameters and t decide', () => {
    const run = prepared(adam)
    expect(places(run)).toEqual({ loop: ['m', 'v'], table: [] })
    expect(loopOps(run)).not.toContain('pow')
    // β₁, 1 − β₁, β₂, 1 − β₂, both corrections, η, ε and nothing more.
    expect(run.plan.table.length).toBe(8)
  })

  test('a schedule', () => {
    const run = prepared(sgd, { schedule: [{ from: 1, factors: [{ thing: cosine, values: {} }] }] })
    expect(loopOps(run)).not.toContain('cos')
    expect(run.plan.table.length).toBe(1)
  })

  test('state that is fed by the step alone: Nadam’s product, restart counters, noise', () => {
    const program = `
      product = product*0.9*(1 - 0.5*0.96^t)
      age = where(age + 1 >= cycle, 0, age + 1)
      cycle = where(age == 0, 2*cycle, cycle)
      noise = 0.9*noise + normal()
      theta = theta - learningRate*(g*product + noise*age)
    `
    const run = prepared(own({ product: 1, age: 0, cycle: 4, noise: 0 }, program))
    expect(places(run)).toEqual({ loop: [], table: ['product', 'age', 'cycle', 'noise'] })
    expect(loopOps(run)).not.toContain('normal')
  })

  test('the losing branch of a choice, with its state', () => {
    const run = prepared(rmsprop)
    expect(places(run)).toEqual({ loop: ['v', 'b'], table: ['gMean'] })
  })

  test('statistics of the data', () => {
    const data = { a: [1, 2, 3], b: [2, 0, 1] }
    const thing = ownLandscape(
      ['x', 'y'],
      'z = (a - mean(a))/sqrt(mean((a - mean(a))^2))\nloss = mean((b - x*z - y)^2)',
      data,
    )
    const run = prepared(sgd, {}, thing)
    const reductions = (list: string[]) => list.filter((op) => op === 'batchMean').length
    // The mean and the deviation are gone; what θ decides is left: the loss and its two derivatives.
    expect(reductions(loopOps(run))).toBe(3)
  })
})

describe('what stays', () => {
  test('state that leans on the surface, or on such state, however far', () => {
    const program = `
      a = a + b
      b = b + c
      c = c + where(norm(g) > 1, 1, 0)
      free = free + t
      theta = theta - learningRate*g*a*free
    `
    expect(places(prepared(own({ a: 0, b: 0, c: 0, free: 0 }, program)))).toEqual({
      loop: ['a', 'b', 'c'],
      table: ['free'],
    })
  })

  test('θ, even where a program never looks at the surface', () => {
    const run = prepared(own({}, 'theta = t*pi + 0*theta'))
    expect(run.plan.slots.map((slot) => slot.input)).toEqual(run.program.slots.slice(0, 2).map((slot) => slot.input))
    const constant = prepared(own({}, 'theta = 7'))
    expect(constant.plan.slots.length).toBe(2)
  })
})
