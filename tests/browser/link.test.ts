import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { formatNumber } from '../../src/look/format-number.ts'
import { openPage, until } from './page.ts'
import {
  computed,
  experimentOf,
  fragment,
  lossesInWords,
  openExperiment,
  recorded,
  recordTrajectories,
  simulated,
  typeInto,
  withoutGraphics,
} from './workbench.ts'

const before = withoutGraphics + recordTrajectories

/** Everything a person could compare: every field and slider, the runs' lines, the charts' words, the inspector's numbers. */
async function facts(page: Page): Promise<unknown> {
  return page.evaluate(`({
    fields: [...document.querySelectorAll('.shell-left input, .shell-left textarea')].map((e) => [e.getAttribute('aria-label'), e.value, e.checked]),
    runs: [...document.querySelectorAll('.run')].map((e) => [e.className, e.querySelector('.run-name').textContent, e.querySelector('.run-values').textContent]),
    controls: [...document.querySelectorAll('.shell-left .picker')].map((e) => e.getAttribute('aria-label')),
    charts: [...document.querySelectorAll('.chart-stage')].map((e) => e.getAttribute('aria-valuetext')),
    point: document.querySelector('.point-card').textContent,
    program: [...document.querySelectorAll('.program-numbers')].map((e) => e.textContent),
    surface: document.querySelector('.header-what').textContent,
  })`)
}

/** What the bare page shows. */
const first = { landscape: 'Double well', runs: ['SGD', 'Momentum', 'RMSProp', 'Adam'] }

const links = {
  'own programs of every kind':
    '#loss=(a:1,b:5)(a-w1)^2+b*(w2-w1^2)^2&run=mine(beta:0.5)@cooling*cosine~60~cooling(by:0.9)+smooth&run=adam&program.mine=(beta:0.9,m=0.5)m=beta*m+(1-beta)*g;theta=theta-learningRate*m&program.cooling=schedule(by:0.99)learningRate=learningRate*by^t&program.smooth=before(c:0.5,a=theta)a=c*a+g;g=a&steps=50&v=1',
  'several runs, rates and a schedule':
    '#landscape=rosenbrock(b:50)&start=-1.2,1&run=adam(learningRate:0.1)@cosine&run=sgd&steps=300&v=1',
  'an own formula in names of its own and a domain':
    '#loss=sin(alpha)^2+0.3*beta^2+alpha*beta/7&parameters=alpha,beta&domain=-3:3,-1.5:2.25&start=-2.5,1.7&run=sgd(learningRate:0.07)&run=nesterov(learningRate:0.02)&v=1',
  'a hidden run, a sequence of schedules and a choice':
    '#landscape=double-well(tilt:-0.3)&run=momentum(learningRate:0.02,form:lecture)@step~60~cosine(length:40)&run=adagrad@cosine*step&view=hide:2&v=1',
  'modifiers, chance and a run of its own seed':
    '#landscape=saddle&run=adam(learningRate:0.05)+gradient-noise+clip-norm(limit:2)&run=sgd(learningRate:0.02)@multi-step(milestones:20;50;90,gamma:0.5)+l2(decay:0.01)+gradient-noise+seed:3&seed=42&v=1',
}

describe('a link restores the experiment exactly', () => {
  test.each(Object.entries(links))('%s', async (_, hash) => {
    const made = await openExperiment({ hash, before })
    // A change of one's own, so that the address is what the page wrote.
    await typeInto(made.page, 'number of steps, exact value', '137')
    await until(made.page, `location.hash.includes('steps=137')`)
    await until(made.page, `document.querySelector('.scrubber-text strong').textContent === '137'`)
    const address = made.page.url()
    const expected = simulated(address)
    await expect.poll(async () => (await recorded(made.page))[0].loss.length).toBe(expected[0].loss.length)
    await computed(made.page)

    const second = await openExperiment({ hash: fragment(made.page), before })
    const bits = await recorded(second.page)
    expect(bits).toEqual(await recorded(made.page))
    expect(bits.map(({ theta }) => theta)).toEqual(expected.map(({ theta }) => [...theta]))
    expect(bits.map(({ loss }) => loss)).toEqual(expected.map(({ loss }) => [...loss]))
    expect(bits.map(({ learningRate }) => learningRate)).toEqual(expected.map((one) => [...one.learningRate]))
    // The inspector follows the playhead at its own pace.
    await expect.poll(() => facts(made.page)).toEqual(await facts(second.page))

    expect(fragment(second.page)).toBe(new URL(address).hash)
    const { runs } = experimentOf(address)
    expect(await second.page.locator('.run-name').allTextContents()).toEqual(
      runs.map(({ optimizer }) => optimizer.thing.name.en),
    )
    const shown = runs.flatMap((run, k) =>
      run.hidden ? [] : [`${run.optimizer.thing.name.en} ${formatNumber(expected[k].loss[137])}`],
    )
    expect(await lossesInWords(second.page)).toBe(`${shown.join(', ')} at step 137`)
    expect(await second.page.locator('.point-card dd').first().textContent()).toBe(
      formatNumber(expected[0].loss[137], 4),
    )
    expect(await second.page.locator('.notice').count()).toBe(0)
    expect([...made.complaints, ...second.complaints]).toEqual([])
    await made.close()
    await second.close()
  })
})

const damaged: [hash: string, named: string[], runs: string[] | undefined][] = [
  ['#landscape=saddle&run=adan(learningRate:0.1)&run=sgd&v=1', ['adan', 'adam'], ['SGD']],
  ['#landscape=saddle&run=sgd(learningrat:0.1)&steps=many&v=1', ['learningrat', 'learningRate', 'many'], ['SGD']],
  ['#landscape=saddle&run=sgd(learningRate:-1)@cosin&v=7', ['learningRate', 'cosin', 'version'], ['SGD']],
  ['#loss=x^2%2Bsinn(y)&parameters=x,y&run=sgd&v=1', ['sinn', 'sin'], undefined],
  [`#landscape=saddle&run=adam&start=${'9'.repeat(400)},x&domain=1:1,2&v=1`, ['start', 'domain'], ['Adam']],
  ['#landscape=nowhere&%zz=%E0%A4%A', ['nowhere'], undefined],
  ['#!/some/other/page', ['landscape'], undefined],
]

describe('a damaged link', () => {
  test('opened first is answered with a sentence that names the near name, over the page’s first experiment', async () => {
    const { page, complaints, close } = await openExperiment({
      hash: '#landscape=rosenbrok&run=adam&v=1',
      before: withoutGraphics,
    })
    const notice = page.getByRole('status').filter({ hasText: 'rosenbrok' })
    expect(await notice.textContent()).toContain('rosenbrock')
    expect(await page.locator('.run-name').allTextContents()).toEqual(first.runs)
    expect(await page.locator('.header-what strong').textContent()).toBe(first.landscape)
    expect(await lossesInWords(page)).toContain('at step 200')
    const unchanged = page.getByRole('status').filter({ hasText: 'Nothing of this link could be shown' })
    for (const shown of [notice, unchanged]) await shown.getByRole('button', { name: 'Dismiss' }).click()
    expect(await page.locator('.notice').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('typed over a good one names what was not understood and shows what was', async () => {
    const { page, complaints, close } = await openPage({ query: { play: '0' }, before: withoutGraphics })
    await computed(page)
    // The bare page shows the first experiment and writes nothing.
    expect(await page.locator('.run-name').allTextContents()).toEqual(first.runs)
    expect(await page.locator('.header-what strong').textContent()).toBe(first.landscape)
    expect(fragment(page)).toBe('')
    let runs: string[] = first.runs
    for (const [hash, named, understood] of damaged) {
      await page.evaluate(`location.hash = ${JSON.stringify(hash)}`)
      await page.locator('.notice').first().waitFor()
      const said = (await page.locator('.notice').allTextContents()).join('\n')
      for (const word of named) expect(said, hash).toContain(word)
      // Where nothing can be shown, what is on screen stays.
      runs = understood ?? runs
      expect(await page.locator('.run-name').allTextContents(), hash).toEqual(runs)
      await page.evaluate(`document.querySelectorAll('.notice button').forEach((button) => button.click())`)
      await until(page, `document.querySelectorAll('.notice').length === 0`)
    }
    await page.evaluate(`location.hash = ''`)
    await until(page, `document.querySelector('.header-what strong').textContent === '${first.landscape}'`)
    expect(complaints).toEqual([])
    await close()
  })
})
