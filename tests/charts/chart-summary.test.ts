import { expect, test } from 'vitest'
import { chartSummary, valuesAtStep } from '../../src/charts/chart-summary.ts'
import type { RunValue } from '../../src/charts/drawn-series.ts'

const values: RunValue[] = [
  { run: 0, name: 'SGD', colour: '', value: 0.0031 },
  { run: 1, name: 'Adam', colour: '', value: 1.5e-7 },
  { run: 2, name: 'RMSProp', colour: '', value: undefined },
]

test('a chart in words names the quantity, each run’s value and the step', () => {
  expect(chartSummary('loss', values, 120, 'en')).toBe('Loss by step; SGD 0.0031, Adam 1.5×10⁻⁷ at step 120')
  expect(chartSummary('loss', values, 120, 'zh-Hant')).toBe('各步的損失；第 120 步：SGD 0.0031，Adam 1.5×10⁻⁷')
})

test('without values the step alone', () => expect(valuesAtStep([], 3, 'en')).toBe('step 3'))
