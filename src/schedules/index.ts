import type { Schedule } from '../declare/schedule.ts'
import { constant } from './constant.ts'
import { cosine } from './cosine.ts'
import { cosineRestarts } from './cosine-restarts.ts'
import { cyclic } from './cyclic.ts'
import { exponential } from './exponential.ts'
import { inverseSqrt } from './inverse-sqrt.ts'
import { inverseTime } from './inverse-time.ts'
import { linear } from './linear.ts'
import { multiStep } from './multi-step.ts'
import { noam } from './noam.ts'
import { oneCycle } from './one-cycle.ts'
import { plateau } from './plateau.ts'
import { polynomial } from './polynomial.ts'
import { rangeTest } from './range-test.ts'
import { step } from './step.ts'
import { warmupCosine } from './warmup-cosine.ts'

/** In teaching order. */
export const schedules: readonly Schedule[] = [
  constant,
  inverseSqrt,
  inverseTime,
  step,
  multiStep,
  exponential,
  linear,
  polynomial,
  cosine,
  cosineRestarts,
  cyclic,
  oneCycle,
  warmupCosine,
  noam,
  plateau,
  rangeTest,
]
