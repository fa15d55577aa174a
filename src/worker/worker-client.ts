import type { Answer, JobKind, Question, Request, Response } from './protocol.ts'

/** What a job came to: an answer, a sentence for the person, or nothing because a newer question took its place. */
export type Outcome<K extends JobKind> = { answer: Answer<K> } | { error: string } | undefined

/** The part of a Worker that is used; tests bring their own. */
export interface WorkerLike {
  postMessage(message: Request): void
  terminate(): void
  addEventListener(type: 'message', listener: (event: { data: Response }) => void): void
  addEventListener(type: 'error', listener: (event: unknown) => void): void
}

interface Pending {
  kind: JobKind
  question: Question<JobKind>
  settle: (outcome: Outcome<JobKind>) => void
  /** Asked before of a worker that died. */
  again: boolean
}

/**
 * Asks a worker, one question a kind at a time; while one is out the newest of the same kind waits and older waiting ones end with
 * nothing. A worker that dies is replaced and its questions are asked once more; then the error is given. Where workers are blocked,
 * the questions are answered in place.
 */
export class WorkerClient {
  private readonly spawn: () => WorkerLike
  private readonly inPlace: (kind: JobKind, question: Question<JobKind>) => Promise<Answer<JobKind>>
  private worker: WorkerLike | undefined
  private blocked = false
  private heard = false
  private count = 0
  private readonly out = new Map<number, Pending>()
  private readonly waiting = new Map<JobKind, Pending>()

  constructor(
    spawn: () => WorkerLike,
    inPlace: (kind: JobKind, question: Question<JobKind>) => Promise<Answer<JobKind>>,
  ) {
    this.spawn = spawn
    this.inPlace = inPlace
  }

  ask<K extends JobKind>(kind: K, question: Question<K>): Promise<Outcome<K>> {
    return new Promise((resolve) => {
      const pending: Pending = { kind, question, settle: resolve, again: false }
      const busy = [...this.out.values()].some((other) => other.kind === kind)
      if (!busy) return this.send(pending)
      this.waiting.get(kind)?.settle(undefined)
      this.waiting.set(kind, pending)
    })
  }

  private send(pending: Pending): void {
    const id = ++this.count
    this.out.set(id, pending)
    const worker = this.running()
    if (worker) worker.postMessage({ id, kind: pending.kind, question: pending.question })
    else void this.answerInPlace(id, pending)
  }

  private running(): WorkerLike | undefined {
    if (this.worker || this.blocked) return this.worker
    try {
      const worker = this.spawn()
      worker.addEventListener('message', ({ data }) => {
        this.heard = true
        this.settle(data)
      })
      worker.addEventListener('error', () => this.died(worker))
      this.worker = worker
    } catch {
      this.blocked = true
    }
    return this.worker
  }

  private settle(response: Response): void {
    const pending = this.out.get(response.id)
    if (!pending) return
    this.out.delete(response.id)
    pending.settle('answer' in response ? { answer: response.answer } : { error: response.error })
    const next = this.waiting.get(pending.kind)
    if (!next) return
    this.waiting.delete(pending.kind)
    this.send(next)
  }

  private died(worker: WorkerLike): void {
    if (worker !== this.worker) return
    worker.terminate()
    this.worker = undefined
    // A worker that never said a word was not let in: it is not tried again.
    if (!this.heard) this.blocked = true
    const orphans = [...this.out]
    for (const [id, pending] of orphans) {
      if (pending.again) {
        this.settle({ id, error: 'The computation stopped unexpectedly, twice.', unexpected: true })
        continue
      }
      this.out.delete(id)
      this.send({ ...pending, again: !this.blocked })
    }
  }

  private async answerInPlace(id: number, { kind, question }: Pending): Promise<void> {
    try {
      this.settle({ id, answer: await this.inPlace(kind, question) })
    } catch (error) {
      this.settle({ id, error: error instanceof Error ? error.message : String(error), unexpected: true })
    }
  }
}
