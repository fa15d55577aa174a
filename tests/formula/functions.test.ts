import { describe, expect, test } from 'vitest'
import { functions, reservedWords } from '../../src/formula/functions.ts'
import { editDistance, nearName } from '../../src/formula/near-name.ts'
import { parseExpression } from '../../src/formula/parse.ts'

describe('near names', () => {
  test.each([
    ['sqtr', 'sqrt'],
    ['SQRT', 'sqrt'],
    ['learningrate', 'learningRate'],
    ['leraningRate', 'learningRate'],
    ['beta', 'beta1'],
    ['x', undefined],
    ['momentumm', undefined],
    ['a'.repeat(100_000), undefined],
  ])('%.20s', (name, near) => {
    expect(nearName(name, ['sqrt', 'learningRate', 'beta1', 'y', 'loss'])).toBe(near)
  })

  test('the distance counts edits', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('ca', 'ac')).toBe(1)
    expect(editDistance('ca', 'abc')).toBe(3) // the restricted form: the unrestricted one would say 2
    expect(editDistance('', 'abc')).toBe(3)
  })
})

describe('the table of functions', () => {
  test('is the one of the language', () => {
    const named =
      'sqrt exp log expm1 log1p abs sign sin cos tan tanh sigmoid softplus relu min max clamp floor mod pow where logsumexp share ' +
      'dot norm sum mean grad loss hessian_times newton saddle_free_newton least_eigenvector normal bernoulli count'
    expect([...functions.keys()]).toEqual(named.split(' '))
  })

  test('every usage is a call that is accepted', () => {
    for (const { usage, name } of functions.values())
      expect(parseExpression(usage.replace('…', 'c'))).toMatchObject({ kind: 'call', name })
  })

  test('what other languages call a function is none of ours', () => {
    for (const { otherNames } of functions.values())
      for (const name of otherNames) expect(functions.has(name)).toBe(false)
  })

  test('reserved are functions, words and constants, but not the loss', () => {
    expect(['exp', 'and', 'or', 'not', 'pi', 'e', 'infinity'].every((word) => reservedWords.has(word))).toBe(true)
    expect(['loss', 'theta', 't'].some((word) => reservedWords.has(word))).toBe(false)
  })
})
