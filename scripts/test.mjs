// npm test: types, lint, unit tests, build and the end-to-end tests in Chromium. Every part runs even when one before it
// failed; the failures are listed at the end and the last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const scratch = mkdtempSync(join(tmpdir(), 'errorscape-test-'))
const failures = []
let passed = 0

try {
  whole('types', ['tsc', '--noEmit', '-p', '.'])
  whole(
    'lint',
    ['oxlint', '--type-aware', '--deny-warnings', 'src', 'tests', 'scripts'],
    ['prettier', '--check', '--log-level', 'warn', '.'],
  )
  counted('unit tests', 'vitest.config.ts')
  if (whole('build', ['vite', 'build', '--logLevel', 'warn'])) counted('end-to-end tests', 'vitest.browser.config.ts')
  else failures.push('end-to-end tests: not run, because there is no build')
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

if (failures.length > 0) console.log(`\nFailures:\n${failures.map((line) => `  ${line}`).join('\n')}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length === 0 ? 0 : 1

/** Commands that pass or fail as one. */
function whole(name, ...commands) {
  console.log(`\n— ${name}`)
  const good = commands.every((words) => run(words) === 0)
  if (good) passed++
  else failures.push(`${name}: see above`)
  return good
}

/** A vitest configuration, test by test. */
function counted(name, config) {
  console.log(`\n— ${name}`)
  const file = join(scratch, `${config}.json`)
  const status = run([
    'vitest',
    'run',
    '--config',
    config,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  const before = failures.length
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] }
  for (const suite of report.testResults) {
    const where = relative(root, suite.name)
    const failed = suite.assertionResults.filter((test) => test.status === 'failed')
    passed += suite.assertionResults.filter((test) => test.status === 'passed').length
    for (const test of failed) failures.push(`${where}: ${test.fullName}: ${firstLine(test.failureMessages[0])}`)
    if (suite.status === 'failed' && failed.length === 0) failures.push(`${where}: ${firstLine(suite.message)}`)
  }
  // An error outside any test, or a run that never came to its report.
  if (status !== 0 && failures.length === before) failures.push(`${name}: ended with an error, see above`)
}

/** One of the installed commands, with nothing to read; its exit status. */
function run([command, ...words]) {
  const { status, error } = spawnSync(join(root, 'node_modules', '.bin', command), words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (error) console.log(error.message)
  return status ?? 1
}

function firstLine(message) {
  return (message ?? '').split('\n', 1)[0] || 'no message'
}
