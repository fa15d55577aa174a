// Runs dist/one-result.html in Firefox and compares its hash with Node's: `npm run build && npm run second-engine`.
// Needs firefox or firefox-esr (Debian: apt-get install firefox-esr), or FIREFOX_PATH.
import { execFileSync, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'

const places = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox']
const firefox = process.env.FIREFOX_PATH ?? places.find((place) => existsSync(place))
if (firefox === undefined)
  fail('No Firefox was found. Install it (Debian: apt-get install firefox-esr) or set FIREFOX_PATH.')
if (!existsSync('dist/one-result.html')) fail('There is no dist/one-result.html: run npm run build first.')

const node = execFileSync(process.execPath, ['scripts/run.mjs', 'scripts/one-result.ts'], { encoding: 'utf8' }).trim()
const types = { '.html': 'text/html', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.css': 'text/css' }
const profile = mkdtempSync(join(tmpdir(), 'errorscape-firefox-'))
let browser
const given = await new Promise((resolve) => {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    if (request.method === 'POST' && pathname === '/report') {
      let body = ''
      request.on('data', (part) => (body += part))
      request.on('end', () => {
        response.end()
        server.close()
        resolve(body)
      })
      return
    }
    const file = join('dist', normalize(pathname))
    if (!existsSync(file)) return void response.writeHead(404).end()
    response
      .writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file))
  }).listen(0, '127.0.0.1', () => {
    const address = `http://127.0.0.1:${server.address().port}/one-result.html?report`
    browser = spawn(firefox, ['--headless', '--no-remote', '--profile', profile, address], { stdio: 'ignore' })
    browser.on('error', (error) => fail(`Firefox did not start: ${error.message}`))
  })
  setTimeout(() => resolve('no answer within two minutes'), 120_000).unref()
})
browser?.kill()
rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
console.log(`Node     ${node}\nFirefox  ${given}\n${given === node ? 'the same' : 'DIFFERENT'}`)
process.exit(given === node ? 0 : 1)

function fail(sentence) {
  console.error(sentence)
  process.exit(2)
}
