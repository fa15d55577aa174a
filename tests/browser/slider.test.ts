import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatNumber } from '../../src/look/format-number.ts'
import { readPixels, until } from './page.ts'
import {
  experimentOf,
  fieldValue,
  fragment,
  lossesInWords,
  openExperiment,
  recorded,
  recordTrajectories,
  simulated,
  withoutGraphics,
} from './workbench.ts'

const hash = '#landscape=elongated-bowl&run=sgd(learningRate:0.01)&v=1'

/** Presses the thumb of a slider, draws it to a share of its length in a few moves and does not let go. */
async function drag(page: Page, label: string, share: number): Promise<void> {
  const slider = page.getByRole('slider', { name: label, exact: true })
  const box = (await slider.boundingBox())!
  const now = Number(await slider.inputValue()) / Number(await slider.getAttribute('max'))
  const at = (place: number) => box.x + 8 + place * (box.width - 16)
  await page.mouse.move(at(now), box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(at(share), box.y + box.height / 2, { steps: 6 })
}

test('a slider bends the path while it is dragged and the address at its end; undo and redo bring both back', async () => {
  const { page, complaints, close } = await openExperiment({ hash, before: withoutGraphics + recordTrajectories })
  const words = await lossesInWords(page)
  const [map, chart] = ['.map-stage', '.chart-stage >> nth=0']
  const before = { map: await readPixels(page, map), chart: await readPixels(page, chart) }
  const entries = await page.evaluate('history.length')

  await drag(page, 'learning rate η', 0.62)
  await expect.poll(() => lossesInWords(page)).not.toBe(words)
  const live = await fieldValue(page, 'learning rate η, exact value')
  expect(live).not.toBe(0.01)
  // Every path drawn during the drag is the whole one of that rate, to the bit.
  const expected = simulated(hash.replace('0.01', String(live)))[0]
  await expect.poll(async () => (await recorded(page))[0].loss).toEqual([...expected.loss])
  expect((await recorded(page))[0].theta).toEqual([...expected.theta])
  await expect.poll(() => lossesInWords(page)).toBe(`SGD ${formatNumber(expected.loss[200])} at step 200`)
  await expect.poll(async () => (await readPixels(page, map)).difference(before.map, 24)).toBeGreaterThan(0.001)
  expect((await readPixels(page, chart)).difference(before.chart, 24)).toBeGreaterThan(0.003)
  expect(fragment(page)).toBe(hash)

  await page.mouse.up()
  await until(page, `location.hash === '#landscape=elongated-bowl&run=sgd(learningRate:${live})&v=1'`)
  expect(await page.evaluate('history.length')).toBe(entries)

  await page.getByRole('button', { name: 'Undo' }).click()
  await until(page, `location.hash === ${JSON.stringify(hash)}`)
  await expect.poll(() => lossesInWords(page)).toBe(words)
  expect(await fieldValue(page, 'learning rate η, exact value')).toBe(0.01)
  expect((await readPixels(page, map)).difference(before.map, 24)).toBeLessThan(0.001)
  // The whole drag was one entry.
  expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true)
  await page.keyboard.press('Control+Shift+z')
  expect(await fieldValue(page, 'learning rate η, exact value')).toBe(live)
  await until(page, `location.hash.includes('learningRate:${live}')`)

  // A slider of the surface bends surface, contours and path.
  await drag(page, 'condition number κ', 0.2)
  await page.mouse.up()
  await until(page, `/kappa:/.test(location.hash)`)
  const { loss } = simulated(page.url())[0]
  await expect.poll(() => lossesInWords(page)).toBe(`SGD ${formatNumber(loss[200])} at step 200`)
  await expect.poll(async () => (await readPixels(page, map)).difference(before.map, 24)).toBeGreaterThan(0.05)

  // By keys, and back to the default by a double click.
  const rate = page.getByRole('slider', { name: 'learning rate η', exact: true })
  await rate.press('ArrowRight')
  expect(await fieldValue(page, 'learning rate η, exact value')).toBeGreaterThan(live)
  await rate.dblclick()
  const { optimizer } = experimentOf('#landscape=elongated-bowl&run=sgd&v=1').runs[0]
  const declared = optimizer.thing.hyperparameters.learningRate
  await expect
    .poll(() => fieldValue(page, 'learning rate η, exact value'))
    .toBe(declared.kind === 'number' ? declared.default : NaN)
  expect(complaints).toEqual([])
  await close()
})
