import { describe, expect, test } from 'vitest'
import { quoted, unknownName, valueProblem, valueProblems } from '../../src/declare/check-value.ts'
import { choice, number, type Hyperparameter } from '../../src/declare/hyperparameter.ts'

const label = { en: 'a', 'zh-Hant': 'a', 'zh-Hans': 'a' }
const of = (valid: object, integer = false) => number('a', 0, { label, range: [0, 1], valid, integer })
const form = choice(
  'form',
  label,
  ['pytorch', 'lecture', 'paper'].map((id) => ({ id, label })),
)
const list = (valid: object): Hyperparameter => ({ kind: 'list', symbol: 'n', label, default: [], valid })

describe('the sentence says what is accepted and what was given', () => {
  const cases: [Hyperparameter, unknown, string | undefined][] = [
    [of({}), NaN, 'adam’s a must be a number, not NaN.'],
    [of({}), Infinity, 'adam’s a must be a number, not Infinity.'],
    [of({}), '1', 'adam’s a must be a number, not “1”.'],
    [of({}), null, 'adam’s a must be a number, not null.'],
    [of({}), undefined, 'adam’s a must be a number, not undefined.'],
    [of({}), true, 'adam’s a must be a number, not true.'],
    [of({}), {}, 'adam’s a must be a number, not an object.'],
    [of({}), [1, 2], 'adam’s a must be a number, not “1;2”.'],
    [of({}), [{}], 'adam’s a must be a number, not a list.'],
    [of({}), -1e300, undefined],
    [of({ least: 0 }), -1, 'adam’s a must be a number of at least 0, not -1.'],
    [of({ least: 0 }), -0, undefined],
    [of({ least: 0, openLeast: true }), 0, 'adam’s a must be a number above 0, not 0.'],
    [of({ least: 0, most: 1, openMost: true }), 1, 'adam’s a must be a number of at least 0 and below 1, not 1.'],
    [of({ least: 0, most: 1 }), 1, undefined],
    [of({ most: 1 }), 2, 'adam’s a must be a number of at most 1, not 2.'],
    [of({ least: 1 }, true), 2.5, 'adam’s a must be a whole number of at least 1, not 2.5.'],
    [of({ least: 1 }, true), 2, undefined],
    [form, 'pytorch', undefined],
    [form, 'torch', 'adam’s a must be pytorch, lecture or paper, not “torch”.'],
    [form, 0, 'adam’s a must be pytorch, lecture or paper, not 0.'],
    [form, 'toString', 'adam’s a must be pytorch, lecture or paper, not “toString”.'],
    [list({ least: 1 }), [1, 2], undefined],
    [list({ least: 1 }), [], undefined],
    [list({ least: 1 }), [1, 0], 'adam’s a must be a list of numbers, each of at least 1, not “1;0”.'],
    [list({}), [1, 'x'], 'adam’s a must be a list of numbers, not a list.'],
    [list({}), null, 'adam’s a must be a list of numbers, not null.'],
    [list({}), { every: 1 }, 'adam’s a must be a list of numbers, not an object.'],
  ]
  for (const [hyperparameter, value, says] of cases)
    test(`${says ?? `${JSON.stringify(value)} is accepted`}`, () =>
      expect(valueProblem('adam’s a', hyperparameter, value)).toBe(says))
})

test('every wrong value has its sentence', () =>
  expect(valueProblems('adam', { a: of({ least: 0 }), form }, { a: -1, form: 'x', fomr: 1, toString: 1 })).toEqual([
    'adam’s a must be a number of at least 0, not -1.',
    'adam’s form must be pytorch, lecture or paper, not “x”.',
    'adam has no hyperparameter “fomr”. Did you mean “form”?',
    'adam has no hyperparameter “toString”. There is: a, form.',
  ]))

test('a long or unreadable text is shown short and legible', () => {
  expect(quoted('a'.repeat(70))).toBe(`“${'a'.repeat(60)}…”`)
  expect(quoted('😀'.repeat(61))).toBe(`“${'😀'.repeat(60)}…”`)
  expect(quoted('a\u0000\u202e\ud800b')).toBe('“a\ufffd\ufffd\ufffdb”')
  expect(unknownName('There is no thing', 'x', [])).toBe('There is no thing “x”.')
})
