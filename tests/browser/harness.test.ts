import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPage, readPixels, until } from './page.ts'
import { decodePng } from './picture.ts'
import { serve, type ServedFolder } from './static-server.ts'

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title><link rel="icon" href="data:,">${head}</head><body style="margin:0">${body}</body></html>`

const webgl = page(`
  <canvas id="gl" width="64" height="48" style="display:block"></canvas>
  <div id="red" style="width:30px;height:20px;background:rgb(255,0,0)"></div>
  <script>
    const gl = document.getElementById('gl').getContext('webgl2', { antialias: false })
    gl.clearColor(0, 1, 0, 1)
    gl.clear(gl.COLOR_BUFFER_BIT)
    gl.enable(gl.SCISSOR_TEST)
    gl.scissor(0, 0, 10, 5)
    gl.clearColor(0, 0, 1, 1)
    gl.clear(gl.COLOR_BUFFER_BIT)
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(6 * 7)'])))
    worker.onmessage = (event) => { document.title = 'worker said ' + event.data }
  </script>`)

const noisy = page(
  `<img src="missing.png"><img src="http://192.0.2.1/far.png"><script src="near.js"></script><script>inline = 1</script>`,
  `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`,
)

let folder: string
let server: ServedFolder

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'errorscape-harness-'))
  mkdirSync(join(folder, 'inner'))
  writeFileSync(join(folder, 'inner', 'index.html'), webgl)
  writeFileSync(
    join(folder, 'near.js'),
    `console.warn('THREE.Clock: This module has been deprecated. Please use THREE.Timer instead.')
     console.warn('THREE.Clock: something else'); console.log('fine'); console.error('not fine'); throw new Error('thrown')`,
  )
  server = await serve(folder, { pages: { '/noisy.html': noisy }, headers: { 'Access-Control-Allow-Origin': '*' } })
})

afterAll(async () => {
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('openPage and readPixels', () => {
  test('show WebGL and DOM to the pixel, run a blob worker and find nothing to complain about', async () => {
    const opened = await openPage({ address: `${server.address}inner/`, devicePixelRatio: 2 })
    const canvas = await readPixels(opened.page, '#gl')
    expect([canvas.width, canvas.height]).toEqual([64, 48])
    expect(canvas.at(32, 10)).toEqual([0, 255, 0, 255])
    // WebGL counts rows from below, a picture from above.
    expect(canvas.at(3, 45)).toEqual([0, 0, 255, 255])
    expect(canvas.count([0, 255, 0]) / (64 * 48)).toBeCloseTo(1 - 50 / (64 * 48), 1)
    const red = await readPixels(opened.page, opened.page.locator('#red'))
    expect([red.width, red.height, red.count([255, 0, 0]), red.colours()]).toEqual([30, 20, 600, 1])
    expect(red.difference(red)).toBe(0)
    await until(opened.page, 'document.title === "worker said 42"')
    await expect(until(opened.page, 'document.title === ""', 60)).rejects.toThrow('not within 60 ms')
    expect(opened.complaints).toEqual([])
    expect(opened.fetched).toEqual(['inner/'])
    await opened.close()
  })

  test('collect every complaint but the known line', async () => {
    const { page, complaints, close } = await openPage({ address: `${server.address}noisy.html` })
    await expect.poll(() => complaints.length).toBeGreaterThanOrEqual(6)
    const all = complaints.join('\n')
    expect(all).toContain('404')
    expect(all).toContain('request to another machine: http://192.0.2.1/far.png')
    expect(all).toContain('warning: THREE.Clock: something else')
    expect(all).toContain('error: not fine')
    expect(all).toContain('exception: thrown')
    expect(all).toMatch(/Content Security Policy/)
    expect(all).not.toContain('THREE.Timer')
    expect(all).not.toContain(': fine')
    expect(await page.evaluate('typeof inline')).toBe('undefined')
    await close()
  })

  test('pass on size, theme, language, touch, query and hash', async () => {
    const seen = async (options: Parameters<typeof openPage>[0]) => {
      const opened = await openPage({ address: `${server.address}inner/`, ...options })
      const facts = await opened.page.evaluate(`({
        width: innerWidth, height: innerHeight, dark: matchMedia('(prefers-color-scheme: dark)').matches, language: navigator.language,
        touch: navigator.maxTouchPoints > 0, still: matchMedia('(prefers-reduced-motion)').matches, search: location.search,
        hash: location.hash, before: window.before })`)
      await opened.close()
      return facts
    }
    expect(
      await seen({
        size: { width: 390, height: 844 },
        theme: 'dark',
        language: 'zh-Hant',
        touch: true,
        hash: '#landscape=saddle&v=1',
        query: { embed: '1', lang: 'en' },
        reducedMotion: true,
        before: 'window.before = 1',
      }),
    ).toMatchObject({
      dark: true,
      language: 'zh-TW',
      touch: true,
      still: true,
      search: '?embed=1&lang=en',
      hash: '#landscape=saddle&v=1',
      before: 1,
    })
    expect(await seen({ query: '?a=b', hash: 'c' })).toMatchObject({
      width: 1280,
      height: 720,
      dark: false,
      language: 'en-US',
      touch: false,
      still: false,
      search: '?a=b',
      hash: '#c',
    })
  })
})

test('decodePng reads what a canvas wrote, pixel for pixel, opaque and transparent', async () => {
  const opened = await openPage({ address: `${server.address}inner/` })
  for (const alpha of [true, false]) {
    // Gradients and noise: the encoder chooses among all the row filters.
    const { url, pixels } = (await opened.page.evaluate(`(() => {
      const canvas = document.createElement('canvas')
      canvas.width = 97
      canvas.height = 61
      const context = canvas.getContext('2d')
      const image = context.createImageData(97, 61)
      let seed = 1
      for (let i = 0; i < image.data.length; i += 4) {
        const x = (i / 4) % 97, y = Math.floor(i / 4 / 97)
        seed = (seed * 1103515245 + 12345) % 2147483648
        image.data.set(y < 20 ? [x * 2, y * 4, x + y, 255] : y < 40 ? [seed >> 8, seed >> 16, seed, 255] : [y, x, 255 - x, 255], i)
        if (${alpha} && x > 50) image.data[i + 3] = 0
      }
      context.putImageData(image, 0, 0)
      return { url: canvas.toDataURL('image/png'), pixels: [...context.getImageData(0, 0, 97, 61).data] }
    })()`)) as { url: string; pixels: number[] }
    const picture = decodePng(Buffer.from(url.split(',')[1], 'base64'))
    expect([picture.width, picture.height]).toEqual([97, 61])
    expect([...picture.data]).toEqual(pixels)
  }
  await opened.close()
  expect(() => decodePng(new TextEncoder().encode('GIF89a'))).toThrow('not a PNG')
})

test('the server gives files and nothing outside its folder', async () => {
  const answer = (path: string) =>
    new Promise<[number | undefined, string | undefined]>((done, failed) => {
      // Through node:http: fetch would tidy up the dots before asking.
      get(server.address.slice(0, -1) + path, (response) => {
        response.resume()
        done([response.statusCode, response.headers['content-type']])
      }).on('error', failed)
    })
  expect(await answer('/near.js')).toEqual([200, 'text/javascript; charset=utf-8'])
  expect(await answer('/inner/')).toEqual([200, 'text/html; charset=utf-8'])
  expect((await answer('/inner'))[0]).toBe(404)
  expect((await answer('/%2e%2e/%2e%2e/etc/passwd'))[0]).toBe(404)
  expect((await answer('/..%2f..%2f..%2fetc%2fpasswd'))[0]).toBe(404)
  expect((await answer('/%E0%A4%A'))[0]).toBe(404)
})
