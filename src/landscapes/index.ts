import type { Landscape } from '../declare/landscape.ts'
import { ackley } from './ackley.ts'
import { adamCounterexample } from './adam-counterexample.ts'
import { beale } from './beale.ts'
import { blurredEggCarton } from './blurred-egg-carton.ts'
import { cliff } from './cliff.ts'
import { doubleWell } from './double-well.ts'
import { eggCarton } from './egg-carton.ts'
import { ellipse } from './ellipse.ts'
import { elongatedBowl } from './elongated-bowl.ts'
import { goldsteinPrice } from './goldstein-price.ts'
import { gorge } from './gorge.ts'
import { himmelblau } from './himmelblau.ts'
import { levy13 } from './levy-13.ts'
import { mccormick } from './mccormick.ts'
import { monkeySaddle } from './monkey-saddle.ts'
import { normalizedFeatures } from './normalized-features.ts'
import { oneExample } from './one-example.ts'
import { peaks } from './peaks.ts'
import { rastrigin } from './rastrigin.ts'
import { rawFeatures } from './raw-features.ts'
import { rollingBall } from './rolling-ball.ts'
import { rosenbrock } from './rosenbrock.ts'
import { saddle } from './saddle.ts'
import { separableDoubleWell } from './separable-double-well.ts'
import { sharpAndFlatMinima } from './sharp-and-flat-minima.ts'
import { sixHumpCamel } from './six-hump-camel.ts'
import { softmaxCrossEntropy } from './softmax-cross-entropy.ts'
import { softmaxMse } from './softmax-mse.ts'
import { styblinskiTang } from './styblinski-tang.ts'
import { toyNetwork } from './toy-network.ts'
import { wallToWall } from './wall-to-wall.ts'

/** In teaching order. */
export const landscapes: readonly Landscape[] = [
  saddle,
  monkeySaddle,
  toyNetwork,
  doubleWell,
  separableDoubleWell,
  peaks,
  ellipse,
  elongatedBowl,
  rosenbrock,
  wallToWall,
  cliff,
  gorge,
  rollingBall,
  sharpAndFlatMinima,
  eggCarton,
  blurredEggCarton,
  oneExample,
  softmaxMse,
  softmaxCrossEntropy,
  rawFeatures,
  normalizedFeatures,
  adamCounterexample,
  himmelblau,
  beale,
  sixHumpCamel,
  styblinskiTang,
  mccormick,
  goldsteinPrice,
  rastrigin,
  ackley,
  levy13,
]
