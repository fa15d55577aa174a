import type { Optimizer } from '../declare/optimizer.ts'
import { adagrad } from './adagrad.ts'
import { adam } from './adam.ts'
import { momentum } from './momentum.ts'
import { nesterov } from './nesterov.ts'
import { rmsprop } from './rmsprop.ts'
import { sgd } from './sgd.ts'

/** In teaching order. */
export const optimizers: readonly Optimizer[] = [sgd, momentum, nesterov, adagrad, rmsprop, adam]
