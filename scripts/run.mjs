// Runs a TypeScript program of this repository: node scripts/run.mjs src/cli/simulate.ts [arguments]
// Node 20 cannot strip types, so the program is bundled once into node_modules/.cache/errorscape and bundled again only
// when the text of a file it was made from has changed. Nothing is printed here: standard output belongs to the program.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const cache = join(root, 'node_modules', '.cache', 'errorscape')

const [entryArgument, ...rest] = process.argv.slice(2)
if (entryArgument === undefined) fail('Usage: node scripts/run.mjs program.ts [arguments]')
const entry = resolve(entryArgument)
if (!existsSync(entry)) fail(`There is no file ${entryArgument}.`)

const name = relative(root, entry).replace(/[^A-Za-z0-9]+/g, '-')
const recordFile = join(cache, `${name}.json`)
const program = bundleStillTrue() ?? (await bundle())

process.argv = [process.argv[0], program, ...rest]
process.setSourceMapsEnabled(true)
await import(pathToFileURL(program).href)

/** The bundle of last time, if every file it was made from still has the same text. */
function bundleStillTrue() {
  try {
    const { program, sources } = JSON.parse(readFileSync(recordFile, 'utf8'))
    const same = Object.entries(sources).every(([file, hash]) => hashOf(readFileSync(join(root, file))) === hash)
    return same && existsSync(join(cache, program)) ? join(cache, program) : undefined
  } catch {
    return undefined
  }
}

async function bundle() {
  // rolldown is the bundler inside vite, so it is found from there and is no dependency of its own.
  const require = createRequire(createRequire(join(root, 'package.json')).resolve('vite/package.json'))
  const { rolldown } = await import(pathToFileURL(require.resolve('rolldown')).href)
  // Every file is hashed as it is read, so the record speaks of the very text that was bundled.
  const sources = {}
  const read = (file) => {
    const text = readFileSync(file, 'utf8')
    sources[relative(root, file)] = hashOf(text)
    return text
  }
  read(fileURLToPath(import.meta.url))
  read(join(root, 'package-lock.json'))
  let chunk
  try {
    const building = await rolldown({
      input: entry,
      cwd: root,
      platform: 'node',
      external: (id, importer) =>
        importer !== undefined && !id.startsWith('.') && !isAbsolute(id) && !id.startsWith('\0'),
      tsconfig: false,
      onLog: (level, log) => {
        if (level === 'warn') process.stderr.write(`${log.message}\n`)
      },
      plugins: [{ name: 'hash-what-is-read', load: (id) => (isAbsolute(id) && existsSync(id) ? read(id) : undefined) }],
    })
    chunk = (await building.generate({ format: 'esm', codeSplitting: false, sourcemap: true })).output[0]
    await building.close()
  } catch (error) {
    fail(error.message)
  }

  // Named by content and renamed into place: two runs at once, or one interrupted, never see half a bundle.
  mkdirSync(cache, { recursive: true })
  const output = `${name}-${hashOf(chunk.code).slice(0, 12)}.mjs`
  // rolldown writes them relative to its would-be output folder, dist/.
  chunk.map.sources = chunk.map.sources.map((source) => resolve(root, 'dist', source))
  place(join(cache, `${output}.map`), JSON.stringify(chunk.map))
  place(
    join(cache, output),
    `${chunk.code.replace(/\/\/# sourceMappingURL=.*\s*$/, '')}\n//# sourceMappingURL=${output}.map\n`,
  )
  place(recordFile, JSON.stringify({ program: output, sources }))
  for (const old of readdirSync(cache)) {
    const path = join(cache, old)
    const stale =
      old.startsWith(`${name}-`) && !old.startsWith(output) && Date.now() - statSync(path).mtimeMs > 3_600_000
    if (stale) rmSync(path, { force: true })
  }
  return join(cache, output)
}

function place(path, text) {
  writeFileSync(`${path}.${process.pid}`, text)
  renameSync(`${path}.${process.pid}`, path)
}

function hashOf(content) {
  return createHash('sha256').update(content).digest('hex')
}

function fail(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(2)
}
