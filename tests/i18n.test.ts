import { describe, expect, it } from 'vitest'
import { bestLanguage, languageOf } from '../src/i18n/best-language.ts'
import { languages } from '../src/i18n/language.ts'
import { words } from '../src/i18n/words.ts'

/** Every text of a dictionary by its path; texts with parts are filled with `A`, `B`, … */
function texts(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part === 'function') {
    const parts = ['A', 'B', 'C'].slice(0, part.length)
    return [[path, String((part as (...filled: string[]) => string)(...parts))]]
  }
  return Object.entries(part as object).flatMap(([key, inner]) => texts(inner, path === '' ? key : `${path}.${key}`))
}

const english = new Map(texts(words('en')))
/** What is written with Latin letters in Chinese too: names, symbols and the parts filled in. */
const latinInChinese = /Errorscape|Hessian|\b[ABC]\b|w1|w2/g

describe.each(['zh-Hant', 'zh-Hans'] as const)('the dictionary %s', (language) => {
  const own = texts(words(language))

  it('holds the same texts as the English one', () => {
    expect(own.map(([path]) => path)).toEqual([...english.keys()])
  })

  it.each(own)('%s: no English is left', (_path, text) => {
    expect(text.replace(latinInChinese, '')).not.toMatch(/[A-Za-z]/)
  })

  it.each(own)('%s: every part is used as in English', (path, text) => {
    for (const part of ['A', 'B', 'C'])
      if (new RegExp(`\\b${part}\\b`).test(english.get(path)!)) expect(text).toContain(part)
  })

  it.each(own)('%s: punctuation beside Chinese is full-width', (_path, text) => {
    expect(text).not.toMatch(/[\u4e00-\u9fff][,:;?!]|[,:;?!][\u4e00-\u9fff]/)
  })
})

describe.each(languages)('the dictionary %s', (language) => {
  it('has no empty text', () => {
    for (const [, text] of texts(words(language))) expect(text.trim()).not.toBe('')
  })
})

describe('traditional and simplified Chinese', () => {
  const traditionalOnly = /[學習率優動勢點個選擇顯圖這裡編輯參數對話應該讀長開關複製連結載]/
  const simplifiedOnly = /[学习动势点个选择显图这里编辑参数对话应该读长开关复制连结载优]/

  it('keep their own characters', () => {
    const shared = /[習率]/g
    for (const [, text] of texts(words('zh-Hans')))
      expect(text.replace(shared, '')).not.toMatch(/[學優動點個擇顯圖這裡編輯數對讀開關複製連載]/)
    for (const [, text] of texts(words('zh-Hant')))
      expect(text).not.toMatch(/[学习动势点个择显图这编辑参数对话读长开关复连载优]/u)
    expect(traditionalOnly.test(words('zh-Hant').page.copyLink)).toBe(true)
    expect(simplifiedOnly.test(words('zh-Hans').page.copyLink)).toBe(true)
  })

  it('use the terms of Taiwan and of the mainland', () => {
    expect(words('zh-Hant').runs.heading).toBe('最佳化器')
    expect(words('zh-Hans').runs.heading).toBe('优化器')
    const allHant = texts(words('zh-Hant')).map(([, text]) => text)
    expect(allHant.join('')).not.toMatch(/優化|默認|信息|鏈接|矢量|撤銷/)
  })
})

describe('bestLanguage', () => {
  it.each([
    [['zh-TW', 'en'], 'zh-Hant'],
    [['zh-HK'], 'zh-Hant'],
    [['zh-Hant-MO'], 'zh-Hant'],
    [['zh-CN', 'zh', 'en'], 'zh-Hans'],
    [['zh'], 'zh-Hans'],
    [['zh-Hans-TW'], 'zh-Hans'],
    [['de-AT', 'fr', 'zh_TW'], 'zh-Hant'],
    [['de', 'en-GB', 'zh-TW'], 'en'],
    [['de', 'fr'], 'en'],
    [[], 'en'],
  ])('%j is %s', (preferences, language) => {
    expect(bestLanguage(preferences)).toBe(language)
  })

  it('knows its own names', () => {
    for (const language of languages) expect(languageOf(language)).toBe(language)
    expect(languageOf('')).toBeUndefined()
    expect(languageOf('zhuang')).toBeUndefined()
  })
})
