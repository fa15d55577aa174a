import type { Landscape } from '../declare/landscape.ts'
import { doubleWell } from './double-well.ts'
import { elongatedBowl } from './elongated-bowl.ts'
import { normalizedFeatures } from './normalized-features.ts'
import { rawFeatures } from './raw-features.ts'
import { rosenbrock } from './rosenbrock.ts'
import { saddle } from './saddle.ts'
import { sharpAndFlatMinima } from './sharp-and-flat-minima.ts'
import { softmaxCrossEntropy } from './softmax-cross-entropy.ts'
import { softmaxMse } from './softmax-mse.ts'
import { toyNetwork } from './toy-network.ts'

/** In teaching order. */
export const landscapes: readonly Landscape[] = [
  saddle,
  toyNetwork,
  doubleWell,
  elongatedBowl,
  rosenbrock,
  sharpAndFlatMinima,
  softmaxMse,
  softmaxCrossEntropy,
  rawFeatures,
  normalizedFeatures,
]
