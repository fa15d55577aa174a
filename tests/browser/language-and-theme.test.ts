import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { palettes } from '../../src/look/colour-scheme.ts'
import { zhHans } from '../../src/i18n/zh-hans.ts'
import { zhHant } from '../../src/i18n/zh-hant.ts'
import { channels } from './colours.ts'
import { readPixels } from './page.ts'
import { openExperiment, withoutGraphics } from './workbench.ts'

const hash = '#landscape=saddle&run=sgd(learningRate:0.02)&v=1'
const spoken = (page: Page) => page.evaluate('document.documentElement.lang')
/** Lightness, 0 to 255, of the page's ground. */
const ground = async (page: Page) => (await readPixels(page, '.transport')).at(3, 6).slice(0, 3)

test('language and theme are switched, and nothing of them is in the experiment’s address', async () => {
  const { page, complaints, close } = await openExperiment({ hash, before: withoutGraphics })
  expect(await spoken(page)).toBe('en')
  expect(await ground(page)).toEqual(channels(palettes.light.background))
  await page.getByRole('button', { name: '繁體中文' }).click()
  expect(await spoken(page)).toBe('zh-Hant')
  expect(await page.title()).toBe(zhHant.page.title)
  for (const text of [zhHant.surface.heading, zhHant.runs.heading])
    expect(await page.getByRole('heading', { name: text, exact: true }).count()).toBe(1)
  expect(await page.locator('.header-what strong').textContent()).toBe('鞍面')
  expect(await page.getByLabel(`${zhHant.runs.startOf('w1')}`, { exact: true }).count()).toBe(1)
  await page.getByRole('button', { name: '简体中文' }).click()
  expect(await spoken(page)).toBe('zh-Hans')
  expect(await page.getByRole('heading', { name: zhHans.surface.heading, exact: true }).count()).toBe(1)
  await page.getByRole('button', { name: 'EN, English' }).click()
  expect(await page.getByRole('heading', { name: 'Error surface', exact: true }).count()).toBe(1)

  await page.getByRole('button', { name: 'Theme: As the system' }).click()
  await page.getByRole('button', { name: 'Theme: Light' }).click()
  await expect.poll(() => ground(page)).toEqual(channels(palettes.dark.background))
  await page.getByRole('button', { name: 'Theme: Dark' }).click()
  await expect.poll(() => ground(page)).toEqual(channels(palettes.light.background))
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect.poll(() => ground(page)).toEqual(channels(palettes.dark.background))
  expect(new URL(page.url()).hash).toBe(hash)
  expect(complaints).toEqual([])
  await close()
})

test('the browser’s language is followed, and the query fixes language and theme', async () => {
  const followed = await openExperiment({ hash, language: 'zh-Hans', before: withoutGraphics })
  expect(await spoken(followed.page)).toBe('zh-Hans')
  await followed.close()
  const { page, complaints, close } = await openExperiment({
    hash,
    query: { lang: 'zh-Hant', theme: 'dark', at: '40' },
    before: withoutGraphics,
  })
  expect(await spoken(page)).toBe('zh-Hant')
  expect(await ground(page)).toEqual(channels(palettes.dark.background))
  expect(await page.locator('.scrubber-text strong').textContent()).toBe('40')
  expect(complaints).toEqual([])
  await close()
})
