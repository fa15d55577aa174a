import type { Answer, JobKind, Question } from './protocol.ts'
import { WorkerClient, type WorkerLike } from './worker-client.ts'

const spawn = (): WorkerLike => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

async function inPlace(kind: JobKind, question: Question<JobKind>): Promise<Answer<JobKind>> {
  const { handlers } = await import('./handlers.ts')
  return (handlers[kind] as (question: Question<JobKind>) => Answer<JobKind>)(question)
}

/** Two workers: what follows a drag in the same frame never waits for what takes longer. */
export const quickWorker = new WorkerClient(spawn, inPlace)
export const thoroughWorker = new WorkerClient(spawn, inPlace)
