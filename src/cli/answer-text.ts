import { answer } from './answer.ts'

/**
 * The answer to a question as JSON. Never throws, so that no question takes the others down: what went wrong unforeseen (memory, a
 * mistake of ours) is the answer's error, and `report` hears of it.
 */
export function answerText(question: unknown, report: (error: unknown) => void): string {
  try {
    return JSON.stringify(answer(question), finiteOrText)
  } catch (error) {
    report(error)
    const reason = error instanceof Error ? error.message : String(error)
    return JSON.stringify({ error: `This question could not be answered: ${reason}.` })
  }
}

/** JSON has no infinities and no NaN: they become text. Finite numbers print their shortest digits that read back to the same bits. */
function finiteOrText(_key: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
}
