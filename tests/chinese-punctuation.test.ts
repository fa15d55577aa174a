import { describe, expect, test } from 'vitest'
import { catalogue } from '../src/catalogue/catalogue.ts'
import { words as chartWords } from '../src/charts/words.ts'
import { quantities } from '../src/charts/quantities.ts'
import { kindName } from '../src/look/kind-names.ts'
import { words as mapWords } from '../src/map/words.ts'
import { surfaceWords } from '../src/surface/surface-words.ts'

/** Every Chinese text within a thing, with the way to it. */
function chineseTexts(part: unknown, path: string): [string, string][] {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, inner]): [string, string][] =>
    (key === 'zh-Hant' || key === 'zh-Hans') && typeof inner === 'string'
      ? [[`${path} ${key}`, inner]]
      : chineseTexts(inner, `${path}.${key}`),
  )
}

const shelves = Object.entries(catalogue).flatMap(([shelf, things]) =>
  (things as readonly { id: string }[]).flatMap((thing) => chineseTexts(thing, `${shelf}/${thing.id}`)),
)
const views = chineseTexts({ surfaceWords, mapWords, chartWords, quantities, kindName }, 'words')

describe('Chinese texts beside formulas and English', () => {
  test('there are some', () => {
    expect(shelves.length).toBeGreaterThan(300)
    expect(views.length).toBeGreaterThan(10)
  })

  test('have full-width signs beside Chinese characters', () => {
    const halfWidth = /[\u4e00-\u9fff] ?[,:;?!(]|[,:;?!)] ?[\u4e00-\u9fff]/u
    const shown = /(?<=[)\w])\) (?=[\u4e00-\u9fff])/gu
    // A formula’s own parenthesis before a space, as in “η/√(t+1) 下降”, is none of them.
    const wrong = [...shelves, ...views].filter(([, text]) => halfWidth.test(text.replace(shown, '')))
    expect(wrong).toEqual([])
  })
})
