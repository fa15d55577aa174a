import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { LossEvaluator } from '../../src/analysis/loss-evaluator.ts'
import { sampleSurface } from '../../src/analysis/sample-surface.ts'
import { heightOf } from '../../src/look/height.ts'
import { placeInViridis } from './colours.ts'
import { readPixels, until } from './page.ts'
import { atRest, experimentOf, fieldValue, openExperiment } from './workbench.ts'

const hash = '#landscape=saddle&run=sgd(learningRate:0.02)&v=1'
const startNow = async (page: Page) => [await fieldValue(page, 'start w1'), await fieldValue(page, 'start w2')]
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' }).click()

test('click, drag and arrow keys on the map move the start', async () => {
  const { page, complaints, close } = await openExperiment({ hash })
  const { thing } = experimentOf(hash).landscape
  const [[left, right], [bottom, top]] = thing.domain
  const map = page.locator('.map-stage')
  const box = (await map.boundingBox())!
  const at = ([w1, w2]: readonly number[]) =>
    [box.x + ((w1 - left) / (right - left)) * box.width, box.y + ((top - w2) / (top - bottom)) * box.height] as const
  const precision = Math.max((right - left) / box.width, (top - bottom) / box.height)
  const near = (found: number[], wanted: readonly number[]) =>
    wanted.forEach((value, k) =>
      expect(Math.abs(found[k] - value), `${found.join()} near ${wanted.join()}`).toBeLessThan(precision),
    )
  const original = await startNow(page)

  await page.mouse.click(...at([-0.6, 0.7]))
  near(await startNow(page), [-0.6, 0.7])
  const clicked = await startNow(page)
  await until(page, `location.hash.includes('&start=${clicked.join(',')}&')`)

  await page.mouse.move(...at([-0.6, 0.7]))
  await page.mouse.down()
  await page.mouse.move(...at([0.3, -0.5]), { steps: 5 })
  near(await startNow(page), [0.3, -0.5])
  // While the start is dragged nothing is written.
  expect(page.url()).toContain(`&start=${clicked.join(',')}&`)
  // Beyond the edge it stays on it.
  await page.mouse.move(box.x - 60, at([0, -0.5])[1], { steps: 3 })
  await page.mouse.up()
  near(await startNow(page), [left, -0.5])
  await undo(page)
  expect(await startNow(page)).toEqual(clicked)
  await undo(page)
  expect(await startNow(page)).toEqual(original)

  await map.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowUp')
  near(await startNow(page), [original[0] - (right - left) / 100, original[1] + (top - bottom) / 10])
  // The playhead did not hear these keys.
  expect(await page.locator('.scrubber-text strong').textContent()).toBe('200')

  await page.getByRole('button', { name: /^saddle, w₁ 0, w₂ 0/ }).press('Enter')
  expect(await page.getByRole('heading', { name: 'At the saddle' }).count()).toBe(1)
  await page.getByRole('button', { name: 'Back to the ball' }).click()
  expect(await page.getByRole('heading', { name: 'At the ball' }).count()).toBe(1)
  expect(complaints).toEqual([])
  await close()
})

test('a click on the surface puts the start under the pointer, and it can be dragged from there', async () => {
  const { page, complaints, close } = await openExperiment({ hash })
  await atRest(page)
  const box = (await page.locator('.shell-stage').boundingBox())!
  const { landscape } = experimentOf(hash)
  const grid = sampleSurface(landscape, landscape.thing.domain, 257)
  const scale = { kind: landscape.thing.heightScale, least: grid.least, cap: grid.cap }
  const evaluator = new LossEvaluator(landscape)
  const original = await startNow(page)
  const stage = await readPixels(page, '.shell-stage')
  const pixelAt = ([x, y]: readonly number[]) => [box.x + x * box.width, box.y + y * box.height] as const

  // The colour under the pointer is that of the loss where the start then is: pointer and picture agree.
  const places = [
    [0.45, 0.55],
    [0.6, 0.5],
  ] as const
  const starts: number[][] = []
  for (const place of places) {
    const before = await startNow(page)
    await page.mouse.click(...pixelAt(place))
    await expect.poll(() => startNow(page)).not.toEqual(before)
    const start = await startNow(page)
    const colour = stage.at(Math.round(place[0] * stage.width), Math.round(place[1] * stage.height))
    const height = placeInViridis(colour)
    expect(height, `colour ${colour.join()}`).toBeDefined()
    expect(Math.abs(height! - heightOf(scale, evaluator.loss(Float64Array.from(start))[0]))).toBeLessThan(0.015)
    starts.push(start)
    // A click is settled when no second one can make it a double click.
    await until(page, `location.hash.includes('&start=${start.join(',')}&')`)
  }
  await undo(page)
  expect(await startNow(page)).toEqual(starts[0])
  await atRest(page)

  // The start now stands where the first click was; dragged to the second place it is where the second click put it.
  await page.mouse.move(...pixelAt(places[0]))
  await page.mouse.down()
  await page.mouse.move(...pixelAt(places[1]), { steps: 4 })
  const dragged = await startNow(page)
  await page.mouse.up()
  const sides = landscape.thing.domain.map(([low, high]) => high - low)
  dragged.forEach((value, k) => expect(Math.abs(value - starts[1][k])).toBeLessThan(0.02 * sides[k]))
  await until(page, `location.hash.includes('&start=${dragged.join(',')}&')`)

  // Pressing beside it turns the view instead.
  const turned = await atRest(page)
  const look = await readPixels(page, '.shell-stage')
  await page.mouse.move(...pixelAt([0.2, 0.9]))
  await page.mouse.down()
  await page.mouse.move(...pixelAt([0.5, 0.9]), { steps: 3 })
  await page.mouse.up()
  expect(await atRest(page)).toBeGreaterThan(turned)
  expect(await startNow(page)).toEqual(dragged)
  expect((await readPixels(page, '.shell-stage')).difference(look, 24)).toBeGreaterThan(0.1)

  for (let k = 0; k < 2; k++) await undo(page)
  expect(await startNow(page)).toEqual(original)
  expect(complaints).toEqual([])
  await close()
})
