import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatNumber } from '../../src/look/format-number.ts'
import { distFolder, openPage, readPixels, until } from './page.ts'
import { serve, type ServedFolder } from './static-server.ts'
import { computed, lossesInWords, openExperiment, simulated, typeInto, withoutGraphics } from './workbench.ts'

const hash = '#landscape=rosenbrock&run=sgd(learningRate:0.001)&run=adam(learningRate:0.1)&v=1'
const inWords = (address: string) => {
  const [sgd, adam] = simulated(address).map(({ loss }) => formatNumber(loss[200]))
  return `SGD ${sgd}, Adam ${adam} at step 200`
}

describe.each([
  ['are missing', 'delete window.Worker'],
  ['are refused', `window.Worker = class { constructor() { throw new DOMException('blocked', 'SecurityError') } }`],
  [
    'do not start',
    `window.Worker = class extends EventTarget { postMessage() { setTimeout(() => this.dispatchEvent(new Event('error'))) } terminate() {} }`,
  ],
])('where workers %s', (_, blocked) => {
  test('the page computes by itself', async () => {
    const { page, complaints, close } = await openExperiment({ hash, before: withoutGraphics + blocked })
    expect(await lossesInWords(page)).toBe(inWords(hash))
    await until(page, `document.querySelectorAll('.map-point').length === 1`)
    await typeInto(page, 'start w1', '-1')
    await expect.poll(() => lossesInWords(page)).toBe(inWords(hash.replace('&run', '&start=-1,2&run')))
    expect(complaints).toEqual([])
    await close()
  })
})

test('without WebAssembly and workers the numbers are the same', async () => {
  const before = `${withoutGraphics}; delete window.WebAssembly; delete window.Worker`
  const { page, complaints, close } = await openExperiment({ hash, before })
  expect(await lossesInWords(page)).toBe(inWords(hash))
  await until(page, `document.querySelectorAll('.map-point').length === 1`)
  expect(complaints).toEqual([])
  await close()
})

describe('where a host’s policy forbids WebAssembly, in the worker too,', () => {
  let server: ServedFolder
  beforeAll(async () => {
    const policy = "default-src 'self'; script-src 'self'; img-src 'self' data: blob:; style-src 'self'"
    server = await serve(distFolder, { headers: { 'Content-Security-Policy': policy } })
  })
  afterAll(() => server.close())

  test('the numbers are the same', async () => {
    const { page, complaints, close } = await openPage({
      address: server.address,
      query: { play: '0' },
      hash,
      before: withoutGraphics,
    })
    await computed(page)
    expect(await lossesInWords(page)).toBe(inWords(hash))
    await until(page, `document.querySelectorAll('.map-point').length === 1`)
    // The browser itself reports what it refused; the page says nothing.
    expect(complaints.filter((line) => !/Content Security Policy/.test(line))).toEqual([])
    await close()
  })
})

test('without WebGL a sentence stands in the surface’s place; the map and the charts work', async () => {
  const { page, complaints, close } = await openExperiment({ hash, before: withoutGraphics })
  await page.getByText('This browser shows no 3-D graphics').waitFor()
  expect(await page.locator('.shell-stage canvas').count()).toBe(0)
  expect((await readPixels(page, '.map-stage')).colours()).toBeGreaterThan(500)
  await page.getByRole('button', { name: 'Back to the start' }).click()
  const start = await readPixels(page, '.map-stage')
  await page.getByRole('slider', { name: 'Step', exact: true }).fill('120')
  await expect.poll(async () => (await readPixels(page, '.map-stage')).difference(start, 24)).toBeGreaterThan(0.002)
  expect(complaints).toEqual([])
  await close()
})
