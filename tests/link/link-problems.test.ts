import { describe, expect, test } from 'vitest'
import { parseLink } from '../../src/link/parse-link.ts'
import { printLink } from '../../src/link/print-link.ts'
import { checks, shelves } from './shelves.ts'

const parse = (fragment: string, query = '') => parseLink(fragment, query, checks, shelves)
const saddle = '#landscape=saddle&v=1'

const withProgram = (key: string, run = 'mine') => `#landscape=saddle&run=${run}&run=sgd&${key}&v=1`
const onlySgd = '#landscape=saddle&run=sgd&v=1'
const lost = 'The program “mine” and the runs that use it were left out. '
const damagedPrograms: [link: string, says: string[], shows: string][] = (
  [
    [
      'program.mine=theta=theta-learnigRate*g',
      [`${lost}“learnigRate” is not defined here. Did you mean “learningRate”?`],
    ],
    ['program.mine=theta=theta-', [`${lost}Expected a value after the operator “-”.`]],
    ['program.mine=m=g', [`${lost}An optimizer’s program must assign theta.`]],
    ['program.mine=', [`${lost}An optimizer’s program must assign theta.`]],
    ['program.mine=(beta:0.9', [`${lost}The parentheses of “(beta:0.9” do not close.`]],
    ['program.mine=(beta:big)theta=theta-beta*g', [`${lost}beta must be a number, not “big”.`]],
    ['program.mine=(beta:infinity)theta=theta-beta*g', [`${lost}beta must be a number, not “infinity”.`]],
    ['program.mine=(beta:1,beta:2)theta=theta-beta*g', [`${lost}“beta” is given twice.`]],
    ['program.mine=(beta)theta=theta-g', [`${lost}“beta” is neither name:number nor name=expression.`]],
    ['program.mine=(g:1)theta=theta-g', [`${lost}“g” has its value from the program and cannot be a hyperparameter.`]],
    [
      'program.mine=(m:1)m=g;theta=theta-m',
      [`${lost}“m” has its value from the program and cannot be a hyperparameter.`],
    ],
    ['program.mine=(sqrt:1)theta=theta-g', [`${lost}“sqrt” cannot be the name of a hyperparameter.`]],
    ['program.mine=(constructor:1)theta=theta-g', [`${lost}“constructor” cannot be the name of a hyperparameter.`]],
    ['program.mine=(__proto__:1)theta=theta-g', [`${lost}“__proto__” cannot be the name of a hyperparameter.`]],
    [
      'program.mine=(m=1)m=g;theta=theta-m',
      [`${lost}“m” carries nothing from step to step, so it has no initial value.`],
    ],
    ['program.mine=(m=1+)m=m+g;theta=theta-m', [`${lost}The initial value of m could not be read: Expected`]],
    ['program.mine=(m=grad(theta))m=m+g;theta=theta-m', [lost]],
    ['program.mine=(m=n)m=m+g;theta=theta-m', [`${lost}“n” is not defined here.`]],
    [
      'program.mine=shedule()learningRate=1',
      [`${lost}There is no kind of program “shedule”. Did you mean “schedule”?`],
    ],
    ['program.mine=theta=g&program.mine=theta=g', [`${lost}The link gives two programs of that name.`]],
    [
      'program.mine=schedule()learningRate=learningRate/t',
      ['There is no optimizer “mine”.', 'No run uses the program “mine”'],
    ],
  ] as [string, string[]][]
).map(([key, says]) => [withProgram(key), says, onlySgd])
damagedPrograms.push(
  [withProgram('program.mine=schedule()learningRate=x', 'sgd@mine'), [`${lost}“x” is not defined here.`], onlySgd],
  [
    withProgram('program.mine=before()g=x', 'adam@cosine+l2(decay:1)+mine(a:1)'),
    [`${lost}“x” is not defined`],
    onlySgd,
  ],
  [
    withProgram('program.adam=theta=g', 'sgd'),
    ['“program.adam” was left out. “adam” is already the name'],
    '#landscape=saddle&run=sgd&run=sgd&v=1',
  ],
  [
    withProgram('program.2x=theta=g', 'sgd'),
    ['“program.2x” was left out. An own program’s name is'],
    '#landscape=saddle&run=sgd&run=sgd&v=1',
  ],
  [
    withProgram('program.=theta=g', 'sgd'),
    ['“program.” was left out. An own'],
    '#landscape=saddle&run=sgd&run=sgd&v=1',
  ],
  [
    withProgram('program.toString=theta=g', 'sgd'),
    ['“program.toString” was left out. An own'],
    '#landscape=saddle&run=sgd&run=sgd&v=1',
  ],
  [
    withProgram('program.mine=(b:1)theta=theta-b*g', 'mine(c:1)'),
    ['mine has no hyperparameter “c”.'],
    '#landscape=saddle&run=mine&run=sgd&program.mine=(b:1)theta=theta-b*g&v=1',
  ],
)

/** A damaged link, all that is said of it, and what is shown (nothing where that is undefined). */
const damaged: [link: string, says: string[], shows: string | undefined][] = [
  ['#landscape=sadle&run=adam', ['There is no landscape “sadle”. Did you mean “saddle”?'], undefined],
  ['#landscape=&run=adam', ['“” names no landscape.'], undefined],
  ['#run=adam', ['The link names no landscape, as in landscape=saddle, so it could not be shown.'], undefined],
  [
    '#landscpae=saddle',
    ['A link has no key “landscpae”. Did you mean “landscape”?', 'The link names no landscape'],
    undefined,
  ],
  [`${saddle}&stpes=5`, ['A link has no key “stpes”. Did you mean “steps”?'], saddle],
  [`${saddle}&amp;run=sgd`, ['A link has no key “amp;run”.'], saddle],
  [`${saddle}&embed=1`, ['“embed” belongs before the #, as in ?embed=…#landscape=….'], saddle],
  [`${saddle}&program.mine=theta=theta`, ['No run uses the program “mine”; it was left out.'], saddle],
  ...damagedPrograms,
  [`${saddle}&%`, ['“%” could not be decoded and was left out.'], saddle],
  [`${saddle}&run=%ff`, ['“run=%ff” could not be decoded and was left out.'], saddle],
  ['#landscape=saddle&v=2', ['This page reads links of version 1, not “2”; it was read as version 1.'], saddle],
  ['#landscape=saddle&landscape=rosenbrock', ['The link gives landscape twice; the first was used.'], saddle],
  [
    '#landscape=saddle(up:2,up:3)',
    ['The link gives saddle’s up twice; the first was used.'],
    '#landscape=saddle(up:2)&v=1',
  ],
  ['#landscape=saddle(up:two)', ['saddle’s up must be a number, not “two”.'], saddle],
  ['#landscape=saddle(upp:2)', ['saddle has no hyperparameter “upp”. Did you mean “up”?'], saddle],
  ['#landscape=saddle(2)', ['saddle has no hyperparameter “2”.'], saddle],
  [
    '#landscape=saddle(up:2',
    ['“saddle(up:2” is not written as saddle(name:value,name:value); the defaults were used.'],
    saddle,
  ],
  ['#landscape=saddle(up:2))', ['the defaults were used'], saddle],
  ['#landscape=saddle\u0000', ['There is no landscape “saddle\ufffd”.'], undefined],
  ['#landscape=saddle&loss=x', ['The link gives both a landscape and a loss; the landscape was used.'], saddle],
  ['#landscape=saddle&parameters=x,y', ['parameters belongs to a loss of one’s own'], saddle],
  ['#landscape=saddle&steps=0', ['steps is a whole number from 1 to 100000; “0” is not, and 200 was used.'], saddle],
  ['#landscape=saddle&steps=1e9', ['steps is a whole number'], saddle],
  ['#landscape=saddle&seed=-1', ['seed is a whole number'], saddle],
  ['#landscape=saddle&start=1', ['A start is 2 numbers separated by commas; “1” is not, and was left out.'], saddle],
  ['#landscape=saddle&start=1,1e999', ['A start is 2 numbers'], saddle],
  [
    '#landscape=saddle&domain=2:-2,0:1',
    ['A domain is low:high for each of the 2 parameters, as in -2:2,-2:2;'],
    saddle,
  ],
  ['#landscape=saddle&domain=-1e308:1e308,0:1', ['A domain is low:high'], saddle],
  ['#landscape=saddle&run=adma', ['There is no optimizer “adma”. Did you mean “adam”?'], saddle],
  ['#landscape=saddle&run=', ['“” names no optimizer.'], saddle],
  [
    '#landscape=saddle&run=adam(beta1:1)',
    ['adam’s beta1 must be a number of at least 0 and below 1, not 1.'],
    '#landscape=saddle&run=adam&v=1',
  ],
  [
    '#landscape=saddle&run=momentum(form:lectrue)',
    ['momentum’s form must be pytorch or lecture, not “lectrue”.'],
    '#landscape=saddle&run=momentum&v=1',
  ],
  [
    '#landscape=saddle&run=sgd@cosin',
    ['There is no schedule “cosin”. Did you mean “cosine”?', 'The schedule “cosin” was left out.'],
    '#landscape=saddle&run=sgd&v=1',
  ],
  [
    '#landscape=saddle&run=sgd@step~60',
    ['A sequence of schedules is written a~60~b. The schedule “step~60” was left out.'],
    '#landscape=saddle&run=sgd&v=1',
  ],
  ['#landscape=saddle&run=sgd@step~60~', [], '#landscape=saddle&run=sgd@step~60~&v=1'],
  ['#landscape=saddle&run=sgd@', ['After @ stands a schedule.'], '#landscape=saddle&run=sgd&v=1'],
  [
    '#landscape=saddle&run=sgd@step~9~cosine~9~step',
    ['each later than the one before; “9” is not.'],
    '#landscape=saddle&run=sgd&v=1',
  ],
  [
    '#landscape=saddle&run=sgd@step*',
    ['“” names no schedule.', 'The schedule “step*” was left out.'],
    '#landscape=saddle&run=sgd&v=1',
  ],
  [
    '#landscape=saddle&run=sgd+trail-sign',
    ['There is no modifier “trail-sign”. Did you mean “trial-sign”?'],
    '#landscape=saddle&run=sgd&v=1',
  ],
  ['#landscape=saddle&run=sgd+seed:x', ['A run’s seed is written +seed:7'], '#landscape=saddle&run=sgd&v=1'],
  [
    '#landscape=saddle&run=sgd@trial-milestones(milestones:3;x)',
    ['must be a list of numbers, each of at least 1, not “3;x”.'],
    '#landscape=saddle&run=sgd@trial-milestones&v=1',
  ],
  [
    '#landscape=saddle&run=sgd@trial-milestones(milestones)',
    ['must be a list of numbers'],
    '#landscape=saddle&run=sgd@trial-milestones&v=1',
  ],
  [
    '#landscape=saddle&run=sgd+trial-lookahead(k:2.5)',
    ['trial-lookahead’s k must be a whole number of at least 1, not 2.5.'],
    '#landscape=saddle&run=sgd+trial-lookahead&v=1',
  ],
  [
    '#landscape=saddle&run=sgd&view=hide:2',
    ['A view hides runs by number, as in hide:2;3; this link has 1, and “2” is none.'],
    '#landscape=saddle&run=sgd&v=1',
  ],
  [
    '#landscape=saddle&run=sgd&view=hid:1',
    ['A view has no “hid”. Did you mean “hide”?'],
    '#landscape=saddle&run=sgd&v=1',
  ],
  ['#loss=sin(x&parameters=x,y', ['The loss could not be read: Expected a closing “)” here.'], undefined],
  ['#loss=x^2+z&parameters=x,y', ['The loss could not be read:'], undefined],
  ['#loss=x&parameters=x', ['A landscape has two to 32 parameters, not 1.'], undefined],
  ['#loss=x&parameters=x,x', ['The parameter “x” is named twice.'], undefined],
  ['#loss=(a:1,b:x)a*w1^2', ['The loss could not be read: b must be a number, not “x”.'], undefined],
  ['#loss=(a:1,m=2)a*w1^2', ['The loss could not be read: A loss carries nothing from step to step'], undefined],
  ['#loss=(w1:1)w1^2', ['The loss could not be read: “w1” is named twice'], undefined],
  ['#loss=x&parameters=x,2y', ['“2y” is not.'], undefined],
  ['#loss=x&parameters=x,pi', ['“pi” is a word of the language'], undefined],
  [
    '#loss=mean(w1*x1)&data=raw-featurs',
    ['There is no landscape with data “raw-featurs”. Did you mean “raw-features”?'],
    undefined,
  ],
  ['#loss=', ['The loss could not be read:'], undefined],
]

describe('what a link does not say well is named, and the rest is shown', () => {
  for (const [link, says, shows] of damaged)
    test(link, () => {
      const { experiment, problems } = parse(link)
      expect(problems).toHaveLength(says.length)
      for (const [k, sentence] of says.entries()) expect(problems[k]).toContain(sentence)
      expect(experiment && printLink(experiment)).toBe(shows)
    })

  test('a run that is not understood does not shift which runs are hidden', () => {
    const { experiment } = parse('#landscape=saddle&run=nothing&run=sgd&run=adam&view=hide:3')
    expect(experiment!.runs.map((run) => [run.optimizer.thing.id, run.hidden ?? false])).toEqual([
      ['sgd', false],
      ['adam', true],
    ])
  })

  test('of very many sentences the first are told, and how many more there are', () => {
    const { experiment, problems } = parse(`#landscape=saddle${'&x=1'.repeat(100)}`)
    expect(experiment).toBeDefined()
    expect(problems).toHaveLength(13)
    expect(problems.at(-1)).toBe('There are 88 more problems of this kind.')
  })
})

describe('no link at all', () => {
  for (const [fragment, query] of [
    ['', ''],
    ['#', '?'],
    ['', '?embed=1&theme=dark&lang=en&controls=play&hide=map&play=1&loop=1&at=3&dpr=2&origin=x'],
    ['', '?utm_source=mail&fbclid=%ff&v=20261122'],
  ])
    test(`${fragment} ${query}`, () => expect(parse(fragment, query)).toEqual({ experiment: undefined, problems: [] }))
})

test('a link without runs is an experiment without runs', () => {
  const { experiment, problems } = parse('#landscape=saddle&v=1')
  expect(problems).toEqual([])
  expect(experiment!.runs).toEqual([])
})
