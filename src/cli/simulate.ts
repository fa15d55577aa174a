import { readFileSync } from 'node:fs'
import { answer } from './answer.ts'

/** Reads a JSON array of questions on standard input and prints the JSON array of their answers, in order. */
function main(): void {
  let questions: unknown
  try {
    questions = JSON.parse(readFileSync(0, 'utf8'))
  } catch (error) {
    console.error(`Standard input is not JSON: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 2
    return
  }
  if (!Array.isArray(questions)) {
    console.error('Standard input must be a JSON array of questions.')
    process.exitCode = 2
    return
  }
  process.stdout.write(`${JSON.stringify(questions.map(answer), finiteOrText)}\n`)
}

/** JSON has no infinities and no NaN: they become text. Finite numbers print their shortest digits that read back to the same bits. */
function finiteOrText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}

main()
