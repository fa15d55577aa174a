import { answerText } from './answer-text.ts'

/**
 * Reads a JSON array of questions on standard input and prints the JSON array of their answers, in order. What is no such array is
 * told on standard error, and the exit code is 2.
 */
async function main(): Promise<void> {
  let questions: unknown
  try {
    questions = JSON.parse((await standardInput()).replace(/^\ufeff/, ''))
  } catch (error) {
    return refuse(`Standard input is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (!Array.isArray(questions)) return refuse('Standard input must be a JSON array of questions.')
  // A reader that has seen enough, such as head, closes the pipe; that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  process.stdout.write('[')
  for (const [k, question] of questions.entries()) {
    const text = answerText(question, (error) => console.error(`Question ${k + 1}:`, error))
    process.stdout.write(k === 0 ? text : `,${text}`)
  }
  process.stdout.write(']\n')
}

async function standardInput(): Promise<string> {
  process.stdin.setEncoding('utf8')
  let text = ''
  for await (const chunk of process.stdin) text += chunk as string
  return text
}

function refuse(sentence: string): void {
  console.error(sentence)
  process.exitCode = 2
}

await main()
