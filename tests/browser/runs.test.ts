import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { formatNumber } from '../../src/look/format-number.ts'
import { runColours } from '../../src/look/run-colours.ts'
import { channels } from './colours.ts'
import { readPixels, until } from './page.ts'
import {
  experimentOf,
  fieldValue,
  fragment,
  lossesInWords,
  openExperiment,
  pick,
  simulated,
  typeInto,
  withoutGraphics,
} from './workbench.ts'

const names = (page: Page) => page.locator('.run-name').allTextContents()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const addressHas = (page: Page, text: string) => until(page, `location.hash.includes(${JSON.stringify(text)})`)

/** What the loss chart is to say, computed under Node from the address. */
function inWords(page: Page): string {
  const { runs, steps } = experimentOf(page.url())
  const losses = simulated(page.url()).map(
    ({ loss }, k) => `${runs[k].optimizer.thing.name.en} ${formatNumber(loss[steps])}`,
  )
  return `${losses.join(', ')} at step ${steps}`
}

test('runs are added, duplicated, hidden and removed; each change is in the address and can be undone', async () => {
  const { page, complaints, close } = await openExperiment({
    hash: '#landscape=saddle&run=sgd(learningRate:0.02)&v=1',
    before: withoutGraphics,
    size: { width: 1280, height: 1000 },
  })
  await press(page, 'Add an optimizer')
  await pick(page, 'nesterov')
  expect(await names(page)).toEqual(['SGD', 'Nesterov'])
  await expect.poll(() => lossesInWords(page)).toContain('Nesterov')
  await addressHas(page, '&run=nesterov(')

  // Under the pointer a run shows what can be done with it.
  await page.locator('.run').first().hover()
  await press(page, 'Duplicate SGD')
  expect(await names(page)).toEqual(['SGD', 'SGD', 'Nesterov'])
  await typeInto(page, 'learning rate η, exact value', '1/16')
  await addressHas(page, '#landscape=saddle&run=sgd(learningRate:0.02)&run=sgd(learningRate:0.0625)&run=nesterov(')

  const chart = page.locator('.chart-stage').first()
  const inChart = async (index: number) => (await readPixels(page, chart)).count(channels(runColours[index]), 30)
  await expect.poll(() => inChart(2)).toBeGreaterThan(60)
  await page.locator('.run').nth(2).hover()
  await press(page, 'Hide Nesterov')
  await addressHas(page, '&view=hide:3&')
  await expect.poll(() => inChart(2)).toBe(0)
  expect(await lossesInWords(page)).not.toContain('Nesterov')
  await press(page, 'Show Nesterov')
  await expect.poll(() => lossesInWords(page)).toContain('Nesterov')

  await page.locator('.run').first().hover()
  await page.getByRole('button', { name: 'Remove SGD' }).first().click()
  expect(await names(page)).toEqual(['SGD', 'Nesterov'])
  await addressHas(page, '#landscape=saddle&run=sgd(learningRate:0.0625)&run=nesterov(')
  await page.getByRole('button', { name: 'Undo' }).click()
  expect(await names(page)).toEqual(['SGD', 'SGD', 'Nesterov'])

  // Another optimizer and a schedule for the first run.
  const first = page.locator('.run-select').first()
  if ((await first.getAttribute('aria-expanded')) === 'false') await first.click()
  await page.getByRole('button', { name: 'Choose an optimizer: SGD' }).click()
  await pick(page, 'rmsprop')
  await page.getByRole('button', { name: 'Choose a schedule: No schedule' }).click()
  await pick(page, 'cosine')
  expect((await names(page))[0]).toBe('RMSProp')
  await until(page, `/&run=rmsprop[^&]*@cosine/.test(location.hash)`)

  await page.getByRole('button', { name: 'Add a modifier' }).click()
  await pick(page, 'clip norm')
  await until(page, `/&run=rmsprop[^&]*@cosine[^&]*\\+clip-norm/.test(location.hash)`)
  await expect.poll(() => lossesInWords(page)).toBe(inWords(page))

  for (const _ of [1, 2, 3]) {
    await page.locator('.run-line').first().hover()
    await page
      .locator('.run-line')
      .first()
      .getByRole('button', { name: /^Remove / })
      .click()
  }
  expect(await page.getByText('No optimizer is running.').count()).toBe(1)
  await press(page, 'Add an optimizer')
  await pick(page, 'adam')
  expect(await names(page)).toEqual(['Adam'])
  await expect.poll(() => lossesInWords(page)).toMatch(/^Adam /)
  expect(complaints).toEqual([])
  await close()
})

test('exact values are typed; what is not accepted is refused in a sentence and the old value stays', async () => {
  const { page, complaints, close } = await openExperiment({
    hash: '#landscape=saddle&run=momentum(learningRate:0.02)&v=1',
    before: withoutGraphics,
    size: { width: 1280, height: 1000 },
  })
  const rate = 'learning rate η, exact value'
  const momentum = 'momentum β, exact value'
  await typeInto(page, rate, '1.25×10⁻³')
  await addressHas(page, 'learningRate:0.00125')
  // Beyond the slider's range, but accepted.
  await typeInto(page, rate, '12.5')
  await addressHas(page, 'learningRate:12.5')
  await typeInto(page, rate, '0.02')

  const { loss } = simulated('#landscape=saddle&run=momentum(learningRate:0.02)&v=1')[0]
  const words = `Momentum ${formatNumber(loss[200])} at step 200`
  const refused = async (label: string, text: string, sentence: RegExp, kept: number) => {
    await typeInto(page, label, text)
    const field = page.getByLabel(label, { exact: true })
    expect(await field.getAttribute('aria-invalid')).toBe('true')
    const problem = page.locator(`[id="${await field.getAttribute('aria-describedby')}"]`)
    expect(await problem.textContent()).toMatch(sentence)
    await field.blur()
    expect(await fieldValue(page, label)).toBe(kept)
  }
  await refused(rate, '-1', /−?-?1 is not accepted: η must be at least 0\./, 0.02)
  await refused(rate, 'fast', /“fast” is not a number\./, 0.02)
  await refused(momentum, '1', /1 is not accepted: β must be at least 0 and below 1\./, 0.9)
  await refused('number of steps, exact value', '10.5', /T must be a whole number\./, 200)
  await addressHas(page, 'run=momentum(learningRate:0.02)&v=1')
  expect(fragment(page)).toBe('#landscape=saddle&run=momentum(learningRate:0.02)&v=1')
  await expect.poll(() => lossesInWords(page)).toBe(words)

  await typeInto(page, 'start w1', '-0.5')
  await typeInto(page, 'start w2', '0.25')
  await addressHas(page, '&start=-0.5,0.25&')
  await page.getByLabel('start w2', { exact: true }).press('ArrowUp')
  expect(await fieldValue(page, 'start w2')).toBeGreaterThan(0.25)
  expect(complaints).toEqual([])
  await close()
})

test('a run that diverges is reported in words and the page stays usable', async () => {
  const hash = '#landscape=rosenbrock&run=sgd(learningRate:10)&run=adam(learningRate:0.1)&v=1'
  const { page, complaints, close } = await openExperiment({ hash })
  const [{ stop }] = simulated(hash)
  expect(stop.reason).toBe('diverged')
  expect(await page.locator('.run').first().locator('.badge').textContent()).toBe(`diverged at step ${stop.step}`)
  expect(await lossesInWords(page)).toMatch(/^Adam [\d.e−×⁻⁰¹²³⁴-⁹]+ at step 200$/)
  const scrubber = page.getByRole('slider', { name: 'Step', exact: true })
  for (const step of ['0', '2', '4', '120']) {
    await scrubber.fill(step)
    await until(page, `document.querySelector('.scrubber-text strong').textContent === '${step}'`)
  }
  await page.getByLabel('Speed').selectOption('4')
  await page.getByRole('button', { name: 'Play' }).click()
  await until(page, `document.querySelector('.scrubber-text strong').textContent === '200'`)
  await expect
    .poll(() => page.locator('.spoken').first().textContent())
    .toMatch(new RegExp(`^SGD diverged at step ${stop.step}\\. Adam reached`))
  await typeInto(page, 'learning rate η, exact value', '0.0005')
  await expect.poll(() => page.locator('.badge').count()).toBe(0)
  await expect.poll(() => lossesInWords(page)).toMatch(/^SGD /)
  expect(complaints).toEqual([])
  await close()
})
