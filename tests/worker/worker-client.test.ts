import { expect, test } from 'vitest'
import type { Request, Response } from '../../src/worker/protocol.ts'
import { WorkerClient, type WorkerLike } from '../../src/worker/worker-client.ts'

/** A worker whose answers and death the test decides. */
class FakeWorker implements WorkerLike {
  readonly asked: Request[] = []
  terminated = false
  private readonly message: ((event: { data: Response }) => void)[] = []
  private readonly error: ((event: unknown) => void)[] = []

  postMessage(request: Request): void {
    this.asked.push(request)
  }
  terminate(): void {
    this.terminated = true
  }
  addEventListener(type: 'message' | 'error', listener: never): void {
    if (type === 'message') this.message.push(listener)
    else this.error.push(listener)
  }
  answer(index: number, answer: unknown): void {
    for (const listener of this.message) listener({ data: { id: this.asked[index].id, answer } as Response })
  }
  fail(index: number, error: string): void {
    for (const listener of this.message) listener({ data: { id: this.asked[index].id, error, unexpected: false } })
  }
  die(): void {
    for (const listener of this.error) listener({})
  }
}

const setUp = () => {
  const workers: FakeWorker[] = []
  const inPlace: unknown[] = []
  const client = new WorkerClient(
    () => {
      workers.push(new FakeWorker())
      return workers.at(-1)!
    },
    (kind, question) => {
      inPlace.push([kind, question])
      return Promise.resolve({ points: [] })
    },
  )
  return { client, workers, inPlace }
}

const question = (name: number) => ({ name }) as never

test('answers arrive; a refusal arrives as its sentence', async () => {
  const { client, workers } = setUp()
  const first = client.ask('criticalPoints', question(1))
  workers[0].answer(0, { points: [] })
  expect(await first).toEqual({ answer: { points: [] } })
  const second = client.ask('criticalPoints', question(2))
  workers[0].fail(1, 'no')
  expect(await second).toEqual({ error: 'no' })
})

test('one question a kind is out; of those that wait only the newest is asked, the others end with nothing', async () => {
  const { client, workers } = setUp()
  const asked = [1, 2, 3].map((name) => client.ask('point', question(name)))
  const other = client.ask('simulate', question(9))
  expect(workers[0].asked.map((request) => request.question)).toEqual([{ name: 1 }, { name: 9 }])
  expect(await asked[1]).toBeUndefined()
  workers[0].answer(0, 'one')
  expect(await asked[0]).toEqual({ answer: 'one' })
  expect(workers[0].asked[2].question).toEqual({ name: 3 })
  workers[0].answer(2, 'three')
  workers[0].answer(1, 'nine')
  expect(await asked[2]).toEqual({ answer: 'three' })
  expect(await other).toEqual({ answer: 'nine' })
})

test('a worker that dies is replaced and asked again once; then the error is shown', async () => {
  const { client, workers } = setUp()
  const warm = client.ask('point', question(0))
  workers[0].answer(0, 'warm')
  await warm
  const asked = client.ask('point', question(1))
  workers[0].die()
  expect(workers[0].terminated).toBe(true)
  expect(workers[1].asked[0].question).toEqual({ name: 1 })
  workers[1].die()
  expect(await asked).toEqual({ error: expect.stringContaining('twice') })
  const next = client.ask('point', question(2))
  workers[2].answer(0, 'fine')
  expect(await next).toEqual({ answer: 'fine' })
})

test('where workers are blocked the page answers itself', async () => {
  const inPlace: unknown[] = []
  const client = new WorkerClient(
    () => {
      throw new Error('SecurityError')
    },
    (kind) => {
      inPlace.push(kind)
      return Promise.resolve({ points: [] })
    },
  )
  expect(await client.ask('criticalPoints', question(1))).toEqual({ answer: { points: [] } })
  expect(inPlace).toEqual(['criticalPoints'])
})

test('a worker that dies before its first word is not tried again', async () => {
  const { client, workers, inPlace } = setUp()
  const asked = client.ask('criticalPoints', question(1))
  workers[0].die()
  expect(await asked).toEqual({ answer: { points: [] } })
  expect(workers).toHaveLength(1)
  expect(inPlace).toEqual([['criticalPoints', { name: 1 }]])
})
