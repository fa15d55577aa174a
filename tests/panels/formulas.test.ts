import { describe, expect, it } from 'vitest'
import { catalogue } from '../../src/catalogue/catalogue.ts'
import { ownLandscape } from '../../src/catalogue/own-landscape.ts'
import { serializeMathml } from '../../src/formula/mathml.ts'
import { parseExpression } from '../../src/formula/parse.ts'
import { printExpression } from '../../src/formula/print.ts'
import { words } from '../../src/i18n/words.ts'
import { doubleWell } from '../../src/landscapes/double-well.ts'
import { adam } from '../../src/optimizers/adam.ts'
import { momentum } from '../../src/optimizers/momentum.ts'
import { chosenBranch } from '../../src/panels/chosen-branch.ts'
import { ownFormula } from '../../src/panels/own-formula.ts'
import { parameterNames } from '../../src/panels/parameter-names.ts'
import { isProgram, readLoss } from '../../src/panels/read-loss.ts'
import { stepLines } from '../../src/panels/step-lines.ts'
import { curvatures, surfaceShape } from '../../src/panels/surface-shape.ts'
import { checkLandscape } from '../../src/state/check-landscape.ts'
import { defaultExperiment } from '../../src/state/default-experiment.ts'

const english = words('en')

describe('the text of an own formula', () => {
  it('is the landscape, with the numbers it has now as hyperparameters', () => {
    const landscape = { thing: doubleWell, values: { tilt: -0.5 } }
    expect(ownFormula({ ...defaultExperiment, landscape })).toEqual({
      text: 'height*(w1^2 - 1)^2 + tilt*w1 + w2^2/2',
      constants: { height: 0.25, tilt: -0.5 },
    })
  })

  it.each(catalogue.landscapes.map((thing) => ({ id: thing.id, thing })))('is accepted as it is: $id', ({ thing }) => {
    const { text, constants } = ownFormula({ ...defaultExperiment, landscape: { thing, values: {} } })
    expect(checkLandscape(ownLandscape(thing.parameters, text, thing.data, constants))).toBeUndefined()
  })

  it('is a program only when it assigns', () => {
    expect(isProgram('where(w1 <= 0, 1, w1 == 2)')).toBe(false)
    expect(isProgram('a = w1; loss = a^2')).toBe(true)
    expect(readLoss('w1^2').assignments.map(({ name }) => name)).toEqual(['loss'])
  })
})

describe('parameterNames', () => {
  it.each([
    ['w1, w2', ['w1', 'w2']],
    [' θ₁ ;x_2 ', ['theta1', 'x_2']],
    ['a\u3001b\uff0cc', ['a', 'b', 'c']],
  ])('reads %j', (typed, names) => {
    expect(parameterNames(typed, english.surface)).toEqual({ names })
  })

  it.each([
    ['', 'Name two parameters or more, separated by commas.'],
    ['w1', 'Name two parameters or more, separated by commas.'],
    ['w1, 2x', '“2x” is not a name: use letters, digits and _.'],
    ['a, b, a', '“a” is named twice.'],
  ])('refuses %j', (typed, problem) => {
    expect(parameterNames(typed, english.surface)).toEqual({ problem })
  })
})

describe('chosenBranch', () => {
  const known = new Map([
    ['form', 1],
    ['t', 3],
  ])
  it.each([
    ['where(form == 0, a, b)', 'b'],
    ['where(form, a, b)', 'a'],
    ['where(not form, a, b)', 'b'],
    ['where(t > 2 and form == 1, where(t == 1, c, d), b)', 'd'],
    ['where(t <= 2 or x > 0, a, b)', 'where(x > 0, a, b)'],
    ['where(x > 0 and not form == 0, a, b)', 'where(x > 0, a, b)'],
    ['where(x > 0 and y > 0, a, b)', 'where(x > 0 and y > 0, a, b)'],
    ['where(x > 0, where(form == 1, a, b), a)', 'a'],
    ['where(form == 0 and x > 0, a, b)', 'b'],
    ['2*where(x > 0, where(form == 1, a, b), c)', '2*where(x > 0, a, c)'],
  ])('makes %s to %s', (text, chosen) => {
    expect(printExpression(chosenBranch(parseExpression(text), known))).toBe(chosen)
  })
})

describe('stepLines', () => {
  const run = (optimizer: typeof adam, values = {}) => ({
    optimizer: { thing: optimizer, values },
    schedule: [],
    modifiers: [],
  })
  const text = (tree: Parameters<typeof serializeMathml>[0]) => serializeMathml(tree).replace(/<[^>]*>/g, '')

  it('shows only the branch in force', () => {
    const [first] = stepLines(run(momentum, { form: 'lecture' }), undefined, 0, english.mathematics)
    expect(text(first.formula)).not.toContain('if')
    expect(text(first.formula)).toContain('η')
    expect(first.numbers).toBeUndefined()
  })

  it('puts the numbers of one parameter into every line, each with what the line read', () => {
    const reading = {
      run: 0,
      step: 1,
      lines: adam.program
        .trim()
        .split('\n')
        .map((line, index) => ({
          name: line.trim().split(' ')[0],
          before: [0, 0],
          after: [index, 10 + index],
          reads: { g: [3.14159, -2], m: [0, 7], beta1: [0.9] },
        })),
      values: { t: [1], beta1: [0.9] },
    }
    const lines = stepLines(run(adam), reading, 1, english.mathematics)
    expect(lines.map(({ result }) => result)).toEqual([10, 11, 12, 13, 14])
    expect(text(lines[0].numbers!)).toContain('0.9')
    expect(text(lines[0].numbers!)).toContain('−2')
    expect(text(stepLines(run(adam), reading, 0, english.mathematics)[0].numbers!)).toContain('3.14')
  })
})

describe('the shape of a surface', () => {
  it.each([
    [[1, 2], 'up'],
    [[-2, -1], 'down'],
    [[-1, 2], 'mixed'],
    [[0, 2], 'flatUp'],
    [[-2, 1e-9], 'flatDown'],
    [[0, 0], 'flat'],
  ])('of eigenvalues %j is %s', (eigenvalues, shape) => {
    expect(surfaceShape(eigenvalues)).toBe(shape)
  })

  it('is said of each direction', () => {
    expect(curvatures([-3, 0, 2])).toEqual(['down', 'flat', 'up'])
  })
})
