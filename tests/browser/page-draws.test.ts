import { describe, expect, test } from 'vitest'
import { LossEvaluator } from '../../src/analysis/loss-evaluator.ts'
import { sampleSurface } from '../../src/analysis/sample-surface.ts'
import { colourAt, viridis } from '../../src/look/colour-map.ts'
import { palettes } from '../../src/look/colour-scheme.ts'
import { heightOf, isolineCount } from '../../src/look/height.ts'
import { runColours } from '../../src/look/run-colours.ts'
import { channels, darkLinesInColumn, viridisShares } from './colours.ts'
import { readPixels } from './page.ts'
import type { Picture } from './picture.ts'
import { atRest, experimentOf, openExperiment } from './workbench.ts'

/** Two wells without any symmetry, so that nothing mirrored or turned passes. */
const link =
  '#loss=0.25*(w1^2-1)^2+0.15*w1+w2^2/2+0.4*w2&domain=-1.8:1.9,-1.6:1.7&start=0.3,1.3&run=sgd(learningRate:0.05)&run=momentum(learningRate:0.02)&v=1'

describe.each(['light', 'dark'] as const)('in %s, the page draws', (theme) => {
  test('the surface, the map and the charts, without a complaint', async () => {
    const { page, complaints, close } = await openExperiment({ hash: link, theme })
    await atRest(page)

    const stage = await readPixels(page, '.shell-stage')
    const shares = viridisShares(stage)
    // The landscape spans its own height range, so every tenth of the map is somewhere; together a good part of the stage.
    expect(shares.reduce((a, b) => a + b)).toBeGreaterThan(0.15)
    expect(shares.filter((share) => share > 0.002).length).toBeGreaterThanOrEqual(8)
    const columns = [0.35, 0.4, 0.5, 0.6, 0.65].map((share) => Math.round(share * stage.width))
    const lines = columns.map((x) => darkLinesInColumn(stage, x))
    expect(Math.max(...lines)).toBeGreaterThanOrEqual(6)
    expect(darkLinesInColumn(stage, 4)).toBe(0)
    for (const colour of runColours.slice(0, 2)) expect(stage.count(channels(colour), 40)).toBeGreaterThan(60)
    // The corner is the page's own background, lightly lit.
    const corner = stage.at(6, stage.height - 6).slice(0, 3)
    channels(palettes[theme].background).forEach((value, k) => expect(Math.abs(corner[k] - value)).toBeLessThan(24))

    expect(shareThatMatches(await readPixels(page, '.map-stage'))).toBeGreaterThan(0.97)

    for (const chart of await page.locator('.chart-stage').all()) {
      const picture = await readPixels(page, chart)
      for (const colour of runColours.slice(0, 2)) expect(picture.count(channels(colour), 30)).toBeGreaterThan(60)
      // Grey, the last one, is also that of the axes.
      for (const colour of runColours.slice(2, -1)) expect(picture.count(channels(colour), 10)).toBe(0)
    }
    expect(complaints).toEqual([])
    await close()
  })
})

test('on a phone too, the surface fills a good part of the stage', async () => {
  const size = { width: 390, height: 844 }
  const { page, complaints, close } = await openExperiment({ hash: link, touch: true, devicePixelRatio: 2, size })
  await atRest(page)
  const shares = viridisShares(await readPixels(page, '.shell-stage'))
  expect(shares.reduce((a, b) => a + b)).toBeGreaterThan(0.15)
  expect(shares.filter((share) => share > 0.002).length).toBeGreaterThanOrEqual(8)
  expect(complaints).toEqual([])
  await close()
})

/** Of the map's points away from lines, marks and edges: the share whose pixel is the colour of the loss there, from the formula. */
function shareThatMatches(map: Picture): number {
  const { landscape, domain = [] } = experimentOf(link)
  const { thing } = landscape
  const [[left, right], [bottom, top]] = domain
  const { least, cap } = sampleSurface(landscape, domain, 257)
  const scale = { kind: thing.heightScale, least, cap }
  const evaluator = new LossEvaluator(landscape)
  const marks = [[0.3, 1.3], ...[-1.0679, 0.1536, 0.9143].map((w1) => [w1, -0.4])]
  let [seen, matching] = [0, 0]
  for (let y = 20; y < map.height - 40; y += 3)
    for (let x = 45; x < map.width - 12; x += 3) {
      const w1 = left + ((x + 0.5) / map.width) * (right - left)
      const w2 = top - ((y + 0.5) / map.height) * (top - bottom)
      const height = heightOf(scale, evaluator.loss(Float64Array.of(w1, w2))[0])
      const betweenLines = Math.abs(((height * isolineCount) % 1) - 0.5) < 0.2
      // Right of the pass run the paths; a picture of 257² points is smooth enough only where it is not steep.
      const nearMark = marks.some(([a, b]) => Math.hypot(w1 - a, w2 - b) < 0.3) || (w1 > 0 && w1 < 1.3)
      if (!betweenLines || nearMark || height > 0.97) continue
      seen++
      const wanted = colourAt(viridis, height)
      const found = map.at(x, y)
      if ([0, 1, 2].every((k) => Math.abs(found[k] - wanted[k]) <= 12)) matching++
    }
  expect(seen).toBeGreaterThan(150)
  return matching / seen
}
