import { expect, test } from 'vitest'
import { formatNumber } from '../../src/look/format-number.ts'
import { readPixels, until } from './page.ts'
import { atRest, fragment, lossesInWords, openExperiment, simulated } from './workbench.ts'

test('a formula error is shown in words over the last good surface; a good formula is the surface at once', async () => {
  const { page, complaints, close } = await openExperiment({
    hash: '#landscape=saddle&run=sgd(learningRate:0.05)&v=1',
    size: { width: 1280, height: 1000 },
  })
  await page.getByRole('button', { name: 'Edit the formula' }).click()
  await atRest(page)
  const looks = async () => ({
    stage: await readPixels(page, '.shell-stage'),
    map: await readPixels(page, '.map-stage'),
  })
  const before = await looks()
  const text = page.getByRole('textbox', { name: 'Loss', exact: true })

  await text.fill('w1^2 + sigmod(w2)')
  const alert = page.locator('.formula-editor [role=alert]')
  await alert.waitFor()
  expect(await alert.textContent()).toContain('sigmod')
  expect(await alert.textContent()).toContain('sigmoid')
  expect(await alert.textContent()).toContain('The surface shows the last formula that could be read.')
  expect(await page.locator('.mark-place').textContent()).toContain('sigmod')
  expect(await text.getAttribute('aria-invalid')).toBe('true')
  for (const wrong of ['w1^2 + ', '(w1', 'w1 + w3', 'w1 w2', '☃', '1/', 'w1 = 3'.repeat(40)]) {
    await text.fill(wrong)
    await until(page, `document.querySelector('.formula-editor [role=alert]')?.textContent.length > 60`)
  }
  await atRest(page)
  const during = await looks()
  expect(during.stage.difference(before.stage, 24)).toBeLessThan(0.001)
  expect(during.map.difference(before.map, 24)).toBeLessThan(0.001)
  expect(fragment(page)).toBe('#landscape=saddle&run=sgd(learningRate:0.05)&v=1')

  await text.fill('(w1² − 1)² + 0.3·w2²')
  await alert.waitFor({ state: 'detached' })
  await text.blur()
  await until(page, `location.hash.startsWith('#loss=')`)
  const { loss } = simulated(page.url())[0]
  await expect.poll(() => lossesInWords(page)).toBe(`SGD ${formatNumber(loss[200])} at step 200`)
  await until(page, `document.querySelectorAll('.map-point').length === 3`)
  await atRest(page)
  const after = await looks()
  expect(after.stage.difference(before.stage, 24)).toBeGreaterThan(0.1)
  expect(after.map.difference(before.map, 24)).toBeGreaterThan(0.3)

  // Other parameters, and a sentence for names that are none.
  const names = page.getByRole('textbox', { name: 'Parameters' })
  await names.fill('x')
  expect(await page.locator('.formula-editor [role=alert]').first().textContent()).toContain('two parameters')
  await text.fill('x*y + x^2')
  await names.fill('x, y')
  await names.blur()
  await until(page, `location.hash.startsWith('#loss=x*y+x^2&parameters=x,y&')`)

  for (let k = 0; k < 2; k++) await page.getByRole('button', { name: 'Undo' }).click()
  await until(page, `location.hash === '#landscape=saddle&run=sgd(learningRate:0.05)&v=1'`)
  await atRest(page)
  expect((await readPixels(page, '.map-stage')).difference(before.map, 24)).toBeLessThan(0.001)
  expect(complaints).toEqual([])
  await close()
})
