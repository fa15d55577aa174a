import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { zhHant } from '../../src/i18n/zh-hant.ts'
import { en } from '../../src/i18n/en.ts'
import { openExperiment, withoutGraphics } from './workbench.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const hash =
  '#landscape=double-well&run=sgd(learningRate:0.05)&run=momentum(learningRate:0.02)@cosine+clip-norm&view=hide:2&v=1'

/** What axe finds against WCAG 2.2 AA and its own best practices, a line a place. */
async function violations(page: Page): Promise<string[]> {
  return (await page.evaluate(`(async () => {
    if (!window.axe) { ${axe} }
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target.join(' ') + ' ' + failureSummary.split('\\n').at(-1).trim()))
  })()`)) as string[]
}

describe.each([
  ['light', 'en', 1280, ''],
  ['dark', 'zh-Hant', 1280, withoutGraphics],
  ['dark', 'en', 390, withoutGraphics],
  ['light', 'zh-Hant', 390, withoutGraphics],
] as const)('in %s, %s, %i wide', (theme, language, width, before) => {
  const words = language === 'en' ? en : zhHant
  test('axe finds nothing to complain about', async () => {
    const { page, complaints, close } = await openExperiment({
      hash,
      theme,
      language,
      touch: width < 900,
      size: { width, height: 844 },
      before,
    })
    const phone = width < 900
    expect(await violations(page)).toEqual([])
    if (phone)
      for (const tab of [words.page.tabs.charts, words.page.tabs.inspect, words.page.tabs.surface]) {
        await page.locator('.tabs').getByRole('button', { name: tab, exact: true }).tap()
        expect(await violations(page), tab).toEqual([])
      }
    await page.getByRole('button', { name: words.surface.edit, exact: true }).click()
    await page.getByRole('textbox', { name: words.surface.formula, exact: true }).fill('sigmod(w1) + w2')
    expect(await violations(page), 'formula editor').toEqual([])
    await page.getByRole('button', { name: words.surface.choose }).click()
    expect(await violations(page), 'picker').toEqual([])
    await page.keyboard.press('Escape')
    if (!phone) {
      await page.locator('.run-select').nth(1).click()
      await page.getByRole('button', { name: words.page.help }).click()
      expect(await violations(page), 'shortcuts').toEqual([])
    }
    expect(complaints).toEqual([])
    await close()
  })
})
