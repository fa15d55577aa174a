import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { until } from './page.ts'
import { computed, fragment, lossesInWords, openExperiment, withoutGraphics } from './workbench.ts'

const hash = '#landscape=saddle&run=sgd(learningRate:0.05)&run=adam(learningRate:0.05)&v=1'
const shown = (page: Page, name: string) =>
  until(page, `document.querySelector('.header-what strong').textContent === ${JSON.stringify(name)}`)
const focused = (page: Page) => page.evaluate(`document.activeElement.getAttribute('aria-label')`)

test('another landscape by keys alone is one history entry; Back, Forward and reload restore', async () => {
  const { page, complaints, close } = await openExperiment({ hash, before: withoutGraphics })
  const entries = (await page.evaluate('history.length')) as number
  const words = await lossesInWords(page)

  for (let k = 0; k < 30 && (await focused(page)) !== 'Choose an error surface: Saddle'; k++)
    await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('listbox').waitFor()
  const options = await page.getByRole('option').count()
  await page.keyboard.type('rosen')
  expect(await page.getByRole('option').count()).toBeLessThan(options)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await shown(page, 'Rosenbrock')
  expect(await page.getByRole('listbox').count()).toBe(0)
  expect(await focused(page)).toBe('Choose an error surface: Rosenbrock')
  await until(page, `location.hash.startsWith('#landscape=rosenbrock&')`)
  expect(await page.evaluate('history.length')).toBe(entries + 1)
  const second = fragment(page)
  await expect.poll(() => lossesInWords(page)).not.toBe(words)
  const secondWords = await lossesInWords(page)

  // By the mouse; Escape first leaves all as it is.
  await page.getByRole('button', { name: 'Choose an error surface' }).click()
  await page.keyboard.press('Escape')
  expect(await page.getByRole('listbox').count()).toBe(0)
  await page.getByRole('button', { name: 'Choose an error surface' }).click()
  await page.getByRole('option', { name: 'Elongated bowl' }).click()
  await shown(page, 'Elongated bowl')
  await until(page, `location.hash.startsWith('#landscape=elongated-bowl')`)
  expect(await page.evaluate('history.length')).toBe(entries + 2)

  await page.goBack()
  await shown(page, 'Rosenbrock')
  expect(fragment(page)).toBe(second)
  await expect.poll(() => lossesInWords(page)).toBe(secondWords)
  await page.goBack()
  await shown(page, 'Saddle')
  expect(fragment(page)).toBe(hash)
  await expect.poll(() => lossesInWords(page)).toBe(words)
  await page.goForward()
  await shown(page, 'Rosenbrock')
  await expect.poll(() => lossesInWords(page)).toBe(secondWords)

  await page.reload()
  await computed(page)
  expect(fragment(page)).toBe(second)
  expect(await page.locator('.header-what strong').textContent()).toBe('Rosenbrock')
  expect(await lossesInWords(page)).toBe(secondWords)
  expect(await page.evaluate('history.length')).toBe(entries + 2)
  expect(complaints).toEqual([])
  await close()
})
