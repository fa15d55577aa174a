import { findBrowser } from '../../scripts/find-browser.mjs'

/** Before any end-to-end test: a Chromium is found, or installed once, so that no test's time limit pays for it. */
export function setup(): void {
  process.env.CHROME_PATH = findBrowser()
}
