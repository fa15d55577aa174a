import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/catalogue/catalogue.ts'
import { accepts, valueProblems } from '../src/declare/check-value.ts'
import { defaultValue } from '../src/declare/default-value.ts'
import type { Entry } from '../src/declare/entry.ts'
import type { Landscape } from '../src/declare/landscape.ts'
import { isProgram } from '../src/formula/is-program.ts'
import { parseExpression, parseProgram } from '../src/formula/parse.ts'
import { printExpression, printProgram } from '../src/formula/print.ts'
import type { Expression } from '../src/formula/syntax.ts'
import type { LocalizedText } from '../src/i18n/language.ts'
import { bare, plain, suggested } from './shelf-run.ts'
import { programWithoutSpans, withoutSpans } from './formula/arbitrary-expression.ts'

const { landscapes, optimizers, schedules, modifiers } = catalogue
const shelves: Record<string, readonly Entry[]> = { landscapes, optimizers, schedules, modifiers }
const everything = Object.entries(shelves).flatMap(([shelf, entries]) =>
  entries.map((entry) => ({ shelf, id: entry.id, entry })),
)
const hyperparameters = everything.flatMap(({ shelf, id, entry }) =>
  Object.entries(entry.hyperparameters).map(([name, declared]) => ({ shelf, id, name, declared, entry })),
)

describe('files', () => {
  for (const [shelf, entries] of Object.entries(shelves))
    test(`${shelf}: one file a thing, named like its id, exporting it by that name`, async () => {
      const folder = new URL(`../src/${shelf}/`, import.meta.url)
      const files = readdirSync(fileURLToPath(folder)).filter((file) => file !== 'index.ts')
      expect(files.sort()).toEqual(entries.map(({ id }) => `${id}.ts`).sort())
      for (const entry of entries) {
        const camelCase = entry.id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
        const module = (await import(new URL(`${entry.id}.ts`, folder).href)) as Record<string, unknown>
        expect(Object.keys(module)).toEqual([camelCase])
        expect(module[camelCase]).toBe(entry)
      }
    })

  test('ids are kebab-case and no two things of a shelf share one', () => {
    for (const { id } of everything) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    for (const entries of Object.values(shelves)) expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length)
  })
})

describe('texts', () => {
  const complete = (text: LocalizedText) => {
    expect(Object.keys(text).sort()).toEqual(['en', 'zh-Hans', 'zh-Hant'])
    for (const words of Object.values(text)) expect(words.trim()).toBe(words)
    for (const words of Object.values(text)) expect(words).not.toBe('')
  }

  test.each(everything)('$shelf/$id: names, a sentence, references', ({ entry }) => {
    complete(entry.name)
    complete(entry.summary)
    expect(entry.summary.en).toMatch(/^[A-Z][^]*\.$/)
    expect(entry.summary['zh-Hant']).toMatch(/。$/)
    expect(entry.summary['zh-Hans']).toMatch(/。$/)
    expect(entry.references.length).toBeGreaterThan(0)
    for (const { authors, title, year, url } of entry.references) {
      expect(authors).not.toBe('')
      expect(title).not.toBe('')
      expect(new URL(url).protocol).toBe('https:')
      expect(Number.isInteger(year) && year > 1600 && year < 2100).toBe(true)
    }
  })

  test('labels of hyperparameters and their choices', () => {
    for (const { declared } of hyperparameters) {
      complete(declared.label)
      expect(declared.symbol).not.toBe('')
      if (declared.kind === 'choice') for (const { label } of declared.choices) complete(label)
    }
  })
})

describe('hyperparameters', () => {
  test.each(hyperparameters)(
    '$shelf/$id $name: default and slider lie in what is accepted',
    ({ id, name, declared, entry }) => {
      const steps = [1, 100, 100_000]
      for (const count of steps)
        expect(valueProblems(id, entry.hyperparameters, { [name]: defaultValue(declared, count) })).toEqual([])
      if (declared.kind === 'choice') expect(new Set(declared.choices.map((one) => one.id)).size).toBeGreaterThan(1)
      if (declared.kind !== 'number') return
      const [low, high] = declared.range
      expect(low).toBeLessThan(high)
      expect(accepts(declared.valid, low) && accepts(declared.valid, high)).toBe(true)
      if (declared.scale === 'log') expect(low).toBeGreaterThan(0)
      if (declared.scale === 'one-minus-log') expect(high).toBeLessThan(1)
      if (declared.integer) expect([low, high].every(Number.isInteger)).toBe(true)
      const usual = defaultValue(declared, 200) as number
      // A default off the slider could not be gone back to by hand; 0 on a logarithmic one stands at its end.
      if (!(declared.scale === 'log' && usual === 0)) expect(usual >= low && usual <= high).toBe(true)
    },
  )
})

/** Expressions and programs that a thing declares. */
function texts(entry: Entry): { expressions: string[]; programs: string[] } {
  const { loss, program, state, effectiveRate, eachMomentum } = entry as unknown as Partial<Record<string, unknown>>
  const initial = Object.values((state ?? {}) as Record<string, unknown>).filter((value) => typeof value === 'string')
  const defaults = Object.values(entry.hyperparameters).flatMap((declared) =>
    declared.kind === 'number' && typeof declared.default === 'string' ? [declared.default] : [],
  )
  const each = eachMomentum as { program: string } | undefined
  const all = [loss, program, effectiveRate, each?.program, ...initial, ...defaults].filter(
    (text) => typeof text === 'string',
  )
  return { expressions: all.filter((text) => !isProgram(text)), programs: all.filter((text) => isProgram(text)) }
}

test.each(everything)('$shelf/$id: its formulas print and parse back', ({ entry }) => {
  const { expressions, programs } = texts(entry)
  expect(expressions.length + programs.length).toBeGreaterThan(0)
  for (const text of expressions) {
    const tree: Expression = parseExpression(text)
    expect(withoutSpans(parseExpression(printExpression(tree)))).toEqual(withoutSpans(tree))
  }
  for (const text of programs) {
    const tree = parseProgram(text)
    expect(programWithoutSpans(parseProgram(printProgram(tree)))).toEqual(programWithoutSpans(tree))
  }
})

describe('landscapes', () => {
  test.each(landscapes)('$id: its parts fit together', (landscape) => {
    const { parameters, domain, starts, heightCap, suggestedRates, data, criticalPoints } = landscape
    expect(parameters.length).toBeGreaterThanOrEqual(2)
    expect(domain.length).toBe(parameters.length)
    for (const [low, high] of domain) expect(low).toBeLessThan(high)
    const inside = (point: readonly number[]) =>
      point.length === domain.length && point.every((x, i) => x >= domain[i][0] && x <= domain[i][1])
    expect(starts.length).toBeGreaterThan(0)
    expect(starts.every(inside)).toBe(true)
    expect((criticalPoints ?? []).every(({ theta }) => inside(theta))).toBe(true)
    expect(heightCap > 0 && heightCap <= 100).toBe(true)
    expect(new Set(Object.values(data ?? {}).map((column) => column.length)).size).toBeLessThanOrEqual(1)
    expect(suggestedRates.default).toBeGreaterThan(0)
    for (const [id, rate] of Object.entries(suggestedRates)) {
      if (id !== 'default') expect(optimizers.map((one) => one.id)).toContain(id)
      expect(accepts({ least: 0 }, rate)).toBe(true)
    }
  })

  test.each(landscapes)(
    '$id: gradient descent, and what has a rate of its own here, goes down from the start',
    (landscape) => {
      const named = optimizers.filter(({ id }) => id === 'sgd' || Object.hasOwn(landscape.suggestedRates, id))
      for (const optimizer of named) {
        const { loss, stop } = bare(
          landscape,
          plain(optimizer, { learningRate: suggested(landscape, optimizer.id) }),
          300,
        )
        expect(Math.min(...loss.filter(Number.isFinite)), optimizer.id).toBeLessThan(loss[0])
        // Only a loss without a floor may be followed to infinity, and then down.
        if (stop.reason === 'diverged') expect(loss[stop.step - 1], optimizer.id).toBeLessThan(-1e6)
      }
    },
  )
})

describe('optimizers', () => {
  const bowl = landscapes.find(({ id }) => id === 'elongated-bowl') as Landscape

  test.each(optimizers)('$id stays at a minimum where the gradient is zero', (optimizer) => {
    const { theta, stop } = bare(bowl, plain(optimizer), 50, [0, 0])
    expect(theta.every((x) => x === 0)).toBe(true)
    expect(stop).toEqual({ reason: 'converged', step: 0 })
  })

  test.each(optimizers)(
    '$id: what it names is in its program',
    ({ state, momentumState, points, events, effectiveRate, program, hyperparameters: own }) => {
      const assigned = parseProgram(program).assignments.map((line) => line.name)
      expect(assigned).toContain('theta')
      for (const name of [...(momentumState ?? []), ...(points ?? [])]) expect(Object.keys(state)).toContain(name)
      for (const name of Object.keys(state)) expect(assigned).toContain(name)
      for (const { when } of events ?? []) expect(assigned).toContain(when)
      expect(own.learningRate?.kind).toBe('number')
      expect(
        Object.values(own).filter((one) => one.kind === 'number' && one.role === 'momentum').length,
      ).toBeLessThanOrEqual(1)
      const known = new Set([...assigned, ...Object.keys(own), 'g', 't', 'theta', 'learningRate', 'pi', 'e'])
      for (const name of effectiveRate === undefined ? [] : namesIn(parseExpression(effectiveRate)))
        expect([...known]).toContain(name)
    },
  )

  test.each(optimizers)('$id reaches the minimum of a round bowl', (optimizer) => {
    const { loss } = bare(bowl, plain(optimizer, { learningRate: 0.05 }), 3000, [1, 1], { kappa: 1 })
    expect(loss.at(-1)).toBeLessThan(0.05)
  })
})

function namesIn(expression: Expression): string[] {
  switch (expression.kind) {
    case 'number':
      return []
    case 'name':
      return [expression.name]
    case 'negate':
    case 'not':
      return namesIn(expression.operand)
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)]
    case 'call':
      return expression.args.flatMap(namesIn)
  }
}
