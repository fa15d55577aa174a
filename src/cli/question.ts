import { catalogue } from '../catalogue/catalogue.ts'
import { ownLandscape } from '../catalogue/own-landscape.ts'
import { unknownName, valueProblems } from '../declare/check-value.ts'
import type { Entry } from '../declare/entry.ts'
import type { Values } from '../declare/hyperparameter.ts'
import type { Domain, Landscape } from '../declare/landscape.ts'
import { experimentLimits, linkDefaults } from '../link/limits.ts'
import { isSide } from '../link/parse-link.ts'
import type { Experiment, Run, Setting } from '../simulation/experiment.ts'

/** What cannot be answered, in one sentence. */
export class QuestionError extends Error {}

type Fields = Record<string, unknown>

/** Reads the `landscape` of a question: a shelf's, by id, or an own formula. @throws QuestionError */
export function readLandscape(question: Fields): { setting: Setting<Landscape>; domain: Domain } {
  const given = fieldsOf(question.landscape, 'landscape')
  const setting = 'loss' in given ? own(given) : shelved(given, catalogue.landscapes, 'landscape')
  const domain = readDomain(question.domain ?? given.domain, setting.thing)
  return { setting, domain }
}

function own(given: Fields): Setting<Landscape> {
  const { parameters, loss } = given
  if (!Array.isArray(parameters) || parameters.length < 2 || !parameters.every((name) => typeof name === 'string'))
    throw new QuestionError('An own landscape has “parameters”, a list of two or more names.')
  if (typeof loss !== 'string') throw new QuestionError('An own landscape has a “loss”, a formula as text.')
  if (parameters.length > experimentLimits.parameters)
    throw new QuestionError(`A landscape has at most ${experimentLimits.parameters} parameters.`)
  return { thing: ownLandscape(parameters, loss), values: {} }
}

function shelved<Thing extends Entry>(given: Fields, shelf: readonly Thing[], what: string): Setting<Thing> {
  const thing = shelf.find((entry) => entry.id === given.id)
  if (!thing) throw new QuestionError(unknownName(`There is no ${what}`, String(given.id), shelf.map((entry) => entry.id)))
  const values = (given.values === undefined ? {} : fieldsOf(given.values, `${what}’s values`)) as Values
  const [problem] = valueProblems(thing.id, thing.hyperparameters, values)
  if (problem) throw new QuestionError(problem)
  return { thing, values }
}

/** Reads a whole simulation. @throws QuestionError */
export function readExperiment(question: Fields): { experiment: Experiment; run: Run } {
  const { setting, domain } = readLandscape(question)
  const size = setting.thing.parameters.length
  const run: Run = {
    optimizer: shelved(fieldsOf(question.optimizer, 'optimizer'), catalogue.optimizers, 'optimizer'),
    schedule:
      question.schedule === undefined || question.schedule === null
        ? []
        : [{ from: 1, factors: [shelved(fieldsOf(question.schedule, 'schedule'), catalogue.schedules, 'schedule')] }],
    modifiers: listOf(question.modifiers ?? [], 'modifiers').map((modifier) =>
      shelved(fieldsOf(modifier, 'modifier'), catalogue.modifiers, 'modifier'),
    ),
  }
  const experiment: Experiment = {
    landscape: setting,
    domain,
    starts: question.start === undefined ? [] : [readPoint(question.start, size, 'start')],
    runs: [run],
    steps: readWhole(question.steps ?? linkDefaults.steps, 'steps', experimentLimits.steps),
    seed: readWhole(question.seed ?? linkDefaults.seed, 'seed', Number.MAX_SAFE_INTEGER),
  }
  return { experiment, run }
}

/** Reads n finite numbers. @throws QuestionError */
export function readPoint(given: unknown, size: number, what: string): number[] {
  if (Array.isArray(given) && given.length === size && given.every((x) => typeof x === 'number' && Number.isFinite(x))) return given as number[]
  throw new QuestionError(`“${what}” is a list of ${size} numbers, one a parameter.`)
}

export function listOf(given: unknown, what: string): unknown[] {
  if (Array.isArray(given)) return given
  throw new QuestionError(`“${what}” is a list.`)
}

function fieldsOf(given: unknown, what: string): Fields {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Fields
  throw new QuestionError(`“${what}” is missing, or is not an object such as {"id": …}.`)
}

function readDomain(given: unknown, { domain, parameters }: Landscape): Domain {
  if (given === undefined) return domain
  const sides = Array.isArray(given) ? given : []
  if (sides.length === parameters.length && sides.every((side) => Array.isArray(side) && side.length === 2 && isSide(side[0], side[1])))
    return sides as [number, number][]
  throw new QuestionError(`“domain” is a list of ${parameters.length} pairs [low, high].`)
}

function readWhole(given: unknown, what: string, most: number): number {
  if (typeof given === 'number' && Number.isInteger(given) && given >= 0 && given <= most) return given
  throw new QuestionError(`“${what}” is a whole number from 0 to ${most}.`)
}
