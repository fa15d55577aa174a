import { chromium, type Browser, type BrowserContext, type Frame, type Locator, type Page } from 'playwright-core'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.mjs'
import { decodePng, type Picture } from './picture.ts'
import { serve, type ServedFolder } from './static-server.ts'

/** The built page: dist/, or another folder by `DIST`, e.g. where two builds are compared. */
export const distFolder = process.env.DIST ?? fileURLToPath(new URL('../../dist', import.meta.url))

/** WebGL in software, the same on every machine. Chromium no longer falls back to it by itself. */
const flags = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']

/** What the console may say: lines of others that mean no fault of the page. Everything else is a complaint. */
const allowed = [
  // React-three-fiber 9 makes a THREE.Clock on every mount, which three deprecated in r183.
  /^THREE\.Clock: This module has been deprecated\. Please use THREE\.Timer instead\.$/,
  // SwiftShader reads pixels slowly and says so.
  /GL Driver Message \(OpenGL, Performance, .*GPU stall due to ReadPixels/,
]

export interface PageOptions {
  /** Size of the window in CSS pixels; 1280 × 720. */
  size?: { width: number; height: number }
  /** What the system prefers (`theme=` in the query is the page's own key). */
  theme?: 'light' | 'dark'
  /** What the browser asks for; `en`. */
  language?: 'en' | 'zh-Hant' | 'zh-Hans'
  /** The experiment, with or without `#`. */
  hash?: string
  /** Presentation: text without `?`, or keys and values. */
  query?: string | Record<string, string>
  /** A phone: touch, no hover. */
  touch?: boolean
  /** Device pixels for a CSS pixel; 1. Pictures are taken in CSS pixels all the same. */
  devicePixelRatio?: number
  reducedMotion?: boolean
  /** A whole address instead of the built page, e.g. of a host page that embeds it. */
  address?: string
  /** Runs in the page (and its frames) before any script of its own. */
  before?: string
}

export interface OpenedPage {
  page: Page
  context: BrowserContext
  /**
   * Everything that must not happen, in order: console errors and warnings, exceptions, refused policies, failed requests and
   * requests to another machine. `expect(complaints).toEqual([])` at the end of a test.
   */
  complaints: string[]
  /** Paths fetched from this machine, e.g. `assets/index-abc.js`, in order. */
  fetched: string[]
  close: () => Promise<void>
}

let browser: Promise<Browser> | undefined
let built: Promise<ServedFolder> | undefined

/** One browser a test file, closed at its end. */
function launchedBrowser(): Promise<Browser> {
  browser ??= chromium.launch({ executablePath: findBrowser(), args: flags })
  return browser
}

/** Address of the built page, served once a test file. */
export async function builtPage(): Promise<string> {
  if (!existsSync(join(distFolder, 'index.html')))
    throw new Error(`There is no ${join(distFolder, 'index.html')}: run \`npm run build\` first.`)
  built ??= serve(distFolder)
  return (await built).address
}

afterAll(async () => {
  await (await browser)?.close()
  await (await built)?.close()
  browser = undefined
  built = undefined
})

/** Opens the built page (or `address`) in a fresh browser profile and waits until it has loaded. Nothing outside this machine is reached. */
export async function openPage(options: PageOptions = {}): Promise<OpenedPage> {
  const { size = { width: 1280, height: 720 }, theme = 'light', language = 'en', touch = false } = options
  const context = await (
    await launchedBrowser()
  ).newContext({
    viewport: size,
    colorScheme: theme,
    locale: { en: 'en-US', 'zh-Hant': 'zh-TW', 'zh-Hans': 'zh-CN' }[language],
    hasTouch: touch,
    isMobile: touch,
    deviceScaleFactor: options.devicePixelRatio ?? 1,
    reducedMotion: options.reducedMotion === true ? 'reduce' : 'no-preference',
    acceptDownloads: true,
  })
  const complaints: string[] = []
  const fetched: string[] = []
  await context.route(
    (url) => url.protocol.startsWith('http') && url.hostname !== '127.0.0.1',
    (route) => {
      complaints.push(`request to another machine: ${route.request().url()}`)
      return route.abort()
    },
  )
  const page = await context.newPage()
  listen(page, complaints, fetched)
  if (options.before !== undefined) await page.addInitScript(options.before)
  await page.goto(await addressOf(options))
  return { page, context, complaints, fetched, close: () => context.close() }
}

async function addressOf({ address, query, hash }: PageOptions): Promise<string> {
  const base = address ?? (await builtPage())
  const keys = typeof query === 'object' ? new URLSearchParams(query).toString() : query
  return base + (keys ? `?${keys.replace(/^\?/, '')}` : '') + (hash ? `#${hash.replace(/^#/, '')}` : '')
}

function listen(page: Page, complaints: string[], fetched: string[]): void {
  page.on('console', (message) => {
    const text = message.text()
    if (!['error', 'warning', 'assert'].includes(message.type()) || allowed.some((line) => line.test(text))) return
    complaints.push(`${message.type()}: ${text}`)
  })
  page.on('pageerror', (error) => complaints.push(`exception: ${error.message}`))
  page.on('crash', () => complaints.push('the page crashed'))
  page.on('requestfailed', (request) => {
    // A frame or a page that is left drops what it was still loading; that is no fault.
    const reason = request.failure()?.errorText ?? ''
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} ${reason}`)
  })
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (url.hostname === '127.0.0.1') fetched.push(url.pathname.slice(1))
  })
}

/**
 * Waits until an expression holds in the page. Playwright's `waitForFunction` cannot: it evaluates text in the page, which the
 * page's Content-Security-Policy rightly refuses.
 */
export async function until(page: Page | Frame, expression: string, milliseconds = 20_000): Promise<void> {
  const end = Date.now() + milliseconds
  while (!(await page.evaluate(`Boolean(${expression})`))) {
    if (Date.now() > end) throw new Error(`not within ${milliseconds} ms: ${expression}`)
    await new Promise((soon) => setTimeout(soon, 25))
  }
}

/** What an element looks like, in CSS pixels, as a person sees it: WebGL, overlays and all. */
export async function readPixels(page: Page, element: string | Locator): Promise<Picture> {
  const locator = typeof element === 'string' ? page.locator(element) : element
  return decodePng(await locator.screenshot({ scale: 'css', animations: 'disabled' }))
}
