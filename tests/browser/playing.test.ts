import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { readPixels, until } from './page.ts'
import { atRest, frames, openExperiment } from './workbench.ts'

const shownStep = async (page: Page) => Number(await page.locator('.scrubber-text strong').textContent())
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('playing walks the paths to the end, the transport moves through them, and nothing is drawn at rest', async () => {
  const { page, complaints, close } = await openExperiment({
    hash: '#landscape=double-well&run=sgd(learningRate:0.02)&run=adam(learningRate:0.05)&steps=100&v=1',
  })
  expect(await shownStep(page)).toBe(100)
  await press(page, 'Back to the start')
  await atRest(page)
  expect(await shownStep(page)).toBe(0)
  const looks = async () => ({
    stage: await readPixels(page, '.shell-stage'),
    map: await readPixels(page, '.map-stage'),
    chart: await readPixels(page, page.locator('.chart-stage').first()),
  })
  const start = await looks()

  await page.getByLabel('Speed').selectOption('2')
  const before = await frames(page)
  await press(page, 'Play')
  const steps: number[] = []
  await until(page, `Number(document.querySelector('.scrubber-text strong').textContent) > 5`)
  while ((await page.getByRole('button', { name: 'Pause' }).count()) > 0) {
    steps.push(await shownStep(page))
    await new Promise((soon) => setTimeout(soon, 100))
  }
  // It walks: many places on the way, each not before the last.
  expect(new Set(steps).size).toBeGreaterThanOrEqual(5)
  expect(steps).toEqual(steps.toSorted((a, b) => a - b))
  expect(await shownStep(page)).toBe(100)
  expect(await frames(page)).toBeGreaterThan(before + 5)
  expect(await page.locator('.spoken').first().textContent()).toMatch(
    /^SGD reached loss [\d.]+ at step 100\. Adam reached/,
  )

  const drawn = await atRest(page)
  const end = await looks()
  for (const view of ['stage', 'map', 'chart'] as const)
    expect(end[view].difference(start[view], 24), view).toBeGreaterThan(0.003)
  await new Promise((soon) => setTimeout(soon, 700))
  // Taking a picture of the page draws no frame either.
  expect(await frames(page)).toBe(drawn)

  await press(page, 'One step back')
  expect(await shownStep(page)).toBe(99)
  await press(page, 'One step forward')
  await press(page, 'One step forward')
  expect(await shownStep(page)).toBe(100)
  await page.keyboard.press('Home')
  expect(await shownStep(page)).toBe(0)
  await page.keyboard.press('ArrowRight')
  expect(await shownStep(page)).toBe(1)

  const scrubber = page.getByRole('slider', { name: 'Step', exact: true })
  await scrubber.fill('50')
  expect(await shownStep(page)).toBe(50)
  expect(await scrubber.getAttribute('aria-valuetext')).toBe('step 50 of 100')
  await press(page, 'Back to the start')
  await atRest(page)
  // Back where it was: the same picture.
  const again = await looks()
  for (const view of ['stage', 'map'] as const)
    expect(again[view].difference(start[view], 24), view).toBeLessThan(0.002)

  const chart = page.getByRole('slider', { name: 'Loss by step' })
  const box = (await chart.boundingBox())!
  await page.mouse.click(box.x + 0.6 * box.width, box.y + 0.5 * box.height)
  expect(await shownStep(page)).toBeGreaterThan(40)
  expect(await shownStep(page)).toBeLessThan(70)

  await press(page, 'Play')
  await until(page, `Number(document.querySelector('.scrubber-text strong').textContent) > 75`)
  await page.keyboard.press('Home')
  expect(await shownStep(page)).toBe(0)
  expect(await page.getByRole('button', { name: 'Play', exact: true }).count()).toBe(1)
  expect(complaints).toEqual([])
  await close()
})
