import type { Optimizer } from '../declare/optimizer.ts'
import { adabelief } from './adabelief.ts'
import { adabound } from './adabound.ts'
import { adadelta } from './adadelta.ts'
import { adagrad } from './adagrad.ts'
import { adagradRms } from './adagrad-rms.ts'
import { adam } from './adam.ts'
import { adamax } from './adamax.ts'
import { adamw } from './adamw.ts'
import { amsbound } from './amsbound.ts'
import { amsgrad } from './amsgrad.ts'
import { asgd } from './asgd.ts'
import { leastEigenvectorEscape } from './least-eigenvector-escape.ts'
import { lion } from './lion.ts'
import { momentum } from './momentum.ts'
import { nadam } from './nadam.ts'
import { nesterov } from './nesterov.ts'
import { nesterovLookahead } from './nesterov-lookahead.ts'
import { newton } from './newton.ts'
import { radam } from './radam.ts'
import { rmsprop } from './rmsprop.ts'
import { rmspropLecture } from './rmsprop-lecture.ts'
import { rprop } from './rprop.ts'
import { saddleFreeNewton } from './saddle-free-newton.ts'
import { sgd } from './sgd.ts'
import { sgdw } from './sgdw.ts'
import { swats } from './swats.ts'
import { yogi } from './yogi.ts'

/** In teaching order. */
export const optimizers: readonly Optimizer[] = [
  sgd,
  momentum,
  nesterov,
  nesterovLookahead,
  adagrad,
  adagradRms,
  rmsprop,
  rmspropLecture,
  adam,
  adadelta,
  adamax,
  amsgrad,
  adabound,
  amsbound,
  swats,
  radam,
  nadam,
  adamw,
  sgdw,
  adabelief,
  yogi,
  lion,
  rprop,
  asgd,
  newton,
  saddleFreeNewton,
  leastEigenvectorEscape,
]
