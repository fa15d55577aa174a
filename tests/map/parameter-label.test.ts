import { expect, test } from 'vitest'
import { parameterLabel } from '../../src/formula/parameter-label.ts'

test.each([
  ['w1', 'w₁'],
  ['w', 'w'],
  ['theta_12', 'θ₁₂'],
  ['bias', 'bias'],
  ['x_a', 'x_a'],
])('%s is written %s', (name, label) => expect(parameterLabel(name)).toBe(label))
