import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimate } from '../../src/charts/decimate.ts'

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
  { weight: 1, arbitrary: fc.constantFrom(NaN, Infinity, -Infinity) },
)
const series = fc.array(value, { minLength: 1, maxLength: 400 })
const columnsOf = fc.double({ min: 1, max: 30, noNaN: true })

describe('decimate', () => {
  test('keeps each column’s first, last, least and greatest value, and its gaps', () => {
    fc.assert(
      fc.property(series, columnsOf, (values, columns) => {
        const kept = new Set(decimate(values, columns))
        for (let column = 0; column < columns; column++) {
          const begin = Math.ceil((column * values.length) / columns)
          const end = Math.min(values.length, Math.ceil(((column + 1) * values.length) / columns))
          if (begin >= end) continue
          const here = values.slice(begin, end)
          const there = here.filter((_, k) => kept.has(begin + k))
          expect(kept.has(begin) && kept.has(end - 1)).toBe(true)
          expect(there.some((v) => !Number.isFinite(v))).toBe(here.some((v) => !Number.isFinite(v)))
          const finite = (list: number[]) => list.filter(Number.isFinite)
          expect(Math.max(...finite(there))).toBe(Math.max(...finite(here)))
          expect(Math.min(...finite(there))).toBe(Math.min(...finite(here)))
        }
      }),
    )
  })

  test('is ascending without repeats, and short', () => {
    fc.assert(
      fc.property(series, columnsOf, (values, columns) => {
        const kept = [...decimate(values, columns)]
        expect(kept).toEqual([...new Set(kept)].sort((p, q) => p - q))
        expect(kept.length).toBeLessThanOrEqual(5 * Math.ceil(columns))
        expect(kept[0]).toBe(0)
        expect(kept.at(-1)).toBe(values.length - 1)
      }),
    )
  })

  test('leaves few values alone, and survives no columns', () => {
    expect([...decimate([3, 1, 2], 1)]).toEqual([0, 1, 2])
    expect([...decimate([3, 1, 2], 0)]).toEqual([0, 1, 2])
    expect([...decimate([], 5)]).toEqual([])
  })
})
