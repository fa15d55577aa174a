// Finds a Chromium for the end-to-end tests, or gets one. Prints its path when run by itself: node scripts/find-browser.mjs
import { spawnSync } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/**
 * Path of a Chromium that starts: $CHROME_PATH, the usual places, Playwright's own; else installed, on Debian as root by apt,
 * anywhere else as Playwright's download into the user's cache.
 * @returns {string}
 * @throws {Error} with a sentence for the person, when there is none and none could be installed
 */
export function findBrowser() {
  const wanted = process.env.CHROME_PATH
  if (wanted) {
    if (starts(wanted)) return wanted
    throw new Error(`CHROME_PATH is ${wanted}, which is no Chromium that starts.`)
  }
  const found = installed()
  if (found !== undefined) return found

  const tried = []
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    say('No Chromium found: installing the package chromium with apt-get.')
    const done =
      run('apt-get', ['update']) &&
      run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'])
    const browser = installed()
    if (browser !== undefined) return browser
    tried.push(done ? 'the package chromium of apt-get does not start' : 'apt-get could not install chromium')
  }
  say("No Chromium found: downloading Playwright's own into the user's cache (playwright-core install chromium).")
  const done = run(process.execPath, [playwrightCommand(), 'install', 'chromium'])
  const browser = installed()
  if (browser !== undefined) return browser
  tried.push(
    done ? "Playwright's Chromium does not start (system libraries may be missing)" : "Playwright's download failed",
  )
  throw new Error(
    `The end-to-end tests need Chromium and there is none: ${tried.join('; ')}. Install Chromium or Chrome and, ` +
      'if it is in an unusual place, set CHROME_PATH to its executable.',
  )
}

function installed() {
  return [...usualPlaces, playwrightsOwn()].find((path) => path !== undefined && starts(path))
}

/** Ubuntu's chromium-browser may be a note that asks for a snap: only what answers --version counts. */
function starts(path) {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000, stdio: 'ignore' }).status === 0
}

function playwrightsOwn() {
  const answer = spawnSync(
    process.execPath,
    ['-e', "process.stdout.write(require('playwright-core').chromium.executablePath())"],
    { cwd: dirname(playwrightCommand()), encoding: 'utf8' },
  )
  return answer.status === 0 && answer.stdout !== '' ? answer.stdout : undefined
}

function playwrightCommand() {
  return join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js')
}

/** What installing prints goes to standard error: standard output is the path alone. */
function run(command, words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, words, { stdio: ['ignore', process.stderr, process.stderr], env }).status === 0
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`)
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    console.log(findBrowser())
  } catch (error) {
    say(error.message)
    process.exit(1)
  }
}
