import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { adamOracle } from './adam-oracle.ts'

interface Answer {
  theta: number[][]
  loss: number[]
  gradient: number[][]
  learningRate: number[]
  stop: { reason: string; step: number }
  runs: Answer[]
  error: string
}

/** Runs the command as a person does. */
function simulate(input: string): Promise<{ output: string; errors: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '-s', 'simulate'], { env: { ...process.env, npm_config_loglevel: 'silent' } })
    let [output, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ output, errors, code }))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}

/** The worst difference, relative to the size of the numbers where that is above 1. */
function worst(a: readonly number[][], b: readonly number[][]): number {
  expect(a.length).toBe(b.length)
  return Math.max(...a.flatMap((row, r) => row.map((x, i) => Math.abs(x - b[r][i]) / Math.max(1, Math.abs(b[r][i])))))
}

describe('npm run -s simulate', () => {
  test('answers the three questions of the README', async () => {
    const { output, errors, code } = await simulate(`[
      {"landscape": {"id": "rosenbrock", "values": {"b": 50}}, "start": [-1.2, 1],
       "optimizer": {"id": "adam", "values": {"learningRate": 0.1}}, "schedule": {"id": "cosine"}, "modifiers": [],
       "steps": 200, "seed": 1},
      {"landscape": {"parameters": ["x", "y"], "loss": "x^2 - y^2"}, "start": [1, 0.1],
       "optimizer": {"id": "sgd", "values": {"learningRate": 0.1}}, "steps": 50},
      {"link": "#landscape=saddle&run=adam&v=1"}
    ]`)
    expect(errors).toBe('')
    expect(code).toBe(0)
    const [rosenbrock, descent, linked] = JSON.parse(output) as Answer[]

    const cosine = Array.from({ length: 200 }, (_, k) => 0.05 * (1 + Math.cos((Math.PI * k) / 200)))
    expect(worst([rosenbrock.learningRate], [cosine])).toBeLessThan(1e-15)
    const slope = ([x, y]: readonly number[]) => [-2 * (1 - x) - 200 * x * (y - x * x), 100 * (y - x * x)]
    expect(worst(rosenbrock.theta, adamOracle(slope, [-1.2, 1], cosine))).toBeLessThan(1e-9)
    expect(rosenbrock.loss).toHaveLength(201)
    expect(worst(rosenbrock.gradient, rosenbrock.theta.map(slope))).toBeLessThan(1e-12)
    expect(rosenbrock.stop).toEqual({ reason: 'finished', step: 200 })

    const closed = Array.from({ length: 51 }, (_, k) => [0.8 ** k, 0.1 * 1.2 ** k])
    expect(worst(descent.theta, closed)).toBeLessThan(1e-12)
    expect(worst([descent.loss], [closed.map(([x, y]) => x * x - y * y)])).toBeLessThan(1e-12)
    expect(
      worst(
        descent.gradient,
        closed.map(([x, y]) => [2 * x, -2 * y]),
      ),
    ).toBeLessThan(1e-12)
    expect(descent.learningRate).toEqual(new Array(50).fill(0.1))
    expect(descent.stop).toEqual({ reason: 'finished', step: 50 })

    expect(linked.runs).toHaveLength(1)
    const saddle = ([x, y]: readonly number[]) => [2 * x, -2 * y]
    expect(
      worst(linked.runs[0].theta, adamOracle(saddle, linked.runs[0].theta[0], new Array(200).fill(0.001))),
    ).toBeLessThan(1e-12)
    expect(linked.runs[0].loss).toHaveLength(201)
  })

  test('gives every question its answer in its place, whatever the others are', async () => {
    const deep = '['.repeat(50_000) + ']'.repeat(50_000)
    const good = '{"landscape": {"id": "saddle"}, "optimizer": {"id": "sgd"}, "steps": 1}'
    const questions = [good, 'null', '{"__proto__": 1}', deep, `{"link": ${deep}}`, '{"link": "%"}', good]
    const { output, errors, code } = await simulate(`\ufeff[${questions.join()}]`)
    expect(errors).toBe('')
    expect(code).toBe(0)
    const answers = JSON.parse(output) as Answer[]
    expect(answers.map((answer) => typeof answer.error)).toEqual([
      'undefined',
      ...new Array<string>(5).fill('string'),
      'undefined',
    ])
    expect(answers[6]).toEqual(answers[0])
  })

  test('no question, no answer', async () => expect((await simulate(' [] ')).output).toBe('[]\n'))

  for (const [input, says] of [
    ['', 'Standard input is not JSON: '],
    ['{', 'Standard input is not JSON: '],
    ['[{]', 'Standard input is not JSON: '],
    ['{"link": "#landscape=saddle"}', 'Standard input must be a JSON array of questions.'],
    ['3', 'Standard input must be a JSON array of questions.'],
  ])
    test(`refuses ${JSON.stringify(input)}`, async () => {
      const { output, errors, code } = await simulate(input)
      expect(output).toBe('')
      expect(errors).toContain(says)
      expect(code).toBe(2)
    })
})
