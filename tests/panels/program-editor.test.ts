import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { ownEntry, ownOptimizer, ownProgramOf, type ProgramEntry } from '../../src/catalogue/own-program.ts'
import type { Values } from '../../src/declare/hyperparameter.ts'
import { ownProgramsOf, thingsOf, trialRun } from '../../src/link/run-programs.ts'
import { complete, completionsAt } from '../../src/panels/completions.ts'
import { withOwnLandscape } from '../../src/panels/experiment-edits.ts'
import { wrongPlaces } from '../../src/panels/formula-problem.tsx'
import { lineAndColumn } from '../../src/panels/line-and-column.ts'
import { newHyperparameter } from '../../src/panels/new-hyperparameter.ts'
import { readOwnFormula } from '../../src/panels/own-formula.ts'
import { newProgramName, withProgram } from '../../src/panels/own-program-edits.ts'
import { draftOf, readDraft, type ProgramDraft } from '../../src/panels/program-draft.ts'
import { startFrom } from '../../src/panels/start-from.ts'
import type { Run } from '../../src/simulation/experiment.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'
import { defaultExperiment } from '../../src/state/default-experiment.ts'

const { landscape } = defaultExperiment
const trajectory = (run: Run) => simulateRun({ ...defaultExperiment, steps: 60 }, run)

const draft = (text: string, more: Partial<ProgramDraft> = {}): ProgramDraft => ({
  kind: 'optimizer',
  name: 'mine',
  text,
  initials: {},
  constants: {},
  ...more,
})

describe('a program started from the shelf', () => {
  const things: { id: string; thing: ProgramEntry; values: Values }[] = [
    ...catalogue.optimizers,
    ...catalogue.schedules,
    ...catalogue.modifiers,
  ].flatMap((thing) => [
    { id: thing.id, thing, values: {} },
    // Every form of every choice, one at a time.
    ...Object.entries(thing.hyperparameters).flatMap(([name, declared]) =>
      declared.kind === 'choice'
        ? declared.choices.map((one) => ({ id: `${thing.id} ${one.id}`, thing, values: { [name]: one.id } }))
        : [],
    ),
  ])

  it.each(things)('$id walks as the one on the shelf does, bit for bit', ({ thing, values }) => {
    const own = ownEntry(startFrom(thing, values, 60, 'mine'))
    const copy = trialRun(own)
    const original = trialRun(thing)
    const withValues = <Setting extends { thing: ProgramEntry }>(setting: Setting): Setting =>
      setting.thing === thing ? { ...setting, values } : setting
    const shelf: Run = {
      ...original,
      optimizer: withValues(original.optimizer),
      schedule: original.schedule.map((part) => ({ ...part, factors: part.factors.map(withValues) })),
      modifiers: original.modifiers.map(withValues),
    }
    const rate = thing.hyperparameters.learningRate
    if (rate?.kind === 'number') copy.optimizer = { ...copy.optimizer, values: { learningRate: rate.default } }
    expect(trajectory(copy).theta).toEqual(trajectory(shelf).theta)
  })

  it('is accepted as it is by the editor', () => {
    for (const { thing, values } of things) {
      const own = ownEntry(startFrom(thing, values, 60, 'mine'))
      const { error, thing: again } = readDraft(draftOf(own), landscape)
      expect(error).toBeUndefined()
      expect(ownProgramOf(again as ProgramEntry)).toEqual(ownProgramOf(own))
    }
  })
})

describe('a draft', () => {
  it('names its states, their initial values and its hyperparameters', () => {
    const text = 'm = beta*m + g\nslow = slow + (theta - slow)/2\ntheta = theta - learningRate*m'
    const read = readDraft(
      draft(text, { initials: { slow: ' theta', m: '0.50', gone: '7' }, constants: { beta: 0.9, gone: 1, g: 2 } }),
      landscape,
    )
    expect(read.error).toBeUndefined()
    expect(read.thing).toMatchObject({ state: { m: 0.5, slow: 'theta' }, points: ['slow'], program: text })
    expect(read.constants).toEqual({ beta: 0.9 })
  })

  it.each([
    ['theta = theta - learningRate*(g', 'Expected a closing “)” here.', 31, 31],
    ['m = g\ntheta = theta - learningRate*sin(m, t)', '“sin” takes 1 argument', 35, 42],
    ['theta = theta - learningRate*g\ng = 0', '“g” can be read here but not assigned.', 31, 32],
    ['m = g', 'An optimizer’s program must assign theta.', 0, 5],
  ])('%j is wrong at its place', (text, says, start, end) => {
    const { error, thing } = readDraft(draft(text), landscape)
    expect(thing).toBeUndefined()
    expect(error?.message).toContain(says)
    expect(wrongPlaces(error, [])[0].start).toBeLessThanOrEqual(start)
    expect(wrongPlaces(error, [])[0].end).toBeGreaterThanOrEqual(Math.min(end, text.length))
  })

  it('says which names are not defined, and where', () => {
    const text = 'm = betaa*m + g*scale\ntheta = theta - learningRate*m*scale'
    const { error, names } = readDraft(draft(text, { constants: { beta: 0.9 } }), landscape)
    expect(names?.free).toEqual([
      { name: 'betaa', span: { start: 4, end: 9 } },
      { name: 'scale', span: { start: 16, end: 21 } },
    ])
    expect(wrongPlaces(error, names?.free ?? []).map(({ start, end }) => text.slice(start, end))).toEqual([
      'betaa',
      'scale',
    ])
  })

  it('says of which state an initial value is wrong', () => {
    const text = 'm = m + g\ntheta = theta - learningRate*m'
    for (const typed of ['1 +', 'n', 'g', 'grad(theta)', 'theta +', '(', 'normal()', '2*mean(bernoulli(0.5))']) {
      const { error, thing } = readDraft(draft(text, { initials: { m: typed } }), landscape)
      expect(thing).toBeUndefined()
      expect(error?.state).toBe('m')
      expect(wrongPlaces(error, [])).toEqual([])
    }
    for (const typed of ['', '0', 'theta', '2*learningRate', 'steps', '-1', 'infinity'])
      expect(readDraft(draft(text, { initials: { m: typed } }), landscape).error).toBeUndefined()
  })

  it('never throws, whatever is typed', () => {
    const piece = fc.constantFrom(
      ...'theta g m learningRate beta = + - * / ( ) , ; 1 0.5 t ^ where normal grad \n'.split(' '),
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 2 })), { maxLength: 15 }), (parts) => {
        const { error, thing } = readDraft(draft(parts.join(' ')), landscape)
        expect((error === undefined) !== (thing === undefined)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe('an edit of an own program', () => {
  const thing = ownOptimizer({
    kind: 'optimizer',
    name: 'mine',
    text: 'm = a*m + b*g\ntheta = theta - m',
    state: {},
    constants: { a: 0.5, b: 0.1 },
  })
  const run: Run = { optimizer: { thing, values: { a: 0.7, b: 0.2 } }, schedule: [], modifiers: [] }
  const experiment = { ...defaultExperiment, runs: [run, ...defaultExperiment.runs, run] }

  it('reaches every run that uses it and keeps the values of the names that stay', () => {
    const { a: _, ...constants } = { a: 0.5, b: 0.1, c: 3 }
    const next = ownOptimizer({ kind: 'optimizer', name: 'other', text: 'theta = theta - b*c*g', state: {}, constants })
    const { runs } = withProgram(experiment, 'mine', next)
    expect(runs.map(({ optimizer }) => optimizer.thing.id)).toEqual([
      'other',
      'sgd',
      'momentum',
      'rmsprop',
      'adam',
      'other',
    ])
    expect(runs[0].optimizer.values).toEqual({ b: 0.2 })
    expect(withProgram(experiment, 'mine', next, 'b').runs[5].optimizer.values).toEqual({})
    expect(ownProgramsOf(runs).map(({ name }) => name)).toEqual(['other'])
    expect(thingsOf(runs[1])).toEqual([runs[1].optimizer.thing])
  })

  it('finds a name that is free', () => {
    expect(newProgramName(defaultExperiment)).toBe('mine')
    expect(newProgramName(experiment)).toBe('mine2')
  })
})

describe('an own formula', () => {
  it('makes names hyperparameters, and drops those that it does not read', () => {
    const typed = { text: '(a - x)^2 + b*y^2', constants: { a: 1, c: 3, x: 4 } }
    const { error, free } = readOwnFormula(typed, ['x', 'y'], undefined)
    expect(error?.message).toContain('“b” is not defined')
    expect(free).toEqual([{ name: 'b', span: { start: 12, end: 13 } }])
    const { thing, constants } = readOwnFormula(
      { ...typed, constants: { ...typed.constants, b: 2 } },
      ['x', 'y'],
      undefined,
    )
    expect(constants).toEqual({ a: 1, b: 2 })
    const shown = withOwnLandscape(defaultExperiment, thing!)
    const moved = { ...shown, landscape: { ...shown.landscape, values: { a: 5, b: 6 } } }
    const again = withOwnLandscape(moved, readOwnFormula({ text: 'a*x*y', constants }, ['x', 'y'], undefined).thing!)
    expect(again.landscape.values).toEqual({ a: 5 })
  })

  it('takes numbers that the shelf has for a name', () => {
    expect(newHyperparameter('beta2')).toBe(0.999)
    expect(newHyperparameter('epsilon')).toBe(1e-8)
    expect(newHyperparameter('beta3')).toBe(0.9)
    expect(newHyperparameter('whatever')).toBe(1)
  })
})

describe('completion', () => {
  const names = [
    { name: 'beta1', says: 'hyperparameter' },
    { name: 'beta2', says: 'hyperparameter' },
    { name: 'learningRate', says: 'rate' },
    { name: 'loss', says: 'loss one step ago' },
  ]
  const at = (text: string, asked?: boolean) => {
    const caret = text.indexOf('|')
    return completionsAt(text.replace('|', ''), caret, names, asked)
  }
  const inserts = (text: string, asked?: boolean) => at(text, asked)?.options.map(({ insert }) => insert)

  it.each([
    ['2*be|', ['beta1', 'beta2', 'bernoulli(']],
    ['2*β|', undefined],
    ['βᵢ = lear|', ['learningRate']],
    ['x = LEAR|', ['learningRate']],
    ['sq|(x)', ['sqrt']],
    ['least|', ['least_eigenvector()']],
    ['lo|', ['loss', 'log(', 'log1p(', 'logsumexp(', 'loss(']],
    ['be|ta', undefined],
    ['beta1|', undefined],
    ['b|', undefined],
    ['12e|', undefined],
    ['|', undefined],
    ['xyz|', undefined],
  ])('of %j offers %j', (text, expected) => {
    expect(inserts(text)).toEqual(expected)
  })

  it('opens earlier when it is asked for', () => {
    expect(inserts('2*β|', true)).toEqual(['beta1', 'beta2'])
    expect(inserts('2*|', true)?.slice(0, 3)).toEqual(['beta1', 'beta2', 'learningRate'])
  })

  it('puts the name in place of what was typed', () => {
    const text = 'x = lear + 1'
    const found = completionsAt(text, 8, names)!
    expect(complete(text, found, found.options[0])).toEqual({ text: 'x = learningRate + 1', caret: 16 })
  })
})

describe('lineAndColumn', () => {
  it('counts lines as the language ends them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z ]{0,5}$/), { minLength: 1, maxLength: 5 }),
        fc.nat(),
        (lines, at) => {
          const text = lines.join('\n')
          const offset = at % (text.length + 1)
          const { line, column } = lineAndColumn(text, offset)
          expect(lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0) + column - 1).toBe(offset)
          expect(column - 1).toBeLessThanOrEqual(lines[line - 1].length)
        },
      ),
    )
    expect(lineAndColumn('a\r\nbc\rd', 4)).toEqual({ line: 2, column: 2 })
    expect(lineAndColumn('a\r\nbc\rd', 6)).toEqual({ line: 3, column: 1 })
  })
})
