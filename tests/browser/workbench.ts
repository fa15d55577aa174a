import type { Page } from 'playwright-core'
import { parseLink } from '../../src/link/parse-link.ts'
import type { Experiment } from '../../src/simulation/experiment.ts'
import { simulateRun } from '../../src/simulation/simulate.ts'
import type { Trajectory } from '../../src/simulation/trajectory.ts'
import { openPage, until, type OpenedPage, type PageOptions } from './page.ts'

/** Before any script of the page: no WebGL, as in old browsers and on locked-down machines. It also opens faster. */
export const withoutGraphics = `{
  const real = HTMLCanvasElement.prototype.getContext
  HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
    return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest)
  }
}`

/** Before any script of the page: every bit that the worker computes is kept where a test can read it. */
export const recordTrajectories = `{
  const Real = Worker
  window.Worker = class extends Real {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', ({ data }) => {
        if (data.answer && data.answer.trajectories) window.recorded = data.answer.trajectories
      })
    }
  }
}`

/** Opens an experiment that does not play by itself and waits until its numbers are there. */
export async function openExperiment(options: PageOptions = {}): Promise<OpenedPage> {
  const opened = await openPage({ query: { play: '0' }, ...options })
  try {
    await computed(opened.page)
  } catch (error) {
    throw new Error([String(error), ...opened.complaints].join('\n'), { cause: error })
  }
  return opened
}

/** Waits until the runs are computed, the inspector has read a point and the charts' words have followed the playhead. */
export async function computed(page: Page): Promise<void> {
  await until(
    page,
    `document.querySelector('.point-card') && document.querySelector('.chart-stage').getAttribute('aria-valuenow') ===
      document.querySelector('.scrubber-text strong').textContent`,
  )
}

/** Frames of the surface drawn so far. */
export async function frames(page: Page): Promise<number> {
  return (await page.evaluate(
    `Number(document.querySelector('.surface-canvas canvas')?.dataset.frames ?? 0)`,
  )) as number
}

/** Waits until the surface is drawn with its critical points and no frame follows: what moves has come to rest. */
export async function atRest(page: Page): Promise<number> {
  await until(page, `document.querySelector('.surface-canvas canvas')?.dataset.frames > 0`)
  let before = -1
  const end = Date.now() + 20_000
  for (let since = Date.now(), now = await frames(page); now !== before || Date.now() - since < 400;) {
    if (now !== before) [before, since] = [now, Date.now()]
    if (Date.now() > end) throw new Error(`frames are drawn without end: ${before}, ${now}`)
    await new Promise((soon) => setTimeout(soon, 60))
    now = await frames(page)
  }
  return before
}

/** The fragment of the page's address. */
export function fragment(page: Page): string {
  return new URL(page.url()).hash
}

/** What the loss chart says in words, e.g. `SGD 0.14, Adam 0.15 at step 200`. */
export async function lossesInWords(page: Page): Promise<string> {
  return (await page.evaluate(`document.querySelector('.chart-stage').getAttribute('aria-valuetext')`)) as string
}

/** The number in a field, by its label. */
export async function fieldValue(page: Page, label: string): Promise<number> {
  return Number((await page.getByLabel(label, { exact: true }).inputValue()).replaceAll('−', '-'))
}

/** Chooses in the list of a picker that is open: types, then takes the first that is found. */
export async function pick(page: Page, typed: string): Promise<void> {
  const search = page.getByRole('combobox', { expanded: true })
  await search.fill(typed)
  await search.press('Enter')
  await search.waitFor({ state: 'detached' })
}

/** Types into a field and commits. */
export async function typeInto(page: Page, label: string, text: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true })
  await field.fill(text)
  await field.press('Enter')
}

/** The experiment of an address or a fragment, read under Node. */
export function experimentOf(address: string): Experiment {
  const { hash, search } = new URL(address, 'http://host/')
  const { experiment } = parseLink(hash, search, { loss: () => undefined, run: () => undefined })
  if (!experiment) throw new Error(`no experiment in ${address}`)
  return experiment
}

/** Its runs, computed under Node. */
export function simulated(address: string): Trajectory[] {
  const experiment = experimentOf(address)
  return experiment.runs.map((run) => simulateRun(experiment, run))
}

/** Every number of every run that the page's worker sent, with `before: recordTrajectories`. */
export async function recorded(page: Page): Promise<{ theta: number[]; loss: number[]; learningRate: number[] }[]> {
  return (await page.evaluate(
    `window.recorded.map(({ theta, loss, learningRate }) => ({ theta: [...theta], loss: [...loss], learningRate: [...learningRate] }))`,
  )) as { theta: number[]; loss: number[]; learningRate: number[] }[]
}
