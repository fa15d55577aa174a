import { catalogue } from '../catalogue/catalogue.ts'
import { ownLandscape } from '../catalogue/own-landscape.ts'
import { shownValue, unknownName, valueProblems } from '../declare/check-value.ts'
import type { Entry } from '../declare/entry.ts'
import type { Values } from '../declare/hyperparameter.ts'
import type { Domain, Landscape } from '../declare/landscape.ts'
import { experimentLimits, linkDefaults } from '../link/limits.ts'
import { readParameters } from '../link/own-landscape-text.ts'
import { isSide } from '../link/point-text.ts'
import type { Experiment, Run, SchedulePart, Setting } from '../simulation/experiment.ts'
import { field, fieldsOf, listOf, onlyKnown, pointOf, textOf, truthOf, wholeOf, type Fields } from './fields.ts'
import { QuestionError } from './question-error.ts'

/** One question of the headless format, read and checked. */
export type Question =
  | { kind: 'simulate'; experiment: Experiment; run: Run; states: boolean }
  | { kind: 'analyze'; landscape: Setting<Landscape>; domain: Domain }
  | { kind: 'evaluate'; landscape: Setting<Landscape>; points: number[][] }
  | { kind: 'link'; link: string; states: boolean }

/** The fields that each kind of question has. */
const questionFields: Readonly<Record<Question['kind'], readonly string[]>> = {
  simulate: ['landscape', 'domain', 'start', 'optimizer', 'schedule', 'modifiers', 'steps', 'seed', 'states'],
  analyze: ['analyze', 'landscape', 'domain'],
  evaluate: ['evaluate', 'landscape', 'domain'],
  link: ['link', 'states'],
}
const example = '{"landscape": {"id": "saddle"}, "optimizer": {"id": "sgd"}}'
const allFields = [...new Set(Object.values(questionFields).flat())]

/** Reads a question. Nothing in it is passed over: what is not understood is refused. @throws QuestionError */
export function readQuestion(given: unknown): Question {
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new QuestionError(`A question is an object such as ${example}, not ${shownValue(given)}.`)
  const question = given as Fields
  onlyKnown(question, 'A question', allFields)
  const analyze = truthOf(field(question, 'analyze'), 'analyze')
  const evaluate = field(question, 'evaluate')
  const link = field(question, 'link')
  const kind = link !== undefined ? 'link' : analyze ? 'analyze' : evaluate !== undefined ? 'evaluate' : 'simulate'
  const extra = allFields.find((name) => refuses(kind, question, name))
  if (extra !== undefined)
    throw new QuestionError(
      `“${extra}” is not accepted ${kind === 'simulate' ? 'here' : `beside “${kind}”`}; the fields are ${questionFields[kind].join(', ')}.`,
    )
  switch (kind) {
    case 'link':
      return {
        kind,
        link: textOf(link, 'link', '"#landscape=saddle&run=adam&v=1"'),
        states: truthOf(field(question, 'states'), 'states'),
      }
    case 'analyze':
      return { kind, ...readLandscape(question) }
    case 'evaluate': {
      const { landscape } = readLandscape(question)
      const size = landscape.thing.parameters.length
      const points = listOf(evaluate, 'evaluate', 'points')
      return { kind, landscape, points: points.map((point, k) => pointOf(point, size, `evaluate[${k}]`)) }
    }
    case 'simulate':
      return readSimulation(question)
  }
}

/** Whether a field is given that this kind of question has not; what is null or false is not given. */
function refuses(kind: Question['kind'], question: Fields, name: string): boolean {
  const given = field(question, name)
  return given !== undefined && given !== false && !questionFields[kind].includes(name)
}

function readSimulation(question: Fields): Question {
  const { landscape, domain } = readLandscape(question)
  const start = field(question, 'start')
  const optimizer = fieldsOf(field(question, 'optimizer'), 'optimizer', '{"id": "sgd"}')
  const modifiers = listOf(field(question, 'modifiers') ?? [], 'modifiers', 'objects such as {"id": …}')
  if (modifiers.length > experimentLimits.modifiers)
    throw new QuestionError(`“modifiers” holds at most ${experimentLimits.modifiers}, not ${modifiers.length}.`)
  const run: Run = {
    optimizer: settingOf(optimizer, catalogue.optimizers, 'optimizer'),
    schedule: readSchedule(field(question, 'schedule')),
    modifiers: modifiers.map((given, k) => {
      const what = `modifiers[${k}]`
      return settingOf(fieldsOf(given, what, '{"id": …}'), catalogue.modifiers, what, 'modifier')
    }),
  }
  const experiment: Experiment = {
    landscape,
    domain,
    starts: start === undefined ? [] : [pointOf(start, landscape.thing.parameters.length, 'start')],
    runs: [run],
    steps: wholeOf(field(question, 'steps'), 'steps', linkDefaults.steps, experimentLimits.steps),
    seed: wholeOf(field(question, 'seed'), 'seed', linkDefaults.seed, Number.MAX_SAFE_INTEGER),
  }
  return { kind: 'simulate', experiment, run, states: truthOf(field(question, 'states'), 'states') }
}

function readSchedule(given: unknown): SchedulePart[] {
  if (given === undefined) return []
  return [
    { from: 1, factors: [settingOf(fieldsOf(given, 'schedule', '{"id": "cosine"}'), catalogue.schedules, 'schedule')] },
  ]
}

function readLandscape(question: Fields): { landscape: Setting<Landscape>; domain: Domain } {
  const given = fieldsOf(
    field(question, 'landscape'),
    'landscape',
    '{"id": "saddle"} or {"parameters": ["x", "y"], "loss": "x^2 - y^2"}',
  )
  const isOwn = field(given, 'id') === undefined && ('loss' in given || 'parameters' in given)
  const landscape = isOwn
    ? readOwn(given)
    : settingOf(given, catalogue.landscapes, 'landscape', 'landscape', ['domain'])
  const beside = field(question, 'domain')
  const inside = field(given, 'domain')
  if (beside !== undefined && inside !== undefined)
    throw new QuestionError('“domain” stands in “landscape” and beside it; one of them is enough.')
  return { landscape, domain: readDomain(beside ?? inside, landscape.thing) }
}

function readOwn(given: Fields): Setting<Landscape> {
  onlyKnown(given, '“landscape”', ['parameters', 'loss', 'domain'])
  const loss = textOf(field(given, 'loss'), 'loss', '"x^2 - y^2"')
  const names = listOf(field(given, 'parameters'), 'parameters', 'names such as ["x", "y"]')
  const read = readParameters(names.map((name) => textOf(name, 'parameters', '"x"')))
  if ('problem' in read) throw new QuestionError(read.problem)
  return { thing: ownLandscape(read.names, loss), values: {} }
}

/** Reads `{"id": …, "values": {…}}` of a shelf. */
function settingOf<Thing extends Entry>(
  given: Fields,
  shelf: readonly Thing[],
  place: string,
  what: string = place,
  otherFields: readonly string[] = [],
): Setting<Thing> {
  onlyKnown(given, `“${place}”`, ['id', 'values', ...otherFields])
  const ids = shelf.map((entry) => entry.id)
  const id = field(given, 'id')
  if (typeof id !== 'string')
    throw new QuestionError(
      `“${place}” needs an “id”, a text${id === undefined ? '' : `, not ${shownValue(id)}`}; there is: ${ids.join(', ')}.`,
    )
  const thing = shelf.find((entry) => entry.id === id)
  if (!thing) throw new QuestionError(unknownName(`There is no ${what}`, id, ids))
  const values = choicesAsText(
    thing,
    fieldsOf(field(given, 'values') ?? {}, `${place}.values`, '{"learningRate": 0.1}'),
  )
  const [problem] = valueProblems(thing.id, thing.hyperparameters, values)
  if (problem) throw new QuestionError(problem)
  return { thing, values: values as Values }
}

/** A choice between numbers (`threshold: 5 or 4`) may be given as a number. */
function choicesAsText({ hyperparameters }: Entry, values: Fields): Fields {
  const text = ([name, value]: [string, unknown]): [string, unknown] => {
    const isChoice = Object.hasOwn(hyperparameters, name) && hyperparameters[name].kind === 'choice'
    return [name, isChoice && typeof value === 'number' ? String(value) : value]
  }
  return Object.fromEntries(Object.entries(values).map(text))
}

function readDomain(given: unknown, { domain, parameters }: Landscape): Domain {
  if (given === undefined) return domain
  if (Array.isArray(given) && given.length === parameters.length && given.every(isSide)) return given
  throw new QuestionError(
    `“domain” must be a list of ${parameters.length} pairs [low, high], one a parameter, with low below high, not ${shownValue(given)}.`,
  )
}
