// What a visitor downloads, gzipped, from a build: node scripts/size.mjs [dist]. Exits 1 when a budget is exceeded.
// With SOURCEMAP=1 npm run build it also says which package the bytes belong to.
import { decode } from '@jridgewell/sourcemap-codec'
import { existsSync, readFileSync, readdirSync, realpathSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

/** In kB of 1000 bytes, gzip -9, JavaScript only. */
export const budgets = { shell: 90, untilFirstFrame: 300 }

/**
 * Sizes of the JavaScript in a build, in kB (1000 bytes) of gzip -9.
 *
 * `shell`: before first paint, that is what index.html names (entry and modulepreloads) with all it imports statically.
 * `untilFirstFrame`: the shell, all workers, and the lazy chunks of the first picture with their static imports: those
 * whose name matches `firstFrame`, or, exactly, the files that a browser was seen to fetch (names relative to dist).
 * `later`: the remaining chunks, which wait for a click. `everything`: all JavaScript.
 */
export function sizes(dist = 'dist', firstFrame = /^(app|surface|scene|stage)/i) {
  const names = javascriptUnder(dist)
  const text = new Map(names.map((name) => [name, readFileSync(join(dist, name), 'utf8')]))
  const page = readFileSync(join(dist, 'index.html'), 'utf8')
  const named = names.filter((name) => new RegExp(`(src|href)="\\./${escaped(name)}"`).test(page))
  if (named.length === 0) throw new Error(`${join(dist, 'index.html')} names no script of the build.`)

  const shell = withStaticImports(named, text)
  const workers = workersIn(text)
  const ofFirstFrame = (name) =>
    Array.isArray(firstFrame)
      ? firstFrame.includes(name)
      : !workers.has(name) && firstFrame.test(name.split('/').at(-1))
  const first = new Set([...shell, ...workers, ...withStaticImports(names.filter(ofFirstFrame), text)])
  const files = names.map((name) => ({
    name,
    gzip: gzipOf(text.get(name)) / 1000,
    when: shell.has(name) ? 'shell' : workers.has(name) ? 'worker' : first.has(name) ? 'first frame' : 'later',
  }))
  const sum = (chosen) => files.filter((file) => chosen(file.name)).reduce((total, file) => total + file.gzip, 0)
  return {
    shell: sum((name) => shell.has(name)),
    untilFirstFrame: sum((name) => first.has(name)),
    workers: sum((name) => workers.has(name)),
    later: sum((name) => !first.has(name)),
    everything: sum(() => true),
    files,
  }
}

/** Gzipped kB by npm package ('app' is our own), each chunk's bytes shared out by its source map; empty without source maps. */
export function sizesByPackage(dist = 'dist') {
  const total = {}
  for (const name of javascriptUnder(dist)) {
    const path = join(dist, name)
    if (!existsSync(`${path}.map`)) continue
    const code = readFileSync(path, 'utf8')
    const bytes = charactersByPackage(code, JSON.parse(readFileSync(`${path}.map`, 'utf8')))
    const gzip = gzipOf(code) / 1000
    const sum = Object.values(bytes).reduce((a, b) => a + b, 0)
    for (const [owner, count] of Object.entries(bytes)) total[owner] = (total[owner] ?? 0) + (gzip * count) / sum
  }
  return total
}

/** Lines without a mapping (inside template literals, such as shaders) belong to what precedes them. */
function charactersByPackage(code, map) {
  const lines = code.split('\n')
  const count = {}
  let owner = '(runtime)'
  const add = (length) => (count[owner] = (count[owner] ?? 0) + length)
  decode(map.mappings).forEach((segments, index) => {
    const length = (lines[index] ?? '').length + 1
    add(segments[0]?.[0] ?? length)
    segments.forEach((segment, k) => {
      if (segment.length >= 4) owner = packageOf(map.sources[segment[1]] ?? '')
      add((segments[k + 1]?.[0] ?? length) - segment[0])
    })
  })
  return count
}

function packageOf(source) {
  if (source.includes('\0') || source.includes('rolldown')) return '(runtime)'
  if (!source.includes('node_modules/')) return 'app'
  const parts = source.split('node_modules/').at(-1).split('/')
  return parts[0].startsWith('@') ? `${parts[0]}/${parts[1]}` : parts[0]
}

/** The files and all they import statically; a dynamic `import(…)` does not count. */
function withStaticImports(start, text) {
  const seen = new Set(start)
  for (const name of seen) {
    for (const [, target] of text.get(name).matchAll(/(?:\bfrom|\bimport)\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g)) {
      const path = new URL(target, `file:///${name}`).pathname.slice(1)
      if (text.has(path)) seen.add(path)
    }
  }
  return seen
}

/** Workers are addressed, not imported: `new URL("…", import.meta.url)`. */
function workersIn(text) {
  const found = new Set()
  for (const [name, code] of text)
    for (const [, target] of code.matchAll(/new URL\(\s*["'`]([^"'`]+\.js)["'`]/g)) {
      const path = new URL(target, `file:///${name}`).pathname.slice(1)
      if (text.has(path)) found.add(path)
    }
  return found
}

function javascriptUnder(dist) {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.m?js$/.test(name) && existsSync(join(dist, name)))
    .sort()
}

function gzipOf(code) {
  return gzipSync(code, { level: 9 }).length
}

function escaped(name) {
  return name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** The table that `npm run bench` and this file print. */
export function sizeReport(dist = 'dist') {
  const { shell, untilFirstFrame, workers, later, everything, files } = sizes(dist)
  const row = (name, kB, note = '') => `${name.padEnd(44)} ${kB.toFixed(1).padStart(8)} kB  ${note}`.trimEnd()
  const verdict = (kB, budget) => (kB <= budget ? `of ${budget}` : `EXCEEDS ${budget}`)
  return [
    'JavaScript, gzip -9, 1 kB = 1000 bytes',
    row('before first paint', shell, verdict(shell, budgets.shell)),
    row('until the first frame', untilFirstFrame, verdict(untilFirstFrame, budgets.untilFirstFrame)),
    row('  of it workers', workers),
    row('later, on demand', later),
    row('everything', everything),
    ...files.map((file) => row(`  ${file.name}`, file.gzip, file.when)),
    ...Object.entries(sizesByPackage(dist))
      .sort((a, b) => b[1] - a[1])
      .map(([owner, kB]) => row(`  package ${owner}`, kB)),
  ].join('\n')
}

// By name too: bundled into another program, this module and that program share one address.
if (process.argv[1]?.endsWith('size.mjs') && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const dist = resolve(process.argv[2] ?? 'dist')
  console.log(sizeReport(dist))
  const { shell, untilFirstFrame } = sizes(dist)
  process.exit(shell <= budgets.shell && untilFirstFrame <= budgets.untilFirstFrame ? 0 : 1)
}
