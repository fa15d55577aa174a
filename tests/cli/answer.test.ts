import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerText } from '../../src/cli/answer-text.ts'
import { answer } from '../../src/cli/answer.ts'

const saddle = { landscape: { id: 'saddle' } }
const bowl = { landscape: { parameters: ['x', 'y'], loss: 'x^2 + 3*y^2' } }
const sgd = { optimizer: { id: 'sgd', values: { learningRate: 0.1 } } }
const errorOf = (question: unknown) => (answer(question) as { error?: string }).error

interface Walk {
  theta: number[][]
  loss: number[]
  gradient: number[][]
  learningRate: number[]
  states?: Record<string, number[][]>
  stop: object
}
const walk = (question: object) => {
  expect(errorOf(question)).toBeUndefined()
  return answer(question) as Walk
}

describe('a walk', () => {
  test('has steps + 1 rows, and a rate a step', () => {
    const { theta, loss, gradient, learningRate, stop } = walk({ ...bowl, ...sgd, start: [1, 1], steps: 3 })
    expect([theta.length, loss.length, gradient.length, learningRate.length]).toEqual([4, 4, 4, 3])
    expect(theta[1]).toEqual([0.8, 0.3999999999999999])
    expect(gradient[0]).toEqual([2, 6])
    expect(stop).toEqual({ reason: 'finished', step: 3 })
  })

  test('takes 200 steps from the landscape’s start unless told otherwise', () => {
    const { theta } = walk({ ...saddle, ...sgd })
    expect(theta).toHaveLength(201)
    expect(theta[0]).toEqual([1.5, 0.01])
  })

  test('of no steps is the start', () =>
    expect(walk({ ...bowl, ...sgd, start: [1, 1], steps: 0 })).toEqual({
      theta: [[1, 1]],
      loss: [4],
      gradient: [[2, 6]],
      learningRate: [],
      stop: { reason: 'finished', step: 0 },
    }))

  test('null is the same as absent', () =>
    expect(
      walk({
        ...bowl,
        ...sgd,
        schedule: null,
        modifiers: null,
        start: null,
        steps: null,
        seed: null,
        states: null,
        link: null,
        analyze: false,
        evaluate: null,
      }),
    ).toEqual(walk({ ...bowl, ...sgd })))

  test('records states when asked to', () => {
    const question = { ...bowl, optimizer: { id: 'adam' }, start: [1, 1], steps: 2 }
    expect(walk(question).states).toBeUndefined()
    const { states } = walk({ ...question, states: true })
    expect(Object.keys(states!)).toEqual(['m', 'v'])
    expect(states!.m).toHaveLength(3)
    expect(states!.m[0]).toEqual([0, 0])
    expect(states!.m[1][1]).toBeCloseTo(0.6, 12)
  })

  test('ends with the first row that is not finite', () => {
    const { theta, loss, learningRate, stop } = walk({
      ...bowl,
      ...sgd,
      optimizer: { id: 'sgd', values: { learningRate: 1e200 } },
      start: [1, 1],
      steps: 50,
    })
    expect(stop).toEqual({ reason: 'diverged', step: theta.length - 1 })
    expect(loss.slice(0, -1).every(Number.isFinite)).toBe(true)
    expect(Number.isFinite(loss.at(-1))).toBe(false)
    expect(learningRate).toHaveLength(theta.length - 1)
  })

  test('the same question has the same answer', () => {
    const question = { ...saddle, optimizer: { id: 'adam' }, seed: 5, schedule: { id: 'cosine' } }
    expect(JSON.stringify(answer(question))).toBe(JSON.stringify(answer(question)))
  })

  test('a choice between numbers may be given as a number', () => {
    const radam = (threshold: unknown) =>
      answer({ ...bowl, optimizer: { id: 'radam', values: { threshold } }, steps: 10 })
    expect(errorOf({ ...bowl, optimizer: { id: 'radam', values: { threshold: 7 } } })).toContain('not “7”')
    expect(radam(5)).toEqual(radam('5'))
    expect(radam(5)).not.toEqual(radam(4))
  })
})

describe('a link', () => {
  const runs = (link: string) => (answer({ link }) as { runs: Walk[] }).runs
  const one = JSON.stringify(runs('#landscape=saddle&run=sgd(learningRate:0.1)&steps=5&v=1'))

  test('is answered as the question that says the same', () =>
    expect(JSON.parse(one)).toEqual([answer({ ...saddle, ...sgd, steps: 5 })]))

  for (const link of [
    'landscape=saddle&run=sgd(learningRate:0.1)&steps=5',
    'https://example.org/a/?embed=1#landscape=saddle&run=sgd(learningRate:0.1)&steps=5&v=1',
    'https://example.org/?landscape=saddle&run=sgd(learningRate%3A0.1)&steps=5',
    '?landscape=saddle&steps=5#run=sgd(learningRate:0.1)',
    ' #landscape=saddle&run=sgd(learningRate:0.1)?steps=5\n',
  ])
    test(`may be ${JSON.stringify(link)}`, () => expect(JSON.stringify(runs(link))).toBe(one))

  test('without runs has no walks', () => expect(answer({ link: '#landscape=saddle&v=1' })).toEqual({ runs: [] }))
  test('has as many walks as runs, hidden ones too', () =>
    expect(runs('#landscape=saddle&run=sgd&run=adam&steps=2&view=hide:1&v=1')).toHaveLength(2))
  test('gives the states of each', () =>
    expect(
      (answer({ link: '#landscape=saddle&run=adam&steps=2', states: true }) as { runs: Walk[] }).runs[0].states!.v,
    ).toHaveLength(3))
  test('an own formula is a link too', () =>
    expect(JSON.stringify(runs('#loss=w1^2-w2^2&start=1.5,0.01&run=sgd(learningRate:0.1)&steps=5'))).toBe(one))
})

describe('critical points', () => {
  const points = (question: object) =>
    (answer({ analyze: true, ...question }) as { criticalPoints: { theta: number[]; kind: string }[] }).criticalPoints

  test('have kind, eigenvalues and eigenvectors', () => {
    const [point, ...others] = points(bowl)
    expect(others).toEqual([])
    expect(point).toMatchObject({ kind: 'minimum', eigenvalues: [2, 6] })
    expect(Object.keys(point)).toEqual(['theta', 'loss', 'kind', 'eigenvalues', 'eigenvectors'])
    for (const x of point.theta) expect(Math.abs(x)).toBeLessThan(1e-12)
  })

  test('are those of the domain, which is [−2, 2]² unless it is given beside or inside', () => {
    const landscape = { parameters: ['x', 'y'], loss: '(x - 3)^2 + y^2' }
    const domain = [
      [-2, 4],
      [-2, 2],
    ]
    expect(points({ landscape })).toHaveLength(0)
    expect(points({ landscape, domain })).toHaveLength(1)
    expect(points({ landscape: { ...landscape, domain } })).toHaveLength(1)
    expect(
      points({
        landscape: {
          id: 'saddle',
          domain: [
            [1, 2],
            [1, 2],
          ],
        },
      }),
    ).toHaveLength(0)
  })
})

describe('the certificate beside the critical points', () => {
  const certificate = (landscape: object) =>
    (answer({ analyze: true, landscape }) as { certificate: Record<string, unknown> }).certificate

  test('says that the list is complete, and of what else there is', () => {
    const { curves, ...rest } = certificate({ id: 'toy-network' }) as { curves: { kind: string; points: number[][] }[] }
    expect(rest).toMatchObject({
      complete: true,
      proven: 1,
      unproven: 0,
      clusters: [],
      regions: [],
      undecided: 0,
      undefined: 0,
    })
    expect(curves.map(({ kind }) => kind)).toEqual(['minimum', 'minimum'])
    for (const [x, y] of curves.flatMap(({ points }) => points)) expect(x * y).toBeCloseTo(1, 12)
    expect(certificate({ id: 'monkey-saddle' }).clusters).toMatchObject([
      { theta: [0, 0], index: -2, differentiable: true },
    ])
    expect(certificate({ parameters: ['x', 'y'], loss: '3' }).regions).toEqual([
      [
        [-2, 2],
        [-2, 2],
      ],
    ])
  })

  test('says where it is not', () => {
    const flat = certificate({ parameters: ['x', 'y'], loss: 'exp(-1000*(x^2 + y^2))' })
    expect(flat).toMatchObject({ complete: false, proven: 1 })
    expect(flat.undecided).toBe((flat.undecidedBoxes as unknown[]).length)
    expect(flat.undecided).toBeGreaterThan(0)
    const kinked = certificate({ parameters: ['x', 'y'], loss: 'floor(3x) + y^2' })
    expect(kinked.complete).toBe(false)
    expect(kinked.undefined).toBe((kinked.undefinedBoxes as unknown[]).length)
    expect(certificate({ parameters: ['x', 'y', 'z'], loss: 'x^2 + y^2 + z^2' })).toMatchObject({
      complete: false,
      reason: 'dimension',
      unproven: 1,
    })
  })
})

describe('evaluate', () => {
  test('answers loss, gradient and Hessian at each point', () =>
    expect(
      answer({
        evaluate: [
          [1, 2],
          [0, 0],
        ],
        landscape: { parameters: ['x', 'y'], loss: 'x^2*y' },
      }),
    ).toEqual({
      loss: [2, 0],
      gradient: [
        [4, 1],
        [0, 0],
      ],
      hessian: [
        [
          [4, 2],
          [2, 0],
        ],
        [
          [0, 0],
          [0, 0],
        ],
      ],
    }))
  test('of no points is empty', () =>
    expect(answer({ evaluate: [], ...saddle })).toEqual({ loss: [], gradient: [], hessian: [] }))
})

describe('what cannot be answered is an error that says what, where and what is accepted', () => {
  const cases: [question: unknown, says: string][] = [
    [5, 'A question is an object such as {"landscape": {"id": "saddle"}, "optimizer": {"id": "sgd"}}, not 5.'],
    [[], 'A question is an object'],
    [{}, '“landscape” is missing; it must be an object such as {"id": "saddle"} or'],
    [{ ...saddle }, '“optimizer” is missing; it must be an object such as {"id": "sgd"}.'],
    [{ ...saddle, ...sgd, step: 3 }, 'A question has no field “step”. Did you mean “steps”?'],
    [{ ...saddle, ...sgd, optimiser: 3 }, 'A question has no field “optimiser”. Did you mean “optimizer”?'],
    [{ landscape: 'saddle', ...sgd }, '“landscape” must be an object such as {"id": "saddle"}'],
    [{ landscape: {}, ...sgd }, '“landscape” needs an “id”, a text; there is: saddle, '],
    [{ landscape: { id: { toString: 1 } }, ...sgd }, '“landscape” needs an “id”, a text, not an object; there is:'],
    [{ landscape: { id: 'sadle' }, ...sgd }, 'There is no landscape “sadle”. Did you mean “saddle”?'],
    [{ landscape: { id: 'saddle', loss: 'x' }, ...sgd }, '“landscape” has no field “loss”.'],
    [{ landscape: { id: 'saddle', value: {} }, ...sgd }, '“landscape” has no field “value”. Did you mean “values”?'],
    [{ landscape: { id: 'saddle', values: [] }, ...sgd }, '“landscape.values” must be an object'],
    [{ landscape: { id: 'saddle', values: { up: '1' } }, ...sgd }, 'saddle’s up must be a number, not “1”.'],
    [{ landscape: { loss: 'x' }, ...sgd }, '“parameters” is missing; it must be a list of names such as ["x", "y"].'],
    [{ landscape: { parameters: ['x', 'y'] }, ...sgd }, '“loss” is missing; it must be a text such as "x^2 - y^2".'],
    [{ landscape: { parameters: ['x'], loss: 'x' }, ...sgd }, 'A landscape has two to 32 parameters, not 1.'],
    [{ landscape: { parameters: ['x', 'x'], loss: 'x' }, ...sgd }, 'The parameter “x” is named twice.'],
    [{ landscape: { parameters: ['x', 'a b'], loss: 'x' }, ...sgd }, '“a b” is not.'],
    [{ landscape: { parameters: ['x', 3], loss: 'x' }, ...sgd }, '“parameters” must be a text such as "x", not 3.'],
    [{ landscape: { parameters: ['x', 'y'], loss: 'x^2 + z' }, ...sgd }, '(At character 7.)'],
    [
      { landscape: { parameters: ['x', 't'], loss: 'x' }, ...sgd },
      '“t” is a word of the language; give the parameter another name.',
    ],
    [{ ...bowl, ...sgd, domain: [[0, 1]] }, '“domain” must be a list of 2 pairs [low, high]'],
    [
      {
        ...bowl,
        ...sgd,
        domain: [
          [1, 0],
          [0, 1],
        ],
      },
      'with low below high',
    ],
    [
      {
        landscape: {
          ...bowl.landscape,
          domain: [
            [0, 1],
            [0, 1],
          ],
        },
        domain: [
          [0, 1],
          [0, 1],
        ],
        ...sgd,
      },
      'one of them is enough',
    ],
    [{ ...saddle, optimizer: { id: 'Adam' } }, 'There is no optimizer “Adam”. Did you mean “adam”?'],
    [
      { ...saddle, optimizer: { id: 'adam', values: { beta1: 1 } } },
      'adam’s beta1 must be a number of at least 0 and below 1, not 1.',
    ],
    [
      { ...saddle, optimizer: { id: 'adam', values: { lr: 1 } } },
      'adam has no hyperparameter “lr”. There is: learningRate',
    ],
    [{ ...saddle, ...sgd, schedule: { id: 'cosin' } }, 'There is no schedule “cosin”. Did you mean “cosine”?'],
    [{ ...saddle, ...sgd, schedule: [] }, '“schedule” must be an object such as {"id": "cosine"}, not'],
    [{ ...saddle, ...sgd, modifiers: {} }, '“modifiers” must be a list'],
    [{ ...saddle, ...sgd, modifiers: [3] }, '“modifiers[0]” must be an object'],
    [{ ...saddle, ...sgd, modifiers: [{ id: 'nothing-like-it' }] }, 'There is no modifier “nothing-like-it”.'],
    [{ ...saddle, ...sgd, start: [1] }, '“start” must be a list of 2 finite numbers, one a parameter, not “1”.'],
    [{ ...saddle, ...sgd, start: [1, '2'] }, '“start” must be a list of 2 finite numbers'],
    [{ ...saddle, ...sgd, start: [1, Infinity] }, '“start” must be a list of 2 finite numbers'],
    [{ ...saddle, ...sgd, steps: 2.5 }, '“steps” must be a whole number from 0 to 100000, not 2.5.'],
    [{ ...saddle, ...sgd, steps: 1e6 }, '“steps” must be a whole number from 0 to 100000'],
    [{ ...saddle, ...sgd, seed: -1 }, '“seed” must be a whole number from 0 to'],
    [{ ...saddle, ...sgd, states: 'yes' }, '“states” must be true or false, not “yes”.'],
    [{ ...saddle, analyze: 1 }, '“analyze” must be true or false, not 1.'],
    [
      { ...saddle, ...sgd, analyze: true },
      '“optimizer” is not accepted beside “analyze”; the fields are analyze, landscape, domain.',
    ],
    [{ ...saddle, evaluate: [[1, 2], [1]] }, '“evaluate[1]” must be a list of 2 finite numbers'],
    [{ ...saddle, evaluate: 3 }, '“evaluate” must be a list of points, not 3.'],
    [{ link: 3 }, '“link” must be a text such as "#landscape=saddle&run=adam&v=1", not 3.'],
    [{ link: '' }, 'The link says no experiment; one is #landscape=saddle&run=adam&v=1.'],
    [{ link: '#landscape=saddle', steps: 3 }, '“steps” is not accepted beside “link”; the fields are link, states.'],
    [
      { link: '#landscape=sadle&run=adma' },
      'There is no landscape “sadle”. Did you mean “saddle”? There is no optimizer “adma”.',
    ],
    [
      { link: '#landscape=saddle&run=adam&steps=x' },
      'steps is a whole number from 1 to 100000; “x” is not, and 200 was used.',
    ],
    [
      { link: '#loss=sin(x&parameters=x,y' },
      'The loss could not be read: Expected a closing “)” here. (At character 6.)',
    ],
  ]
  for (const [question, says] of cases) test(says, () => expect(errorOf(question)).toContain(says))

  test('whatever is asked', () =>
    fc.assert(
      fc.property(
        fc.record(
          Object.fromEntries(
            [
              'landscape',
              'domain',
              'start',
              'optimizer',
              'schedule',
              'modifiers',
              'states',
              'analyze',
              'evaluate',
              'link',
            ].map((key) => [key, fc.jsonValue({ maxDepth: 3 })]),
          ),
          { requiredKeys: [] },
        ),
        (parts) => {
          const question = { ...saddle, ...sgd, steps: 1, ...parts }
          const result = JSON.parse(
            answerText(question, (error) => {
              throw error
            }),
          ) as Record<string, unknown>
          if ('error' in result) expect(result.error).toMatch(/^[^]{10,}[.)]$/)
          else expect(Object.keys(result).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 5000 },
    ))
})

describe('the text of an answer', () => {
  const parsed = (question: unknown) =>
    JSON.parse(
      answerText(question, (error) => {
        throw error
      }),
    ) as Walk

  test('says NaN and infinities as text', () => {
    const loss = { landscape: { parameters: ['x', 'y'], loss: '1/x + sqrt(y)' } }
    expect(parsed({ ...loss, ...sgd, start: [0, 1] })).toMatchObject({
      loss: ['Infinity'],
      gradient: [['-Infinity', 0.5]],
    })
    expect(parsed({ ...loss, ...sgd, start: [1, -1] })).toMatchObject({ loss: ['NaN'] })
  })

  test('reads back to the same bits', () => {
    const question = { ...bowl, optimizer: { id: 'adam' }, start: [1 / 3, -1e-300], steps: 100 }
    expect(parsed(question)).toEqual(answer(question))
  })

  test('is an error where something unforeseen happens, and that is reported', () => {
    const reported: unknown[] = []
    const asked = {
      get landscape(): never {
        throw new RangeError('Array buffer allocation failed')
      },
    }
    const text = answerText(asked, (error) => reported.push(error))
    expect(JSON.parse(text)).toEqual({ error: 'This question could not be answered: Array buffer allocation failed.' })
    expect(reported).toEqual([new RangeError('Array buffer allocation failed')])
    expect(() => answer(asked)).toThrow(RangeError)
  })
})
