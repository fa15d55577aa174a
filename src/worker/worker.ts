import { FormulaError } from '../formula/formula-error.ts'
import { handlers, transferables } from './handlers.ts'
import type { Answer, JobKind, Question, Request, Response } from './protocol.ts'

const scope = self as unknown as { postMessage(message: Response, transfer?: Transferable[]): void }

self.addEventListener('message', ({ data }: MessageEvent<Request>) => {
  const { id, kind, question } = data
  try {
    const handle = handlers[kind] as (question: Question<JobKind>) => Answer<JobKind>
    const answer = handle(question)
    scope.postMessage({ id, answer }, transferables(answer))
  } catch (error) {
    scope.postMessage({
      id,
      error: error instanceof Error ? error.message : String(error),
      unexpected: !(error instanceof FormulaError),
    })
  }
})
