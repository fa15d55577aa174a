import type { Modifier } from '../declare/modifier.ts'
import { average } from './average.ts'
import { box } from './box.ts'
import { clipNorm } from './clip-norm.ts'
import { clipValue } from './clip-value.ts'
import { decoupledWeightDecay } from './decoupled-weight-decay.ts'
import { gradientNoise } from './gradient-noise.ts'
import { l2 } from './l2.ts'
import { lookahead } from './lookahead.ts'
import { sam } from './sam.ts'

/** In teaching order. */
export const modifiers: readonly Modifier[] = [
  l2,
  decoupledWeightDecay,
  gradientNoise,
  clipNorm,
  clipValue,
  sam,
  box,
  lookahead,
  average,
]
