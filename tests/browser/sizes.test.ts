import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { until } from './page.ts'
import { fieldValue, lossesInWords, openExperiment, withoutGraphics } from './workbench.ts'

const hash = '#landscape=double-well&run=sgd(learningRate:0.05)&run=adam(learningRate:0.05)@cosine+clip-norm&v=1'

/** Controls that are shown and of which a part lies beyond the sides of the window, or that something else covers. */
async function outOfReach(page: Page, within: string): Promise<string[]> {
  return (await page.evaluate(`(() => {
    const found = []
    for (const control of document.querySelector('${within}').querySelectorAll('button, input, select, textarea, a[href], [role="slider"], [role="application"]')) {
      if (!control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || control.closest('.map-points')) continue
      control.scrollIntoView({ block: 'nearest', inline: 'nearest' })
      const box = control.getBoundingClientRect()
      if (box.width === 0 || getComputedStyle(control).pointerEvents === 'none') continue
      const name = control.getAttribute('aria-label') || control.textContent || control.id
      if (box.left < -0.5 || box.right > innerWidth + 0.5) found.push('beyond the side: ' + name)
      const at = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2)
      const reached = at && (control.contains(at) || at.contains(control) || control.closest('label')?.contains(at))
      if (!reached && !control.matches('.surface-canvas canvas, .segment input')) found.push('covered: ' + name + ' by ' + (at ? at.className : 'nothing'))
    }
    return found
  })()`)) as string[]
}

async function expectToFit(page: Page, within = 'body'): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
  expect(await page.evaluate('document.documentElement.scrollHeight - innerHeight')).toBeLessThanOrEqual(0)
  expect(await outOfReach(page, within)).toEqual([])
}

describe.each([
  [390, 844],
  [320, 640],
])('on a phone of %i by %i', (width, height) => {
  test('everything is within reach of a finger', async () => {
    const { page, complaints, close } = await openExperiment({
      hash,
      size: { width, height },
      touch: true,
      before: withoutGraphics,
    })
    for (const tab of ['Surface', 'Runs', 'Inspect', 'Charts']) {
      const button = page.getByRole('button', { name: tab, exact: true })
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.tap()
      await until(page, `document.querySelector('.shell').dataset.tab === '${tab.toLowerCase()}'`)
      await expectToFit(page)
    }
    await page.getByRole('button', { name: 'Charts', exact: true }).tap()
    await page.getByRole('button', { name: 'Runs', exact: true }).tap()
    await page.getByRole('button', { name: 'Add an optimizer' }).tap()
    await expectToFit(page, '.picker-list')
    await page.getByRole('option', { name: 'RMSProp' }).first().tap()
    await expect.poll(() => lossesInWords(page)).toContain('RMSProp')
    await page.locator('.run-select').first().tap()
    await page.getByRole('button', { name: 'Duplicate SGD' }).tap()
    expect(await page.locator('.run-name').allTextContents()).toEqual(['SGD', 'SGD', 'Adam', 'RMSProp'])

    // A tap on the map moves the start.
    const before = await fieldValue(page, 'start w1')
    const box = (await page.locator('.map-stage').boundingBox())!
    await page.touchscreen.tap(box.x + 0.15 * box.width, box.y + 0.12 * box.height)
    expect(await fieldValue(page, 'start w1')).toBeLessThan(before)
    await page.getByRole('button', { name: 'More' }).tap()
    await expectToFit(page)
    await page.getByRole('button', { name: '繁體中文' }).tap()
    await expectToFit(page)
    expect(complaints).toEqual([])
    await close()
  })
})

test.each([
  [1024, 768],
  [1920, 1080],
  [844, 390],
])('in a window of %i by %i everything fits', async (width, height) => {
  const { page, complaints, close } = await openExperiment({ hash, size: { width, height }, before: withoutGraphics })
  await expectToFit(page)
  await page
    .getByRole('button', { name: /Keyboard shortcuts|More/ })
    .first()
    .click()
  await page.keyboard.press('Escape')
  expect(complaints).toEqual([])
  await close()
})
